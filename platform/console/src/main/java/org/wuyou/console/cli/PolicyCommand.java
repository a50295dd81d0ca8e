package org.wuyou.console.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.tool.PolicyTool;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wuyou policy}: writing, checking, explaining and packing a region's policies. */
@Command(name = "policy")
final class PolicyCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  static CommandLine commandLine(Supplier<Connection> connection, Workbench workbench) {
    FactSource facts = workbench.facts();
    Clock clock = workbench.clock();
    Texts texts = connection.get().texts();
    return new CommandLine(new PolicyCommand())
        .addSubcommand(new PolicyNewCommand(texts, clock))
        .addSubcommand("check", new PolicyCheckCommand(texts, facts, PolicyTool::check, clock))
        .addSubcommand("test", new PolicyCheckCommand(texts, facts, PolicyTool::test, clock))
        .addSubcommand(new PolicyExplainCommand(connection.get(), facts))
        .addSubcommand(new PolicySimulateCommand(connection.get()))
        .addSubcommand(new PolicyPackCommand(texts, facts, clock));
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("a command runs only through its command line");
    }
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}

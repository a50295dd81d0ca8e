package org.wuyou.console.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wuyou plugin}: the life cycle of plugins. */
@Command(name = "plugin")
final class PluginCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  static CommandLine commandLine(Supplier<Connection> connection) {
    return new CommandLine(new PluginCommand())
        .addSubcommand(new PluginListCommand(connection.get()))
        .addSubcommand("install", new PluginDeployCommand(connection.get(), false))
        .addSubcommand("update", new PluginDeployCommand(connection.get(), true))
        .addSubcommand(new PluginRollbackCommand(connection.get()))
        .addSubcommand(new PluginRemoveCommand(connection.get()))
        .addSubcommand(new PluginDiagnoseCommand(connection.get()));
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

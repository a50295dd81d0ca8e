package org.wuyou.console.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.tool.PolicyTool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wuyou policy check|test DIR}: what is wrong with a bundle, or what its cases give. */
@Command
final class PolicyCheckCommand extends LocalCommand {
  private final FactSource facts;
  private final Tool tool;
  private final Clock clock;

  @Mixin private PolicyFolder folder = new PolicyFolder();

  PolicyCheckCommand(Texts texts, FactSource facts, Tool tool, Clock clock) {
    super(texts);
    this.facts = facts;
    this.tool = tool;
    this.clock = clock;
  }

  @Override
  int run(Output output) throws IOException {
    PolicyFolder.Opened bundle = folder.open(facts, texts());
    PolicyTool.Report report =
        tool.run(
            bundle.source(),
            bundle.facts(),
            new PolicyTool.Reader(texts().locale(), LocalDate.now(clock)));
    output.text(output.json() ? report.json() : report.text());
    return report.passed() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  /** One of the two things the tool does. */
  @FunctionalInterface
  interface Tool {
    PolicyTool.Report run(BundleSource source, FactCatalogue catalogue, PolicyTool.Reader reader);
  }
}

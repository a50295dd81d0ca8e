package org.wuyou.console.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.tool.PolicyTool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wuyou policy check|test DIR}: what is wrong with a bundle, or what its cases give. */
@Command
final class PolicyCheckCommand extends LocalCommand {
  private final FactSource facts;
  private final Tool tool;

  @Mixin private PolicyFolder folder = new PolicyFolder();

  PolicyCheckCommand(Texts texts, FactSource facts, Tool tool) {
    super(texts);
    this.facts = facts;
    this.tool = tool;
  }

  @Override
  int run(Output output) throws IOException {
    Path path = folder.path(texts());
    PolicyTool.Report report = tool.run(path, facts.of(path), texts().locale());
    output.text(output.json() ? report.json() : report.text());
    return report.passed() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  /** One of the two things the tool does. */
  @FunctionalInterface
  interface Tool {
    PolicyTool.Report run(Path folder, FactCatalogue catalogue, Locale locale) throws IOException;
  }
}

package org.wuyou.console.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.Compilation;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.tool.PolicyTool;
import picocli.CommandLine.Parameters;

/** The folder of policy files a command works on. */
final class PolicyFolder {
  @Parameters(paramLabel = "DIR", descriptionKey = "policy.dir")
  private Path folder = Path.of("");

  PolicyFolder() {}

  PolicyFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The folder that holds {@code bundle.yaml}: the one named, or the policy files of its module.
   */
  Path path(Texts texts) {
    for (Path place : new Path[] {folder, folder.resolve("src/main/policy")}) {
      if (Files.isRegularFile(place.resolve("bundle.yaml"))) {
        return place;
      }
    }
    throw new CommandFailure.Misused(texts.say("policy.noBundle", folder));
  }

  /** The bundle, whatever its cases give; if it cannot be read its problems are shown. */
  Optional<PolicyBundle> bundle(FactSource facts, Output output) throws IOException {
    Path path = path(output.texts());
    FactCatalogue catalogue = facts.of(path);
    return switch (PolicyCompiler.read(BundleSource.read(path), catalogue)) {
      case Compilation.Compiled compiled -> Optional.of(compiled.bundle());
      case Compilation.Rejected rejected -> {
        PolicyTool.Report report = PolicyTool.check(path, catalogue, output.texts().locale());
        output.text(output.json() ? report.json() : report.text());
        yield Optional.empty();
      }
    };
  }
}

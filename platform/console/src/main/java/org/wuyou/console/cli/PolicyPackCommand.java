package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.model.Packaging;
import org.wuyou.policy.tool.PolicyTool;
import org.wuyou.policy.tool.RegionJar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wuyou policy pack DIR}: a jar to deploy, if everything is right and every case passes. */
@Command(name = "pack")
final class PolicyPackCommand extends LocalCommand {
  private final FactSource facts;
  private final Clock clock;

  @Mixin private PolicyFolder folder = new PolicyFolder();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "JAR",
      descriptionKey = "policy.jar")
  private @Nullable Path target;

  @Option(names = "--plugin", paramLabel = "NAME", descriptionKey = "policy.plugin")
  private @Nullable String plugin;

  @Option(names = "--plugin-version", paramLabel = "X.Y.Z", descriptionKey = "policy.version")
  private @Nullable String version;

  PolicyPackCommand(Texts texts, FactSource facts, Clock clock) {
    super(texts);
    this.facts = facts;
    this.clock = clock;
  }

  @Override
  int run(Output output) throws IOException {
    PolicyFolder.Opened bundle = folder.open(facts, texts());
    PolicyTool.Report report =
        PolicyTool.check(
            bundle.source(),
            bundle.facts(),
            new PolicyTool.Reader(texts().locale(), LocalDate.now(clock)));
    if (!report.passed()) {
      output.text(output.json() ? report.json() : report.text());
      output.note("policy.notPacked");
      return ExitCode.REFUSED;
    }
    RegionJar.Label label = label(RegionJar.packaging(bundle.source()));
    Path jar = target != null ? target : Path.of(RegionJar.fileName(label));
    int files = RegionJar.write(bundle.path(), label, jar);
    long bytes = Files.size(jar);
    output.result(
        JsonNodeFactory.instance
            .objectNode()
            .put("jar", jar.toString())
            .put("plugin", label.plugin())
            .put("version", label.version())
            .put("files", files)
            .put("bytes", bytes),
        () -> {
          output.text(report.text());
          output.line("policy.packed", jar, label.plugin(), label.version(), files, bytes);
        });
    return ExitCode.DONE;
  }

  /** What the options say, else what the bundle says. */
  private RegionJar.Label label(Optional<Packaging> declared) {
    String name = plugin != null ? plugin : declared.map(Packaging::plugin).orElse("");
    String number = version != null ? version : declared.map(Packaging::version).orElse("");
    if (name.isEmpty() || number.isEmpty()) {
      throw new CommandFailure.Misused(texts().say("policy.noLabel"));
    }
    return new RegionJar.Label(name, number, "[0.1,1)");
  }
}

package org.wuyou.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wuyou.console.cli.CommandFailure;
import org.wuyou.console.cli.ExitCode;
import org.wuyou.console.cli.Texts;
import org.wuyou.gateway.SchemaComposer;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.tool.PolicyTool;
import org.wuyou.runtime.policies.ModelCatalogue;
import org.wuyou.spi.Contribution;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wuyou policy check|test DIR}: a bundle against the modules shipped, without a server. */
final class PolicyCommand implements Callable<Integer> {
  private static final String SCHEMA = "META-INF/wuyou/schema/";

  private final Texts texts;
  private final Home home;
  private final Check check;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", descriptionKey = "policy.dir")
  private Path folder = Path.of("");

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  private PolicyCommand(Texts texts, Home home, Check check) {
    this.texts = texts;
    this.home = home;
    this.check = check;
  }

  /** The command with its two parts. */
  static CommandLine commandLine(Texts texts, Home home) {
    return new CommandLine(new Parts())
        .addSubcommand("check", new PolicyCommand(texts, home, PolicyTool::check))
        .addSubcommand("test", new PolicyCommand(texts, home, PolicyTool::test));
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(folder.resolve("bundle.yaml"))) {
      throw new CommandFailure.Misused(texts.say("failure.file", folder.resolve("bundle.yaml")));
    }
    PolicyTool.Report report = check.run(folder, catalogue(), texts.locale());
    WuyouCommand.output(spec, texts).text(json ? report.json() : report.text());
    return report.passed() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  /** The facts a policy may speak of: what the modules that come with the product declare. */
  private FactCatalogue catalogue() throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    JarEntries.in(home.plugins(), SCHEMA, ".graphqls")
        .forEach(
            (name, text) ->
                sources.put(name + ".graphqls", new String(text, StandardCharsets.UTF_8)));
    return ModelCatalogue.of(
        SchemaComposer.declared(
            List.of(new Contribution("registry", "", sources, Map.of(), Map.of()))));
  }

  /** One of the two things the tool does. */
  @FunctionalInterface
  private interface Check {
    PolicyTool.Report run(Path folder, FactCatalogue catalogue, Locale locale) throws IOException;
  }

  /** {@code wuyou policy} alone shows its parts. */
  @Command(name = "policy")
  private static final class Parts implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      if (spec == null) {
        throw new IllegalStateException("runs only through its command line");
      }
      spec.commandLine().usage(spec.commandLine().getErr());
      return ExitCode.USAGE;
    }
  }
}

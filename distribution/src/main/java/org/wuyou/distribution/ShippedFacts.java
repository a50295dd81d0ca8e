package org.wuyou.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wuyou.console.cli.CommandFailure;
import org.wuyou.console.cli.FactSource;
import org.wuyou.console.cli.Texts;
import org.wuyou.gateway.SchemaComposer;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.runtime.policies.ModelCatalogue;
import org.wuyou.spi.Contribution;

/** The facts declared by the modules that come with the product, and by a bundle's own folder. */
record ShippedFacts(Texts texts, Path plugins) implements FactSource {
  private static final String SCHEMA = "META-INF/wuyou/schema/";

  @Override
  public FactCatalogue of(Path bundle) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    JarEntries.in(plugins, SCHEMA, ".graphqls")
        .forEach(
            (name, text) ->
                sources.put(name + ".graphqls", new String(text, StandardCharsets.UTF_8)));
    sources.putAll(own(bundle.resolve("schema")));
    try {
      return ModelCatalogue.of(
          SchemaComposer.declared(
              List.of(new Contribution("registry", "", sources, Map.of(), Map.of()))));
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure.Refused(
          "SCHEMA", texts.say("policy.schema", String.valueOf(wrong.getMessage())));
    }
  }

  private static Map<String, String> own(Path folder) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".graphqls")).sorted().toList()) {
          sources.put("schema/" + file.getFileName(), Files.readString(file));
        }
      }
    }
    return sources;
  }
}

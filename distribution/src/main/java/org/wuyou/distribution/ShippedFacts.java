package org.wuyou.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wuyou.console.cli.CommandFailure;
import org.wuyou.console.cli.FactSource;
import org.wuyou.console.cli.Texts;
import org.wuyou.gateway.SchemaComposer;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.tool.RegionJar;
import org.wuyou.runtime.policies.ModelCatalogue;
import org.wuyou.spi.Contribution;

/** What comes with the product: the facts its modules declare, and its regions' bundles. */
record ShippedFacts(Texts texts, Path plugins) implements FactSource {
  private static final String SCHEMA = "META-INF/wuyou/schema/";

  @Override
  public FactCatalogue of(List<Path> bundles) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    JarEntries.in(plugins, SCHEMA, ".graphqls")
        .forEach((name, text) -> sources.put(name + ".graphqls", text(text)));
    for (Path bundle : bundles) {
      sources.putAll(declared(bundle));
    }
    try {
      return ModelCatalogue.of(
          SchemaComposer.declared(
              List.of(new Contribution("registry", "", sources, Map.of(), Map.of()))));
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure.Refused(
          "SCHEMA", texts.say("policy.schema", String.valueOf(wrong.getMessage())));
    }
  }

  @Override
  public List<BundleSource> bundles() throws IOException {
    List<BundleSource> shipped = new ArrayList<>();
    try (Stream<Path> jars = Files.list(plugins)) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        BundleSource source = RegionJar.source(jar);
        if (source.id().isPresent()) {
          shipped.add(source);
        }
      }
    }
    return shipped;
  }

  /** What a bundle declares beside its policies, in its folder or its jar. */
  private static Map<String, String> declared(Path bundle) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    if (Files.isRegularFile(bundle)) {
      JarEntries.read(bundle, SCHEMA, ".graphqls")
          .forEach((name, text) -> sources.put(name + ".graphqls", text(text)));
      return sources;
    }
    Path folder = bundle.resolve("schema");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".graphqls")).sorted().toList()) {
          sources.put("schema/" + file.getFileName(), Files.readString(file));
        }
      }
    }
    return sources;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

package org.wuyou.testkit;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What clients see of a module: the definitions that it adds to the schema of those it needs. */
public final class AddedSchema {
  private AddedSchema() {}

  /**
   * New definitions in full; of changed ones the lines that are new.
   *
   * @param module folder of the module
   * @param needed folders of the modules it requires
   */
  private static String of(String module, String... needed) throws IOException {
    try (RunningProduct product =
        RunningProduct.start(
            Clock.systemUTC(), Arrays.stream(needed).map(PluginFolder::jarOf).toList())) {
      Map<String, String> before = definitions(product.client());
      product.deploy(PluginFolder.jarOf(module));
      return definitions(product.client()).entrySet().stream()
          .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
          .map(entry -> added(entry.getKey(), entry.getValue(), before.get(entry.getKey())))
          .collect(Collectors.joining("\n\n", "", "\n"));
    }
  }

  /** Compares what the module adds to the register's schema with its golden file. */
  public static void check(String module) throws IOException {
    Golden.check(
        "api-schema/src/test/golden/" + module + ".graphqls",
        of("plugins/" + module, "plugins/registry"));
  }

  private static String added(String name, String text, @Nullable String before) {
    if (before == null) {
      return text;
    }
    Set<String> old = new LinkedHashSet<>(List.of(before.split("\n")));
    return text.lines()
        .filter(line -> !old.contains(line))
        .collect(Collectors.joining("\n", "# " + name + "\n", ""));
  }

  /** By their first line that is no description. */
  private static Map<String, String> definitions(GraphqlClient client) {
    String sdl = client.send(client.request("/schema.graphqls").build()).body();
    Map<String, String> definitions = new LinkedHashMap<>();
    for (String definition : sdl.strip().split("\n\n")) {
      String name =
          definition.lines().filter(line -> !line.startsWith("\"")).findFirst().orElse(definition);
      definitions.put(name, definition);
    }
    return definitions;
  }
}

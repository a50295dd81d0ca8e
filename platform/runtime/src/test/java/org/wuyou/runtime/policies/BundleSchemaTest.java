package org.wuyou.runtime.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.parse.Shapes;

/**
 * The schema for editors is what the readers ask for while they read the examples of the reference
 * and the regions' bundles. {@code -Dgolden.update=true} rewrites it.
 */
@DisplayName("The JSON Schema of the bundle format")
class BundleSchemaTest {
  private static final Path ROOT = Path.of(System.getProperty("wuyou.root"));
  private static final Path FILE =
      ROOT.resolve("platform/policy/src/main/resources/org/wuyou/policy/bundle.schema.json");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?ms)^```yaml\n# (\\S+\\.yaml)\n(.*?)^```");
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  @Test
  void is_what_the_readers_ask_for() throws IOException {
    String made = JSON.writeValueAsString(schema()) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, made);
    }
    assertEquals(
        Files.readString(FILE), made, "the readers changed; run with -Dgolden.update=true");
  }

  @Test
  void tells_keys_texts_and_lists_apart() throws IOException {
    JsonNode rules = JSON.readTree(Files.readString(FILE)).at("/$defs/rules");
    JsonNode task = rules.at("/properties/tasks/items/properties");
    assertTrue(task.has("lead") && task.has("text"), "a task's own keys");
    assertEquals("object", task.at("/name/type").asText());
    assertEquals("array", rules.at("/properties/targets/type").asText());
    assertTrue(
        !rules.path("additionalProperties").asBoolean(true), "a key that no reader knows is told");
  }

  private static Map<String, Object> schema() throws IOException {
    Shapes shapes = new Shapes();
    FactCatalogue catalogue = RegionBundlesTest.catalogue();
    PolicyCompiler.learn(examples(), catalogue, shapes);
    try (Stream<Path> folders = Files.list(ROOT.resolve("plugins"))) {
      for (Path folder : folders.sorted().toList()) {
        Path policy = folder.resolve("src/main/policy");
        if (Files.isDirectory(policy)) {
          PolicyCompiler.learn(BundleSource.read(policy), catalogue, shapes);
        }
      }
    }
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("bundle", shapes.schema(file -> file.equals("bundle.yaml")));
    parts.put("cases", shapes.schema(file -> file.endsWith(".cases.yaml")));
    parts.put(
        "rules",
        shapes.schema(file -> !file.equals("bundle.yaml") && !file.endsWith(".cases.yaml")));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$defs", parts);
    schema.put(
        "anyOf",
        List.of(
            Map.of("$ref", "#/$defs/bundle"),
            Map.of("$ref", "#/$defs/cases"),
            Map.of("$ref", "#/$defs/rules")));
    return schema;
  }

  private static BundleSource examples() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    Matcher example =
        EXAMPLE.matcher(Files.readString(ROOT.resolve("platform/docs/bundle-format.md")));
    while (example.find()) {
      files.put(example.group(1), example.group(2));
    }
    assertTrue(files.size() > 15, "the reference has examples");
    return new BundleSource(files);
  }
}

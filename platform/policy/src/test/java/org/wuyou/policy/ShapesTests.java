package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.parse.Shapes;

@DisplayName("The form of the files, learnt from reading the reference")
class ShapesTests {
  @Test
  void is_what_the_readers_ask_for() throws IOException {
    Shapes shapes = new Shapes();
    SortedMap<String, String> all = new TreeMap<>();
    BundleFormatTests.examples().values().forEach(all::putAll);
    PolicyCompiler.learn(new BundleSource(all), RegisterCatalogue.WITH_CLAIMS, shapes);
    Map<String, Object> bundle = shapes.schema(file -> file.equals("bundle.yaml"));
    Map<String, Object> cases = shapes.schema(file -> file.endsWith(".cases.yaml"));
    Map<String, Object> rules =
        shapes.schema(file -> !file.equals("bundle.yaml") && !file.endsWith(".cases.yaml"));
    assertTrue(rules.size() > 1, "rules have keys");
    Golden.matches("schema", Outline.of(Map.of("bundle", bundle, "cases", cases, "rules", rules)));
  }
}

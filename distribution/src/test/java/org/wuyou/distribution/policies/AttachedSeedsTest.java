package org.wuyou.distribution.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.WuyouServer;

/** The documents themselves are no part of the product; without them there is nothing to attach. */
@WuyouServer(
    plugins = {
      "plugins/registry",
      "plugins/supervision",
      "plugins/region-jincheng",
      "plugins/region-shanxi",
      "plugins/region-panjin",
      "plugins/region-linyi",
      "plugins/region-jiangxi"
    })
@DisplayName("The documents of the five regions, once attached")
class AttachedSeedsTest {
  private static final Path SEEDS =
      Path.of(System.getProperty("wuyou.root")).resolve("../shared/seeds").normalize();

  @ParameterizedTest
  @Tag("BND-01")
  @CsvSource({
    "140500,000_c93f720c07841430.txt,51",
    "140000,001_d6d2f138c7e91ac4.txt,35",
    "211100,002_e539efd252b48ea1.txt,89",
    "371300,003_f65b67437c62df3a.txt,56",
    "360000,004_ff2c702dd6df8c42.txt,84"
  })
  void show_every_clause_beside_its_task(
      String region, String file, int clauses, GraphqlClient client) throws IOException {
    Path seed = SEEDS.resolve(file);
    Assumptions.assumeTrue(Files.isRegularFile(seed), "no document at " + seed);
    String text = Files.readString(seed);
    JsonNode document =
        client
            .query(
                "mutation($region: DivisionCode!, $text: String!) { policyDocumentAttach(region:"
                    + " $region, name: \"原文.txt\", text: $text) { document { matched unmatched {"
                    + " clause } withoutPlace { clause } } userErrors { code } } }",
                Map.of("region", region, "text", text))
            .at("/policyDocumentAttach/document");
    assertEquals(List.of(), document.path("unmatched").findValuesAsText("clause"));
    assertEquals(List.of(), document.path("withoutPlace").findValuesAsText("clause"));
    assertEquals(clauses, document.path("matched").asInt());
    List<String> lines = text.lines().toList();
    JsonNode tasks =
        client
            .query(
                "query($region: DivisionCode!) { policyBundle(region: $region) { tasks { clause"
                    + " verbatim { line lines } } } }",
                Map.of("region", region))
            .at("/policyBundle/tasks");
    for (JsonNode task : tasks) {
      int line = task.at("/verbatim/line").asInt();
      assertTrue(line >= 1, task.path("clause").asText());
      for (JsonNode shown : task.at("/verbatim/lines")) {
        assertEquals(lines.get(line++ - 1), shown.asText(), task.path("clause").asText());
      }
    }
  }
}

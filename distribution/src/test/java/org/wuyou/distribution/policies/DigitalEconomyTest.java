package org.wuyou.distribution.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(
    plugins = {
      "plugins/registry",
      "plugins/projects",
      "plugins/supervision",
      "plugins/upgrade",
      "plugins/region-jiangxi"
    })
@DisplayName("The digital-economy tasks of Jiangxi")
class DigitalEconomyTest {
  @Test
  @Tag("UPG-09")
  @Tag("JX-4.3")
  void Stand_in_a_row_of_their_own_with_progress_and_evidence(GraphqlClient client) {
    Rows.of("GovernmentUnit")
        .row(
            "code",
            "360000-GXT",
            "name",
            "省工信厅",
            "line",
            "INDUSTRY",
            "division",
            Map.of("code", "360000"))
        .save(client);
    JsonNode before = task(client);
    assertEquals("GUIDANCE", before.path("level").asText());
    assertEquals("三（四）3", before.path("article").asText());
    assertEquals("2022-12-31", before.path("owedBy").asText());
    assertEquals("NOT_REPORTED", before.path("status").asText());
    client.mutate(
        "mutation { taskProgressCreate(input: {policy: \"jiangxi-2020\", clause: \"JX-4.3\", unit:"
            + " {code: \"360000-GXT\"}, state: IN_PROGRESS, note: \"5G 商用\", evidence: \"清单\"})"
            + " { userErrors { code message } } }",
        Map.of());
    JsonNode after = task(client);
    assertEquals("IN_PROGRESS", after.path("status").asText());
    assertEquals("清单", after.at("/progress/0/evidence").asText());
  }

  @Test
  @Tag("UPG-09")
  @Tag("JX-4.3.s3")
  void Have_the_projects_attracted_on_record(GraphqlClient client) {
    JsonNode tasks =
        client
            .query("{ policyBundle(region: \"360000\") { tasks { clause level } } }")
            .at("/policyBundle/tasks");
    List<String> clauses = tasks.findValuesAsText("clause");
    assertTrue(
        clauses.containsAll(List.of("JX-4.3", "JX-4.3.s1", "JX-4.3.s2", "JX-4.3.s3", "JX-4.3.s4")),
        clauses.toString());
    JsonNode rules =
        client
            .query(
                "{ policyBundle(region: \"360000\") { task(clause: \"JX-4.3.s3\") { level rules { id"
                    + " } } } }")
            .at("/policyBundle/task");
    assertEquals("RECORDS", rules.path("level").asText());
    assertEquals(List.of("attractedProjects"), rules.path("rules").findValuesAsText("id"));
  }

  private static JsonNode task(GraphqlClient client) {
    return client
        .query(
            "{ policyBundle(region: \"360000\") { task(clause: \"JX-4.3\") { level article owedBy"
                + " status progress { unit note evidence } } } }")
        .at("/policyBundle/task");
  }
}

package org.wuyou.distribution.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.WuyouServer;

/** What is recognised, counted against the figures of the plan as it comes in. */
@WuyouServer(plugins = {"plugins/registry", "plugins/upgrade", "plugins/region-jiangxi"})
@DisplayName("The quality targets of Jiangxi")
class QualityTargetsTest {
  private static final String BENCHMARKS = "JX-N28";
  private static final String LABORATORIES = "JX-N29";

  @Test
  @Tag("UPG-05")
  @Tag("JX-3.3")
  void are_met_by_five_national_benchmarks_and_two_laboratories(GraphqlClient client) {
    for (int i = 1; i <= 4; i++) {
      recognised(client, "QUALITY_BENCHMARK", "NATIONAL", i, "2021-05-01");
    }
    recognised(client, "QUALITY_BENCHMARK", "PROVINCIAL", 5, "2021-05-01");
    recognised(client, "QUALITY_LABORATORY", "PROVINCIAL", 1, "2021-05-01");
    assertEquals(
        List.of("JX-N28 NOT_MET 4", "JX-N29 NOT_MET 1"),
        board(client, "2022-12-31"),
        "a provincial benchmark is none");

    recognised(client, "QUALITY_BENCHMARK", "NATIONAL", 6, "2022-12-31");
    recognised(client, "QUALITY_LABORATORY", "NATIONAL", 2, "2022-12-31");
    assertEquals(List.of("JX-N28 MET 5", "JX-N29 MET 2"), board(client, "2022-12-31"));
    recognised(client, "QUALITY_BENCHMARK", "NATIONAL", 7, "2022-01-01");
    recognised(client, "QUALITY_LABORATORY", "NATIONAL", 3, "2022-01-01");
    assertEquals(List.of("JX-N28 MET 6", "JX-N29 MET 3"), board(client, "2022-12-31"));

    client.mutate(
        """
        mutation { upgradeRecognitionUpdate(key: {code: "QUALITY_LABORATORY-1"},
            input: {endedOn: "2022-06-30"}) { userErrors { code message path } } }
        """,
        Map.of());
    assertEquals(
        List.of("JX-N28 MET 6", "JX-N29 MET 2"),
        board(client, "2022-12-31"),
        "what has ended counts no more");
  }

  private static void recognised(
      GraphqlClient client, String kind, String level, int number, String day) {
    Rows.of("UpgradeRecognition")
        .row(
            "code",
            kind + "-" + number,
            "kind",
            kind,
            "name",
            "示例" + number,
            "level",
            level,
            "division",
            Map.of("code", "360000"),
            "recognisedOn",
            day)
        .save(client);
  }

  private static List<String> board(GraphqlClient client, String asOf) {
    JsonNode outcomes =
        client
            .query(
                "{ region(code: \"360000\") { targetBoard(asOf: \"%s\", targets: [\"%s\", \"%s\"]) {"
                        .formatted(asOf, BENCHMARKS, LABORATORIES)
                    + " target { id } status value } } }")
            .at("/region/targetBoard");
    Stream<JsonNode> all = StreamSupport.stream(outcomes.spliterator(), false);
    return all.map(
            outcome ->
                outcome.at("/target/id").asText()
                    + " "
                    + outcome.path("status").asText()
                    + " "
                    + outcome.path("value").asText())
        .toList();
  }
}

package org.wuyou.distribution.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.SampleCodes;
import org.wuyou.testkit.WuyouServer;

/** A hundred and one firms meet the conditions exactly, with scores from 200 down to 100. */
@WuyouServer(
    plugins = {"plugins/registry", "plugins/finance", "plugins/ip", "plugins/region-linyi"})
@DisplayName("The hundred firms of Linyi")
class HundredFirmsTest {
  private static final String COUNTY = "371302";
  private static final int CANDIDATES = 101;
  private static final int NO_CERTIFICATE = 102;
  private static final int FOUR_PATENTS = 103;
  private static final int LOW_INTENSITY = 104;

  @BeforeAll
  static void register(GraphqlClient client) {
    Rows enterprises = Rows.of("Enterprise");
    Rows returns = Rows.of("YearlyReturn");
    Rows titles = Rows.of("Title");
    Rows rights = Rows.of("IpRight");
    Rows scores = Rows.of("SelectionScore");
    for (int firm = 1; firm <= LOW_INTENSITY; firm++) {
      String uscc = SampleCodes.uscc(COUNTY, firm);
      Map<String, String> enterprise = Map.of("uscc", uscc);
      enterprises.row("uscc", uscc, "name", "企业" + firm, "divisionCode", COUNTY);
      String spent = firm == LOW_INTENSITY ? "299.99万元" : "300万元";
      returns.row("enterprise", enterprise, "year", 2022, "revenue", "1亿元", "rdExpenditure", spent);
      if (firm != NO_CERTIFICATE) {
        titles.row(
            "enterprise",
            enterprise,
            "kind",
            "HNTE",
            "level",
            "NATIONAL",
            "issuedOn",
            "2021-12-01");
      }
      for (int right = 1; right <= (firm == FOUR_PATENTS ? 4 : 5); right++) {
        rights.row(
            "number",
            "ZL" + firm + "-" + right,
            "kind",
            "INVENTION",
            "title",
            "发明",
            "owner",
            enterprise,
            "filedOn",
            "2019-01-01",
            "grantedOn",
            "2020-06-01");
      }
      int score = firm <= CANDIDATES ? 201 - firm : 300;
      scores.row("enterprise", enterprise, "selection", "LY-8a", "year", 2022, "score", "" + score);
    }
    enterprises.save(client);
    returns.save(client);
    titles.save(client);
    rights.save(client);
    scores.save(client);
  }

  @Test
  @Tag("FIN-10")
  @Tag("LY-8a")
  void Are_the_best_by_score_and_the_hundred_and_first_waits(GraphqlClient client) {
    JsonNode rows =
        client
            .query(
                "{ region(code: \"371300\") { selection(rule: \"hundredFirms\", asOf: \"2022-12-31\","
                    + " first: 200) { nodes { subject { name } standing rank reasons } } } }")
            .at("/region/selection/nodes");
    Map<String, String> standings = new TreeMap<>();
    for (JsonNode row : rows) {
      standings.put(row.at("/subject/name").asText(), standing(row));
    }
    assertEquals("SELECTED 1", standings.get("企业1"), "3.00 % and five patents pass");
    assertEquals("SELECTED 100", standings.get("企业100"));
    assertEquals("WAITING 101", standings.get("企业101"));
    assertEquals("NOT_CANDIDATE NOT_HNTE", standings.get("企业" + NO_CERTIFICATE));
    assertEquals("NOT_CANDIDATE PATENTS", standings.get("企业" + FOUR_PATENTS));
    assertEquals("NOT_CANDIDATE INTENSITY", standings.get("企业" + LOW_INTENSITY));
  }

  /** With the rank of a candidate, or the clauses that another does not meet. */
  private static String standing(JsonNode row) {
    return row.path("standing").asText()
        + (row.path("rank").isNull() ? "" : " " + row.path("rank").asInt())
        + (row.path("reasons").isEmpty() ? "" : " " + row.at("/reasons/0").asText());
  }
}

package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample loads whole, and asking it is worth the while: yes, no and cannot-tell all occur. */
class SampleAnswersTest {
  @TempDir static Path directory;
  private static Rig rig;

  @BeforeAll
  static void open() throws Exception {
    rig = Rig.open(directory).withSample();
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void Every_county_of_the_sample_city_has_enterprises_with_and_without_R_and_D() {
    List<?> counties =
        (List<?>)
            rig.ask(
                """
                { rdFiguresByCounty(region: "140500", year: 2021) { division { name }
                    figures { enterprises withoutRdActivity { totalCount } rdActivity { numerator }
                        rdGrowth { shown } } } }
                """,
                "rdFiguresByCounty");
    assertEquals(6, counties.size());
    Set<Object> growths = new HashSet<>();
    for (Object county : counties) {
      Map<?, ?> figures = (Map<?, ?>) ((Map<?, ?>) county).get("figures");
      assertTrue((int) figures.get("enterprises") > 0, county::toString);
      assertTrue((int) ((Map<?, ?>) figures.get("rdActivity")).get("numerator") > 0);
      growths.add(((Map<?, ?>) figures.get("rdGrowth")).get("shown"));
    }
    assertEquals(6, growths.size(), "they differ");
  }

  @Test
  void The_five_haves_are_in_place_missing_and_undetermined() {
    List<?> nodes =
        (List<?>)
            rig.ask(
                """
                { enterprises(where: {divisionCode: {within: "140500"}}, first: 200) {
                    nodes { fiveHaves(year: 2022) { all } } } }
                """,
                "enterprises.nodes");
    Set<Object> answers = new HashSet<>();
    nodes.forEach(n -> answers.add(((Map<?, ?>) ((Map<?, ?>) n).get("fiveHaves")).get("all")));
    Set<Object> all = new HashSet<>(List.of(true, false));
    all.add(null);
    assertEquals(all, answers);
  }

  @Test
  void Returns_are_in_time_late_missing_and_flagged() {
    Map<?, ?> status =
        (Map<?, ?>)
            rig.ask(
                "{ division(code: \"140500\") { returnStatus(year: 2022) { inTime late missing flagged } } }",
                "division.returnStatus");
    status.forEach((name, count) -> assertTrue((int) count > 0, () -> name + " " + count));
  }

  @Test
  void Titles_come_and_go() {
    Map<?, ?> count =
        (Map<?, ?>)
            rig.ask(
                """
                { titleCount(region: "140000", kind: HNTE, asOf: "2021-12-31") {
                    valid cumulative gained lost } }
                """,
                "titleCount");
    count.forEach((name, number) -> assertTrue((int) number > 0, () -> name + " " + number));
  }
}

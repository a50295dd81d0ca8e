package org.wuyou.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.testkit.PluginFolder;
import org.wuyou.testkit.RunningProduct;
import org.wuyou.testkit.synthetic.SyntheticReturns;

/**
 * Target boards and the county scorecard over a real register with synthetic returns, worked out a
 * second time from the rows of the files. The folder of the register is {@code -Dwuyou.data}.
 *
 * <p>{@code mvn -B verify -pl distribution -am -Dexcluded.groups= -Dtest=RealBoardsTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dwuyou.data=DIR}
 */
@Tag("slow")
@Tag("SUP-02")
@Tag("SUP-08")
@DisplayName("Boards over the real register")
class RealBoardsTest {
  private static final String CITY = "140500";
  private static final String PROVINCE = "360000";
  private static final long YUAN_OF_SCALE = 20_000_000;

  @TempDir private static Path directory;
  private static RunningProduct product;
  private static Recount recount;

  @BeforeAll
  static void open() throws Exception {
    Path data =
        Path.of(
            System.getProperty(
                "wuyou.data", PluginFolder.root().resolve("../shared/data").toString()));
    assumeTrue(Files.isDirectory(data), () -> "no register in " + data);
    Path file = data.resolve("enterprises-industrial-4regions.csv");
    List<Map<String, String>> register = SyntheticReturns.read(file);
    Map<String, List<Map<String, String>>> made =
        SyntheticReturns.make(
            register,
            SyntheticReturns.read(data.resolve("industrial-rd-by-province-2018-2023.csv")));
    SyntheticReturns.write(made, directory);
    product =
        RunningProduct.start(
            Clock.systemUTC(),
            Stream.of("wuyou-plugin-registry", "wuyou-region-jincheng", "wuyou-region-jiangxi")
                .map(PluginJars::ofImage)
                .toList());
    load("Enterprise", file);
    for (String entity :
        List.of("Enterprise", "YearlyReturn", "RdInstitution", "RdProject", "RdAccount")) {
      load(entity, directory.resolve(entity + ".csv"));
    }
    recount = new Recount(register, made);
  }

  @AfterAll
  static void close() {
    if (product != null) {
      product.close();
    }
  }

  @Test
  @Tag("JC-T1")
  @Tag("JC-T2")
  @Tag("JC-T3")
  void Coverage_institutions_and_growth_of_Jincheng_and_its_counties() {
    List<String> scopes = new ArrayList<>(List.of(CITY));
    scopes.addAll(List.of("140502", "140521", "140522", "140524", "140525", "140581"));
    for (String scope : scopes) {
      JsonNode board = board(CITY, scope, 2021, "JC-N01", "JC-N02", "JC-N03");
      Set<String> all = recount.aboveScale(scope, 2021);
      Set<String> active = recount.spending(all, 2021);
      assertEquals(active.size(), board.at("/JC-N01/numerator").asInt(), scope);
      assertEquals(all.size(), board.at("/JC-N01/denominator").asInt(), scope);
      assertEquals(
          recount.withInstitution(all, 2021).size(), board.at("/JC-N02/numerator").asInt(), scope);
      assertEquals(all.size(), board.at("/JC-N02/denominator").asInt(), scope);
      assertEquals(
          recount.growth(all, 2021), new BigDecimal(board.at("/JC-N03/value").asText()), scope);
    }
    assertTrue(recount.aboveScale(CITY, 2021).size() > 100, "enough to speak of");
  }

  @Test
  @Tag("JC-T4")
  @Tag("JC-T5")
  @Tag("JC-T6")
  void Tiers_of_Jincheng_and_who_reaches_the_growth_of_its_tier() {
    JsonNode board = board(CITY, CITY, 2021, "JC-N04", "JC-N05", "JC-N06");
    assertEquals(recount.tier(CITY, 400_000_000, Long.MAX_VALUE, 20), tally(board, "JC-N04"));
    assertEquals(recount.tier(CITY, 100_000_000, 400_000_000, 25), tally(board, "JC-N05"));
    assertEquals(recount.tier(CITY, YUAN_OF_SCALE, 100_000_000, 30), tally(board, "JC-N06"));
  }

  @Test
  @Tag("JC-13")
  void County_scorecard_of_Jincheng() {
    JsonNode rows =
        product
            .client()
            .query(
                "{ region(code: \"140500\") { scorecards(year: 2021) { rows { division"
                    + " cells { numerator denominator value } } } } }")
            .at("/region/scorecards/0/rows");
    assertEquals(6, rows.size());
    for (JsonNode row : rows) {
      String county = row.path("division").asText();
      Set<String> all = recount.aboveScale(county, 2021);
      assertEquals(
          recount.withInstitution(all, 2021).size(), row.at("/cells/0/numerator").asInt(), county);
      assertEquals(all.size(), row.at("/cells/0/denominator").asInt(), county);
      assertEquals(
          recount.growth(all, 2021), new BigDecimal(row.at("/cells/1/value").asText()), county);
    }
  }

  @Test
  @Tag("JX-G2a")
  void Intensity_of_Jiangxi() {
    JsonNode board = board(PROVINCE, PROVINCE, 2022, "JX-N01");
    assertEquals(
        recount.intensity(recount.aboveScale(PROVINCE, 2022), 2022),
        new BigDecimal(board.at("/JX-N01/value").asText()));
  }

  private static Tally tally(JsonNode board, String target) {
    JsonNode tally = board.path(target).path("tally");
    return new Tally(
        tally.path("met").asInt(), tally.path("notMet").asInt(), tally.path("notAssessed").asInt());
  }

  private static JsonNode board(String region, String scope, int year, String... targets) {
    ObjectNode byTarget = JsonNodeFactory.instance.objectNode();
    product
        .client()
        .query(
            """
            query($region: DivisionCode!, $scope: DivisionCode, $year: Int, $targets: [String!]) {
              region(code: $region) {
                targetBoard(scope: $scope, year: $year, targets: $targets) {
                  target { id } value numerator denominator tally { met notMet notAssessed }
                } } }
            """,
            Map.of("region", region, "scope", scope, "year", year, "targets", List.of(targets)))
        .at("/region/targetBoard")
        .forEach(outcome -> byTarget.set(outcome.at("/target/id").asText(), outcome));
    return byTarget;
  }

  private static void load(String entity, Path file) throws IOException {
    HttpResponse<String> answer =
        product
            .client()
            .send(
                product
                    .client()
                    .request("/files/" + entity + "?mode=commit&wait=true")
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofFile(file))
                    .build());
    JsonNode report = new ObjectMapper().readTree(answer.body());
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(0, report.path("errors").size(), entity + report.path("errors"));
  }

  /** How many enterprises of a tier reach its growth. */
  private record Tally(int met, int notMet, int notAssessed) {}

  /** The same figures from the rows of the files alone. */
  private static final class Recount {
    private final Map<String, String> divisions = new HashMap<>();
    private final Set<String> industrial = new HashSet<>();
    private final Map<String, Map<String, String>> returns = new HashMap<>();
    private final Map<String, String> institutions = new HashMap<>();

    Recount(List<Map<String, String>> register, Map<String, List<Map<String, String>>> made)
        throws IOException {
      Map<String, String> successors = new HashMap<>();
      for (Map<String, String> row :
          SyntheticReturns.read(
              PluginFolder.root()
                  .resolve(
                      "plugins/registry/src/main/resources/META-INF/wuyou/reference/Division.csv"))) {
        if (!row.getOrDefault("successor", "").isEmpty()) {
          successors.put(row.get("code"), row.get("successor"));
        }
      }
      for (Map<String, String> row : register) {
        String code = row.get("registry_division");
        divisions.put(row.get("credit_code"), successors.getOrDefault(code, code));
      }
      for (Map<String, String> row : made.getOrDefault("Enterprise", List.of())) {
        if ("true".equals(row.get("legalPerson"))
            && row.getOrDefault("industryCode", "99").compareTo("47") < 0) {
          industrial.add(row.get("uscc"));
        }
      }
      made.getOrDefault("YearlyReturn", List.of())
          .forEach(row -> returns.put(row.get("enterprise") + row.get("year"), row));
      made.getOrDefault("RdInstitution", List.of())
          .forEach(
              row ->
                  institutions.merge(
                      row.get("enterprise"),
                      row.get("establishedOn"),
                      (a, b) -> a.compareTo(b) < 0 ? a : b));
    }

    /** The number a return of the year gives, or null. */
    private @Nullable Long figure(String uscc, int year, String column) {
      String text = returns.getOrDefault(uscc + year, Map.of()).get(column);
      return text == null || text.isEmpty() ? null : Long.valueOf(text);
    }

    Set<String> aboveScale(String division, int year) {
      Set<String> found = industrial(division);
      found.removeIf(
          uscc -> {
            Long revenue = figure(uscc, year - 1, "revenue");
            return revenue == null || revenue < YUAN_OF_SCALE;
          });
      return found;
    }

    private Set<String> industrial(String division) {
      String prefix = division.replaceFirst("(0000|00)$", "");
      Set<String> found = new TreeSet<>(industrial);
      found.removeIf(uscc -> !divisions.getOrDefault(uscc, "").startsWith(prefix));
      return found;
    }

    Set<String> spending(Set<String> among, int year) {
      Set<String> found = new TreeSet<>(among);
      found.removeIf(
          uscc -> {
            Long spent = figure(uscc, year, "rdExpenditure");
            return spent == null || spent == 0;
          });
      return found;
    }

    Set<String> withInstitution(Set<String> among, int year) {
      Set<String> found = new TreeSet<>(among);
      found.removeIf(
          uscc -> institutions.getOrDefault(uscc, "9999").compareTo(year + "-12-31") > 0);
      return found;
    }

    /** Growth in percent over those that reported both years. */
    BigDecimal growth(Set<String> among, int year) {
      long base = 0;
      long value = 0;
      for (String uscc : among) {
        Long before = figure(uscc, year - 1, "rdExpenditure");
        Long now = figure(uscc, year, "rdExpenditure");
        if (before != null && now != null) {
          base += before;
          value += now;
        }
      }
      return percent(value - base, base);
    }

    BigDecimal intensity(Set<String> among, int year) {
      long spent = 0;
      long revenue = 0;
      for (String uscc : among) {
        Long rd = figure(uscc, year, "rdExpenditure");
        Long sales = figure(uscc, year, "revenue");
        if (rd != null && sales != null) {
          spent += rd;
          revenue += sales;
        }
      }
      return percent(spent, revenue);
    }

    /** Who gave no revenue of the year before cannot be placed, and so is not assessed. */
    Tally tier(String division, long least, long below, int percent) {
      int met = 0;
      int notMet = 0;
      Set<String> unplaced = industrial(division);
      unplaced.removeIf(uscc -> figure(uscc, 2020, "revenue") != null);
      int notAssessed = unplaced.size();
      for (String uscc : aboveScale(division, 2021)) {
        long revenue = Objects.requireNonNull(figure(uscc, 2020, "revenue"));
        if (revenue < least || revenue >= below) {
          continue;
        }
        Long before = figure(uscc, 2020, "rdExpenditure");
        Long now = figure(uscc, 2021, "rdExpenditure");
        if (before == null || now == null || before == 0) {
          notAssessed++;
        } else if ((now - before) * 100 >= before * percent) {
          met++;
        } else {
          notMet++;
        }
      }
      return new Tally(met, notMet, notAssessed);
    }

    private static BigDecimal percent(long part, long whole) {
      return BigDecimal.valueOf(part)
          .multiply(BigDecimal.valueOf(100))
          .divide(BigDecimal.valueOf(whole), MathContext.DECIMAL128);
    }
  }
}

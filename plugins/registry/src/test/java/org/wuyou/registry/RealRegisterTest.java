package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.testkit.synthetic.SyntheticReturns;

/**
 * A real register of 8,198 enterprises with synthetic returns: what the module answers is worked
 * out a second time from the files alone. The folder of the register is {@code -Dwuyou.data}.
 *
 * <p>{@code mvn -B test -pl plugins/registry -am -Dexcluded.groups= -Dtest=RealRegisterTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dwuyou.data=DIR}
 */
@Tag("slow")
@Tag("REG-01")
@Tag("REG-04")
@Tag("REG-10")
class RealRegisterTest {
  private static final int YEAR = 2021;
  private static final Path DATA =
      Path.of(
          System.getProperty(
              "wuyou.data", System.getProperty("wuyou.root", ".") + "/../shared/data"));

  @TempDir static Path directory;
  private static Rig rig;
  private static ImportReport report;
  private static List<Map<String, String>> register;
  private static Map<String, List<Map<String, String>>> made;

  @BeforeAll
  static void open() throws Exception {
    assumeTrue(Files.isDirectory(DATA), () -> "no register in " + DATA);
    Path file = DATA.resolve("enterprises-industrial-4regions.csv");
    register = SyntheticReturns.read(file);
    made =
        SyntheticReturns.make(
            register,
            SyntheticReturns.read(DATA.resolve("industrial-rd-by-province-2018-2023.csv")));
    Path folder = directory.resolve("synthetic");
    SyntheticReturns.write(made, folder);
    rig = Rig.open(directory);
    report = rig.file("Enterprise", file);
    for (String entity :
        List.of("Enterprise", "YearlyReturn", "RdInstitution", "RdProject", "RdAccount")) {
      ImportReport loaded = rig.file(entity, folder.resolve(entity + ".csv"));
      assertEquals(List.of(), loaded.errors(), entity);
    }
  }

  @AfterAll
  static void close() {
    if (rig != null) {
      rig.close();
    }
  }

  @Test
  void All_8198_are_taken_and_824_retired_codes_resolve_or_are_listed() {
    assertEquals(8198, report.accepted());
    assertEquals(0, report.refused());
    assertEquals(
        Map.of("enterprises", 8198, "inUse", 7374, "resolved", 636, "unresolved", 188),
        rig.ask(
            "{ registryDivisions { enterprises inUse resolved unresolved } }",
            "registryDivisions"));
  }

  @Test
  void Every_enterprise_of_a_retired_county_counts_for_the_one_that_took_its_place() {
    Map<String, Integer> expected = new TreeMap<>();
    register.forEach(row -> expected.merge(county(row), 1, Integer::sum));
    for (Object figures : counties("360000", "ALL")) {
      Map<?, ?> county = (Map<?, ?>) ((Map<?, ?>) figures).get("division");
      Map<?, ?> answer = (Map<?, ?>) ((Map<?, ?>) figures).get("figures");
      String code = county.get("code").toString();
      assertEquals(expected.getOrDefault(code, 0), answer.get("enterprises"), code);
    }
  }

  @Test
  void County_figures_are_those_worked_out_from_the_files() {
    Map<String, Recomputed> expected = recomputed();
    int seen = 0;
    for (String province : List.of("140000", "210000", "360000", "370000")) {
      for (Object figures : counties(province, "ABOVE_SCALE")) {
        String code = ((Map<?, ?>) ((Map<?, ?>) figures).get("division")).get("code").toString();
        Recomputed county = expected.getOrDefault(code, new Recomputed());
        assertEquals(county.answer(), ((Map<?, ?>) figures).get("figures").toString(), code);
        seen += county.enterprises;
      }
    }
    assertTrue(seen > 1_000, "so many enterprises of counties were compared: " + seen);
  }

  @Test
  void Gaps_of_the_five_haves_are_those_worked_out_from_the_files() {
    Set<String> institutions = new HashSet<>();
    rows("RdInstitution").stream()
        .filter(r -> r.get("establishedOn").compareTo(YEAR + "-12-31") <= 0)
        .forEach(r -> institutions.add(r.get("enterprise")));
    Set<String> projects = new HashSet<>();
    rows("RdProject").stream()
        .filter(r -> r.get("startedOn").compareTo(YEAR + "-12-31") <= 0)
        .filter(r -> r.get("endedOn").compareTo(YEAR + "-01-01") >= 0)
        .forEach(r -> projects.add(r.get("enterprise")));
    Map<String, Boolean> accounts = new HashMap<>();
    rows("RdAccount").stream()
        .filter(r -> r.get("year").equals(String.valueOf(YEAR)))
        .forEach(r -> accounts.put(r.get("enterprise"), r.get("compliant").equals("true")));
    List<Map<String, String>> sample = returns(YEAR).stream().limit(400).toList();
    for (Map<String, String> row : sample) {
      String code = row.get("enterprise");
      boolean active = !row.get("rdExpenditure").equals("0");
      List<String> missing = new ArrayList<>();
      if (!institutions.contains(code)) {
        missing.add("INSTITUTION");
      }
      if (!projects.contains(code) && row.get("rdProjectCount").equals("0")) {
        missing.add("PROJECT");
      }
      if (Boolean.FALSE.equals(accounts.get(code))) {
        missing.add("ACCOUNT");
      }
      if (!active) {
        missing.add("FUNDS");
        missing.add("PERSONNEL");
      }
      assertEquals(
          missing,
          rig.ask(
              "{ enterprise(uscc: \"%s\") { fiveHaves(year: %d) { missing } } }"
                  .formatted(code, YEAR),
              "enterprise.fiveHaves.missing"),
          code);
    }
  }

  /** The figures of one county, from the rows of the files. */
  private static final class Recomputed {
    private int enterprises;
    private int active;
    private int institutions;
    private long base;
    private long value;
    private boolean grown;

    String answer() {
      String growth = "null";
      if (grown && base > 0) {
        growth =
            BigDecimal.valueOf(value - base)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(base), 2, RoundingMode.HALF_UP)
                .toPlainString();
      }
      return "{enterprises=%d, rdActivity={numerator=%d}, rdInstitution={numerator=%d}, rdGrowth={shown=%s}}"
          .formatted(enterprises, active, institutions, growth);
    }
  }

  private static Map<String, Recomputed> recomputed() {
    Map<String, String> counties = new HashMap<>();
    register.forEach(row -> counties.put(row.get("credit_code"), county(row)));
    Set<String> eligible = new HashSet<>();
    rows("Enterprise").stream()
        .filter(r -> r.get("legalPerson").equals("true"))
        .filter(r -> r.get("industryCode").compareTo("47") < 0)
        .forEach(r -> eligible.add(r.get("uscc")));
    Set<String> institutions = new HashSet<>();
    rows("RdInstitution").stream()
        .filter(r -> r.get("establishedOn").compareTo(YEAR + "-12-31") <= 0)
        .forEach(r -> institutions.add(r.get("enterprise")));
    Map<String, Long> now = new HashMap<>();
    returns(YEAR)
        .forEach(r -> now.put(r.get("enterprise"), Long.parseLong(r.get("rdExpenditure"))));
    Map<String, Recomputed> expected = new HashMap<>();
    for (Map<String, String> before : returns(YEAR - 1)) {
      String code = before.get("enterprise");
      if (!eligible.contains(code) || Long.parseLong(before.get("revenue")) < 20_000_000L) {
        continue;
      }
      Recomputed county =
          expected.computeIfAbsent(counties.getOrDefault(code, ""), c -> new Recomputed());
      county.enterprises++;
      county.institutions += institutions.contains(code) ? 1 : 0;
      Long spent = now.get(code);
      if (spent != null) {
        county.active += spent > 0 ? 1 : 0;
        county.base += Long.parseLong(before.get("rdExpenditure"));
        county.value += spent;
        county.grown = true;
      }
    }
    return expected;
  }

  private static final Map<String, String> SUCCESSORS = successors();

  private static Map<String, String> successors() {
    Map<String, String> successors = new HashMap<>();
    for (Map<String, String> row :
        Csv.read(Path.of("src/main/resources/META-INF/wuyou/reference/Division.csv"))) {
      if (!row.get("successor").isEmpty()) {
        successors.put(row.get("code"), row.get("successor"));
      }
    }
    return successors;
  }

  private static String county(Map<String, String> row) {
    String code = row.get("registry_division");
    return SUCCESSORS.getOrDefault(code, code);
  }

  private static List<?> counties(String province, String population) {
    return (List<?>)
        rig.ask(
            """
            { rdFiguresByCounty(region: "%s", year: %d, population: %s) { division { code }
                figures { enterprises rdActivity { numerator } rdInstitution { numerator }
                    rdGrowth { shown } } } }
            """
                .formatted(province, YEAR, population),
            "rdFiguresByCounty");
  }

  private static List<Map<String, String>> returns(int year) {
    return rows("YearlyReturn").stream()
        .filter(r -> r.get("year").equals(String.valueOf(year)))
        .toList();
  }

  private static List<Map<String, String>> rows(String entity) {
    return made.getOrDefault(entity, List.of());
  }
}

package org.wuyou.testkit.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The generator on a register of 2,000 codes, with published figures of its own. */
class SyntheticReturnsTest {
  private static final int YEAR = 2021;

  private final List<Map<String, String>> register = register();
  private final List<Map<String, String>> published = published();
  private final Map<String, List<Map<String, String>>> files =
      SyntheticReturns.make(register, published);

  @Test
  void It_is_the_same_on_every_run() {
    assertEquals(files, SyntheticReturns.make(register, published));
  }

  @Test
  void Share_mean_and_sum_of_R_and_D_are_those_of_the_province() {
    ProvinceYear province = ProvinceYear.of(published, "山西", YEAR);
    Set<String> industrial = new HashSet<>();
    rows("Enterprise").stream()
        .filter(r -> r.get("legalPerson").equals("true") && !r.get("industryCode").startsWith("47"))
        .forEach(r -> industrial.add(r.get("uscc")));
    Set<String> listed = new HashSet<>();
    of(YEAR - 1).stream()
        .filter(r -> Long.parseLong(r.get("revenue")) >= 20_000_000L)
        .forEach(r -> listed.add(r.get("enterprise")));
    listed.retainAll(industrial);
    List<Map<String, String>> list =
        of(YEAR).stream().filter(r -> listed.contains(r.get("enterprise"))).toList();
    List<Long> rd =
        list.stream().map(r -> Long.parseLong(r.get("rdExpenditure"))).filter(v -> v > 0).toList();
    assertEquals(province.activeAmong(list.size()), rd.size());
    assertEquals(
        province.rdThousandYuan(rd.size()) * 1000, rd.stream().mapToLong(Long::longValue).sum());
    assertTrue(rd.size() > 100 && rd.size() < list.size() / 2, rd.size() + " of " + list.size());
  }

  @Test
  void Every_row_says_that_it_is_synthetic() {
    for (Map.Entry<String, List<Map<String, String>>> file : files.entrySet()) {
      for (Map<String, String> row : file.getValue()) {
        assertTrue(
            "true".equals(row.get("fictional")) || row.get("source").contains("synthetic"),
            () -> file.getKey() + " " + row);
      }
    }
  }

  @Test
  void Nobody_spends_more_on_R_and_D_than_he_earns() {
    for (Map<String, String> row : rows("YearlyReturn")) {
      assertTrue(
          Long.parseLong(row.get("rdExpenditure")) < Long.parseLong(row.get("revenue")),
          row::toString);
    }
  }

  private List<Map<String, String>> of(int year) {
    return rows("YearlyReturn").stream()
        .filter(r -> r.get("year").equals(String.valueOf(year)))
        .toList();
  }

  private List<Map<String, String>> rows(String entity) {
    List<Map<String, String>> rows = files.get(entity);
    if (rows == null) {
      throw new IllegalStateException("no " + entity);
    }
    return rows;
  }

  private static List<Map<String, String>> register() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String scope = List.of("机械制造", "煤炭开采", "食品加工", "建筑工程施工").get(i % 4);
      rows.add(
          Map.of(
              "credit_code",
              String.format("91140500MAX9%05dX", i),
              "province",
              "山西",
              "scope",
              scope));
    }
    return rows;
  }

  private static List<Map<String, String>> published() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int year = SyntheticReturns.FIRST_YEAR; year <= SyntheticReturns.LAST_YEAR; year++) {
      int step = year - SyntheticReturns.FIRST_YEAR;
      add(rows, year, "rd_active_enterprises", 1_000 + 150 * step);
      add(rows, year, "enterprises_with_rd_institution", 900 + 160 * step);
      add(rows, year, "rd_expenditure", 900_000 + 100_000 * step);
      add(rows, year, "rd_personnel", 40_000 + 5_000 * step);
    }
    return rows;
  }

  private static void add(List<Map<String, String>> rows, int year, String indicator, int value) {
    rows.add(
        Map.of(
            "region",
            "山西",
            "year",
            String.valueOf(year),
            "indicator",
            indicator,
            "value",
            String.valueOf(value)));
  }
}

package org.wuyou.store;

import static org.junit.jupiter.api.Assertions.*;
import static org.wuyou.store.Sample.*;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyou.spi.data.Aggregation;
import org.wuyou.spi.data.Aggregation.Grain;
import org.wuyou.spi.data.Aggregation.Kind;
import org.wuyou.spi.data.Aggregation.Measure;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Deadline;
import org.wuyou.spi.data.Group;
import org.wuyou.spi.data.Page;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.data.Transaction;

@DisplayName("Reading a snapshot")
class ReadingTest {
  @TempDir static Path directory;
  private static WuyouStore store;

  @BeforeAll
  static void fill() {
    store = Sample.open(directory);
    List<Change> changes = new ArrayList<>();
    String[] names = {"晋城市太行機械有限公司", "高平煤业集团", "阳城光学ＡＢＣ科技", "陵川县新材料股份", "盘锦 石化"};
    for (int i = 0; i < names.length; i++) {
      changes.add(
          enterprise(
              i,
              names[i],
              "divisionCode",
              i < 2 ? "140581" : i < 4 ? "140522" : "211100",
              "industryCode",
              i == 4 ? "C" : "39" + (70 + i),
              "sizeClass",
              i == 0 ? "MICRO" : i == 1 ? "LARGE" : null,
              "revenue",
              i == 3 ? null : yuan(100 * i + 1),
              "staff",
              i == 2 ? null : (Integer) (10 * i),
              "intensity",
              i == 0 ? new BigDecimal("3") : null,
              "foundedOn",
              LocalDate.of(2000 + i / 2, 1 + i, 1)));
      for (int year = 2020; year < 2020 + i; year++) {
        changes.add(
            insert(
                "YearlyReturn",
                "enterprise",
                enterpriseKey(i),
                "year",
                year,
                "rdExpenditure",
                yuan(year - 2019)));
      }
    }
    commit(store, changes.toArray(Change[]::new));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static Table enterprises() {
    return store.snapshot().table("Enterprise");
  }

  @Test
  void is_given_up_once_the_deadline_of_the_request_has_passed() {
    Condition contains = new Condition.TextMatch("name", Condition.Match.CONTAINS, "科技", false);
    long passed = System.nanoTime() - 1;
    long ahead = System.nanoTime() + 60_000_000_000L;

    assertThrows(
        Deadline.Passed.class,
        () ->
            Deadline.until(
                passed,
                () ->
                    enterprises()
                        .aggregate(
                            new Aggregation(
                                contains,
                                List.of(),
                                List.of(new Measure(Kind.COUNT, null, null))))));
    assertEquals(
        List.of(1L),
        Deadline.until(
                ahead,
                () ->
                    enterprises()
                        .aggregate(
                            new Aggregation(
                                contains, List.of(), List.of(new Measure(Kind.COUNT, null, null)))))
            .stream()
            .map(group -> group.values().getFirst())
            .toList());
    assertEquals(5, enterprises().count(Condition.ALL), "no deadline is left behind");
  }

  private static List<Long> ids(Condition where) {
    return Arrays.stream(enterprises().positions(where)).mapToObj(enterprises()::idAt).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "机械, 1",
    "機械, 1",
    "機, 1",
    "太行机, 1",
    "abc, 3",
    "ABC科, 3",
    "煤業, 2",
    "'公司 太行', 1",
    "石化, 5",
    "盘锦石化, 5",
    "不存在, ''",
    "城, '1,3'",
    "司, 1"
  })
  void finds_parts_of_names_in_traditional_or_simplified_characters(String text, String expected) {
    List<Long> wanted =
        expected.isEmpty()
            ? List.of()
            : Arrays.stream(expected.split(",")).map(Long::valueOf).toList();
    assertEquals(wanted, ids(new Condition.Search(text, null)));
  }

  @Test
  void finds_the_same_by_the_index_of_many_names_as_by_reading_them(@TempDir Path other) {
    try (WuyouStore many = Sample.open(other)) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < 5000; i++) {
        changes.add(
            enterprise(i, "第" + Integer.toString(i, 7) + (i % 10 == 0 ? "機械" : "化工") + "廠"));
      }
      many.commit(new Transaction("test", changes.subList(0, 4000)));
      for (int round = 0; round < 2; round++) {
        Table table = many.snapshot().table("Enterprise");
        for (String text : List.of("机械", "厂", "化", "10", "66化工", "00机械厂", "第6", "工厂")) {
          String folded = text.replace("机", "機").replace("厂", "廠");
          assertEquals(
              table.count(new Condition.TextMatch("name", Condition.Match.CONTAINS, folded, false)),
              table.count(new Condition.Search(text, List.of("name"))),
              text);
        }
        many.commit(new Transaction("test", changes.subList(4000, 5000)));
      }
    }
  }

  private static List<Group> aggregate(
      Condition where, List<Aggregation.GroupBy> by, Measure... measures) {
    return enterprises().aggregate(new Aggregation(where, by, List.of(measures)));
  }

  @Test
  void gives_figures_of_all_rows_when_nothing_is_grouped_by_and_nothing_for_missing_values() {
    Group all =
        aggregate(
                Condition.ALL,
                List.of(),
                new Measure(Kind.COUNT, null, null),
                new Measure(Kind.SUM, "revenue", null),
                new Measure(Kind.SUM, "staff", null),
                new Measure(Kind.MIN, "revenue", null),
                new Measure(Kind.MAX, "sizeClass", null),
                new Measure(Kind.AVG, "revenue", null),
                new Measure(Kind.COUNT_DISTINCT, "divisionCode", null),
                new Measure(Kind.SUM, "score", null),
                new Measure(Kind.COUNT, null, new Condition.IsNull("staff")),
                new Measure(Kind.SHARE, null, Condition.eq("divisionCode", "140581")))
            .getFirst();
    assertEquals(
        Arrays.asList(
            5L,
            yuan(704),
            80L,
            yuan(1),
            "MICRO",
            new BigDecimal("176.00"),
            3L,
            null,
            1L,
            new Aggregation.Share(2, 5)),
        all.values());
    assertEquals(
        0L,
        aggregate(Condition.eq("staff", -5), List.of(), new Measure(Kind.COUNT, null, null))
            .getFirst()
            .values()
            .getFirst());
  }

  @Test
  void groups_by_value_and_by_coarser_values_in_ascending_order_with_missing_last() {
    Measure count = new Measure(Kind.COUNT, null, null);
    assertEquals("[[LARGE], [MICRO], [null]]", keys("sizeClass", Grain.VALUE, count));
    assertEquals("[[140500], [211100]]", keys("divisionCode", Grain.CITY, count));
    assertEquals("[[140000], [210000]]", keys("divisionCode", Grain.PROVINCE, count));
    assertEquals("[[C]]", keys("industryCode", Grain.SECTION, count));
    assertEquals("[[39], [null]]", keys("industryCode", Grain.DIVISION, count));
    assertEquals("[[397], [null]]", keys("industryCode", Grain.GROUP, count));
    assertEquals("[[2000], [2001], [2002]]", keys("foundedOn", Grain.YEAR, count));
    assertEquals(
        YearMonth.of(2000, 1),
        aggregate(Condition.ALL, List.of(new Aggregation.GroupBy("foundedOn", Grain.MONTH)), count)
            .getFirst()
            .keys()
            .getFirst());
    assertThrows(IllegalArgumentException.class, () -> keys("name", Grain.YEAR, count));
  }

  private static String keys(String field, Grain grain, Measure measure) {
    return aggregate(Condition.ALL, List.of(new Aggregation.GroupBy(field, grain)), measure)
        .stream()
        .map(Group::keys)
        .toList()
        .toString();
  }

  @Test
  void groups_through_references_and_by_several_keys() {
    List<Group> groups =
        store
            .snapshot()
            .table("YearlyReturn")
            .aggregate(
                new Aggregation(
                    new Condition.Compare("year", Condition.Operator.GE, 2021),
                    List.of(
                        new Aggregation.GroupBy("enterprise.divisionCode", Grain.PROVINCE),
                        new Aggregation.GroupBy("year", Grain.VALUE)),
                    List.of(new Measure(Kind.SUM, "rdExpenditure", null))));
    assertEquals(
        "[[140000, 2021]=[4], [140000, 2022]=[3], [210000, 2021]=[2], [210000, 2022]=[3], [210000, 2023]=[4]]",
        groups.stream().map(g -> g.keys() + "=" + g.values()).toList().toString());
    Group byRow =
        store
            .snapshot()
            .table("YearlyReturn")
            .aggregate(
                new Aggregation(
                    Condition.ALL,
                    List.of(new Aggregation.GroupBy("enterprise", Grain.VALUE)),
                    List.of(new Measure(Kind.COUNT, null, null))))
            .getFirst();
    assertEquals("高平煤业集团", ((Row) byRow.keys().getFirst()).text("name"));
  }

  @Test
  void sums_beyond_a_long_on_the_way_exactly(@TempDir Path other) {
    try (WuyouStore wide =
        WuyouStore.open(
            StoreSettings.of(
                other,
                model(
                    entity(
                        "Wide",
                        List.of(),
                        List.of(),
                        field("amount", new org.wuyou.spi.model.ValueType.Decimal(6))))))) {
      BigDecimal huge = new BigDecimal("4000000000000.000001");
      commit(
          wide,
          insert("Wide", "amount", huge),
          insert("Wide", "amount", huge),
          insert("Wide", "amount", huge),
          insert("Wide", "amount", huge.negate()));
      Group all =
          wide.snapshot()
              .table("Wide")
              .aggregate(
                  new Aggregation(
                      Condition.ALL, List.of(), List.of(new Measure(Kind.SUM, "amount", null))))
              .getFirst();
      assertEquals(new BigDecimal("8000000000000.000002"), all.values().getFirst());
    }
  }

  @Test
  void pages_the_rows_of_an_inverse_field() {
    int position = enterprises().find(enterpriseKey(4)).orElseThrow();
    Page page =
        enterprises()
            .selectRelated(
                position,
                "returns",
                Selection.first(2, Condition.ALL, new Selection.Order("year", true)));
    assertEquals(
        List.of(2023, 2022),
        Arrays.stream(page.positions())
            .mapToObj(p -> page.table().row(p).integer("year"))
            .toList());
    assertTrue(page.hasNext());
    assertEquals(4, enterprises().relatedCount(position, "returns"));
  }

  @Test
  void gives_an_empty_page_that_knows_whether_rows_follow() {
    Page page = enterprises().select(Selection.first(0, Condition.ALL));
    assertEquals(0, page.positions().length);
    assertTrue(page.hasNext());
    assertFalse(enterprises().select(Selection.first(10, Condition.ALL)).hasNext());
  }

  @Test
  void refuses_a_cursor_of_another_order_and_a_field_that_is_not_there() {
    Selection.Cursor cursor = new Selection.Cursor(List.of(), 1);
    Selection wrong =
        new Selection(
            Condition.ALL, List.of(new Selection.Order("staff", false)), 1, false, cursor, null);
    assertThrows(IllegalArgumentException.class, () -> enterprises().select(wrong));
    assertThrows(
        IllegalArgumentException.class, () -> enterprises().count(Condition.eq("nothing", 1)));
  }

  @Test
  void cursors_neither_skip_nor_repeat_the_rows_there_were_while_others_are_inserted(
      @TempDir Path other) {
    try (WuyouStore live = Sample.open(other)) {
      for (int i = 0; i < 200; i++) {
        commit(live, enterprise(i, "企业" + i, "revenue", yuan(i % 20), "divisionCode", "140581"));
      }
      Set<Long> seen = new HashSet<>();
      Selection.Cursor after = null;
      int added = 1000;
      while (true) {
        Table table = live.snapshot().table("Enterprise");
        Page page =
            table.select(
                new Selection(
                    Condition.eq("divisionCode", "140581"),
                    List.of(new Selection.Order("revenue", true)),
                    7,
                    false,
                    after,
                    null));
        for (int position : page.positions()) {
          assertTrue(seen.add(table.idAt(position)), "repeated " + table.idAt(position));
        }
        if (!page.hasNext()) {
          break;
        }
        after = page.cursors().apply(page.positions().length - 1);
        commit(
            live, enterprise(added++, "新", "revenue", yuan(added % 20), "divisionCode", "140581"));
      }
      for (long id = 1; id <= 200; id++) {
        assertTrue(seen.contains(id), "skipped " + id);
      }
    }
  }

  @Test
  void mends_sorted_runs_after_changes_of_any_kind(@TempDir Path other) {
    try (WuyouStore live = Sample.open(other)) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        changes.add(
            enterprise(
                i,
                "企业" + i,
                "revenue",
                yuan(i * 7 % 100),
                "divisionCode",
                i % 2 == 0 ? "140581" : "140522"));
      }
      live.commit(new Transaction("test", changes));
      for (int round = 0; round < 30; round++) {
        for (Condition where : List.of(Condition.ALL, Condition.eq("divisionCode", "140581"))) {
          for (boolean descending : List.of(true, false)) {
            Table table = live.snapshot().table("Enterprise");
            Selection.Order order = new Selection.Order("revenue", descending);
            int[] run = table.select(Selection.first(1000, where, order)).positions();
            int[] sorted =
                table
                    .select(
                        Selection.first(1000, where, order, new Selection.Order("staff", false)))
                    .positions();
            assertArrayEquals(sorted, run);
          }
        }
        commit(
            live,
            update(
                "Enterprise",
                RowKey.id(round + 1),
                "revenue",
                round % 3 == 0 ? null : yuan(round * 13 % 100)),
            update(
                "Enterprise",
                RowKey.id(round + 101),
                "divisionCode",
                round % 2 == 0 ? "140522" : "140581"),
            remove("Enterprise", RowKey.id(round + 201)),
            enterprise(1000 + round, "新", "revenue", yuan(round), "divisionCode", "140581"));
      }
    }
  }
}

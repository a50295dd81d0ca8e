package org.wuyou.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wuyou.store.Sample.*;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Page;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.value.Money;

/** Any condition takes the rows that its definition takes; pages partition them in order. */
@DisplayName("Any condition")
class ConditionTest {
  private static final int ROWS = 9000;
  private static final int SEEDS = 200;
  private static Path directory;
  private static WuyouStore store;

  @BeforeAll
  static void fill() throws IOException {
    directory = Files.createTempDirectory("wuyou-conditions");
    store = Sample.open(directory);
    Random random = new Random(7);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      changes.add(
          enterprise(
              i,
              "企业" + random.nextInt(3000),
              "divisionCode",
              maybe(random, AnyCondition.DIVISIONS.get(random.nextInt(5))),
              "sizeClass",
              maybe(random, AnyCondition.SIZES.get(random.nextInt(4))),
              "aboveScale",
              maybe(random, random.nextBoolean()),
              "revenue",
              maybe(random, new Money(random.nextInt(100) * 50L)),
              "staff",
              maybe(random, random.nextInt(20)),
              "intensity",
              maybe(random, new BigDecimal(random.nextInt(40)).movePointLeft(1)),
              "foundedOn",
              maybe(random, LocalDate.ofEpochDay(random.nextInt(30))),
              "note",
              maybe(random, "aB".substring(random.nextInt(2)) + random.nextInt(5)),
              "tags",
              maybe(random, List.of("x", "y" + random.nextInt(3)).subList(0, random.nextInt(3))),
              "parent",
              i == 0 ? null : maybe(random, enterpriseKey(random.nextInt(i)))));
      if (random.nextInt(3) == 0) {
        changes.add(
            insert(
                "YearlyReturn",
                "enterprise",
                enterpriseKey(random.nextInt(i + 1)),
                "year",
                100_000 + i,
                "rdPersonnel",
                maybe(random, random.nextInt(6))));
      }
    }
    store.commit(new Transaction("test", changes));
    List<Change> removals = new ArrayList<>();
    for (int id = 1; id < 2000; id += 7) {
      removals.add(remove("YearlyReturn", RowKey.id(id)));
    }
    store.commit(new Transaction("test", removals));
  }

  private static @Nullable Object maybe(Random random, Object value) {
    return random.nextInt(8) == 0 ? null : value;
  }

  @AfterAll
  static void close() throws IOException {
    store.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  /** The seed names the condition: one that fails is made again from it. */
  static IntStream seeds() {
    return IntStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "of seed {0} takes the rows that its definition takes")
  @MethodSource("seeds")
  void takes_the_rows_that_the_definition_takes(int seed) {
    Condition condition = new AnyCondition(new Random(seed), ROWS).next();
    Table table = store.snapshot().table("Enterprise");
    int[] expected =
        IntStream.range(0, table.limit())
            .filter(
                p ->
                    table.live(p)
                        && Boolean.TRUE.equals(NaiveEvaluator.test(table.row(p), condition)))
            .toArray();
    assertArrayEquals(expected, table.positions(condition));
    assertEquals(expected.length, table.count(condition));
  }

  @ParameterizedTest(name = "of seed {0} pages forward and backward through all its rows once")
  @MethodSource("seeds")
  void pages_forward_and_backward_give_all_rows_in_order_once(int seed) {
    AnyCondition any = new AnyCondition(new Random(seed), ROWS);
    Condition condition = any.next();
    List<Selection.Order> order = any.order();
    Table table = store.snapshot().table("Enterprise");
    List<Integer> expected =
        new ArrayList<>(IntStream.of(table.positions(condition)).boxed().toList());
    expected.sort((a, b) -> compare(table, order, a, b));
    int limit = Math.max(1, expected.size() / 5);
    List<Integer> forward = new ArrayList<>();
    Page page = table.select(new Selection(condition, order, limit, false, null, null));
    assertEquals(false, page.hasPrevious());
    while (true) {
      IntStream.of(page.positions()).forEach(forward::add);
      assertEquals(forward.size() < expected.size(), page.hasNext());
      if (!page.hasNext()) {
        break;
      }
      Selection.Cursor end = page.cursors().apply(page.positions().length - 1);
      page = table.select(new Selection(condition, order, limit, false, end, null));
      assertEquals(true, page.hasPrevious());
    }
    assertEquals(expected, forward);
    List<Integer> backward = new ArrayList<>();
    page = table.select(new Selection(condition, order, limit, true, null, null));
    while (true) {
      backward.addAll(0, IntStream.of(page.positions()).boxed().toList());
      assertEquals(backward.size() < expected.size(), page.hasPrevious());
      if (!page.hasPrevious()) {
        break;
      }
      page =
          table.select(new Selection(condition, order, limit, true, null, page.cursors().apply(0)));
      assertEquals(true, page.hasNext());
    }
    assertEquals(expected, backward);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(Table table, List<Selection.Order> order, int a, int b) {
    for (Selection.Order one : order) {
      Object left = NaiveEvaluator.value(table.row(a), one.field());
      Object right = NaiveEvaluator.value(table.row(b), one.field());
      int compared;
      if (left == null || right == null) {
        compared = Boolean.compare(left == null, right == null);
      } else {
        int ascending =
            one.field().equals("sizeClass")
                ? Integer.compare(
                    NaiveEvaluator.ordinal((String) left), NaiveEvaluator.ordinal((String) right))
                : ((Comparable) left).compareTo(right);
        compared = one.descending() ? -ascending : ascending;
      }
      if (compared != 0) {
        return compared;
      }
    }
    return Integer.compare(a, b);
  }
}

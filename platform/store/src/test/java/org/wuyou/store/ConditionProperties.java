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
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Condition.Operator;
import org.wuyou.spi.data.Condition.Quantifier;
import org.wuyou.spi.data.Page;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.value.Money;

/** Any condition takes the rows that its definition takes; pages partition them in order. */
class ConditionProperties {
  private static final int ROWS = 9000;
  private static final List<String> DIVISIONS =
      List.of("140581", "140521", "140502", "211100", "371300");
  private static final List<String> SIZES = List.of("LARGE", "MEDIUM", "SMALL", "MICRO");
  private static Path directory;
  private static WuyouStore store;

  @BeforeContainer
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
              maybe(random, DIVISIONS.get(random.nextInt(5))),
              "sizeClass",
              maybe(random, SIZES.get(random.nextInt(4))),
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

  @AfterContainer
  static void close() throws IOException {
    store.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  @Property(tries = 250)
  void takes_the_rows_that_the_definition_takes(@ForAll("conditions") Condition condition) {
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

  @Property(tries = 120)
  void pages_forward_and_backward_give_all_rows_in_order_once(
      @ForAll("conditions") Condition condition, @ForAll("orders") List<Selection.Order> order) {
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

  @Provide
  Arbitrary<List<Selection.Order>> orders() {
    Arbitrary<Selection.Order> one =
        Combinators.combine(
                Arbitraries.of(
                    "revenue",
                    "staff",
                    "divisionCode",
                    "sizeClass",
                    "parent.revenue",
                    "foundedOn",
                    "id"),
                Arbitraries.of(true, false))
            .as(Selection.Order::new);
    return one.list().ofMaxSize(2);
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return Arbitraries.lazyOf(
        this::leaves, this::leaves, this::leaves, this::joined, this::negated, this::related);
  }

  private Arbitrary<Condition> joined() {
    return Combinators.combine(
            conditions().list().ofMinSize(0).ofMaxSize(3), Arbitraries.of(true, false))
        .as((parts, all) -> all ? new Condition.And(parts) : new Condition.Or(parts));
  }

  private Arbitrary<Condition> negated() {
    return conditions().map(Condition.Not::new);
  }

  private Arbitrary<Condition> related() {
    Arbitrary<Condition> ofReturns =
        Arbitraries.oneOf(
            Combinators.combine(
                    Arbitraries.of(Operator.values()), Arbitraries.integers().between(-1, 6))
                .as((op, n) -> (Condition) new Condition.Compare("rdPersonnel", op, n)),
            Arbitraries.just(new Condition.IsNull("rdPersonnel")),
            Arbitraries.just(Condition.ALL),
            Arbitraries.just(Condition.eq("enterprise.divisionCode", "140581")));
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(Quantifier.values()), ofReturns)
            .as((q, where) -> new Condition.Related("returns", q, where)),
        Combinators.combine(Arbitraries.of(Quantifier.values()), leaves())
            .as((q, where) -> new Condition.Related("parent", q, where)));
  }

  private Arbitrary<Condition> leaves() {
    Map<String, Arbitrary<Object>> values =
        Map.of(
            "divisionCode", Arbitraries.of(DIVISIONS).map(d -> d),
            "parent.divisionCode", Arbitraries.of("140581", "999999").map(d -> d),
            "sizeClass", Arbitraries.of(SIZES).map(s -> s),
            "revenue", Arbitraries.longs().between(-10, 5100).map(Money::new),
            "staff", Arbitraries.integers().between(-1, 21).map(i -> i),
            "parent.staff", Arbitraries.integers().between(0, 20).map(i -> i),
            "intensity",
                Arbitraries.integers()
                    .between(-100, 50_000_000)
                    .map(i -> new BigDecimal(i).movePointLeft(7)),
            "foundedOn", Arbitraries.longs().between(0, 30).map(LocalDate::ofEpochDay),
            "name", Arbitraries.integers().between(0, 3000).map(i -> "企业" + i),
            "id", Arbitraries.integers().between(0, ROWS + 1).map(i -> i));
    Arbitrary<String> fields = Arbitraries.of(values.keySet().stream().sorted().toList());
    Arbitrary<Condition> compare =
        fields.flatMap(
            field ->
                Combinators.combine(Arbitraries.of(Operator.values()), values.get(field))
                    .as((op, value) -> new Condition.Compare(field, op, value)));
    Arbitrary<Condition> in =
        fields.flatMap(
            field ->
                values.get(field).list().ofMaxSize(4).map(list -> new Condition.In(field, list)));
    Arbitrary<Condition> isNull = fields.map(Condition.IsNull::new);
    Arbitrary<Condition> text =
        Combinators.combine(
                Arbitraries.of("note", "name", "divisionCode", "parent.note"),
                Arbitraries.of(Condition.Match.values()),
                Arbitraries.of("a", "b", "A", "1", "140", "业1", ""),
                Arbitraries.of(true, false))
            .as(Condition.TextMatch::new);
    Arbitrary<Condition> has =
        Arbitraries.of("x", "y1", "z").map(v -> new Condition.Has("tags", v));
    Arbitrary<Condition> flag = Arbitraries.of(true, false).map(b -> Condition.eq("aboveScale", b));
    return Arbitraries.oneOf(compare, compare, in, isNull, text, has, flag);
  }
}

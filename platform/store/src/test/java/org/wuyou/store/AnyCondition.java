package org.wuyou.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Condition.Match;
import org.wuyou.spi.data.Condition.Operator;
import org.wuyou.spi.data.Condition.Quantifier;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.value.Money;

/** Conditions and orders of every kind over {@link Sample}'s tables, the same for the same seed. */
final class AnyCondition {
  static final List<String> DIVISIONS = List.of("140581", "140521", "140502", "211100", "371300");
  static final List<String> SIZES = List.of("LARGE", "MEDIUM", "SMALL", "MICRO");
  private static final List<String> ORDERED =
      List.of("revenue", "staff", "divisionCode", "sizeClass", "parent.revenue", "foundedOn", "id");
  private static final int DEEPEST = 4;

  private final Random random;
  private final TreeMap<String, Supplier<Object>> values;

  AnyCondition(Random random, int rows) {
    this.random = random;
    this.values =
        new TreeMap<>(
            Map.of(
                "divisionCode", () -> one(DIVISIONS),
                "parent.divisionCode", () -> one(List.of("140581", "999999")),
                "sizeClass", () -> one(SIZES),
                "revenue", () -> new Money(between(-10, 5100)),
                "staff", () -> between(-1, 21),
                "parent.staff", () -> between(0, 20),
                "intensity", () -> new BigDecimal(between(-100, 50_000_000)).movePointLeft(7),
                "foundedOn", () -> LocalDate.ofEpochDay(between(0, 30)),
                "name", () -> "企业" + between(0, 3000),
                "id", () -> between(0, rows + 1)));
  }

  Condition next() {
    return next(0);
  }

  List<Selection.Order> order() {
    return Stream.generate(() -> new Selection.Order(one(ORDERED), random.nextBoolean()))
        .limit(random.nextInt(3))
        .toList();
  }

  private Condition next(int depth) {
    return switch (depth < DEEPEST ? random.nextInt(6) : 0) {
      case 1 -> joined(depth + 1);
      case 2 -> new Condition.Not(next(depth + 1));
      case 3 -> related();
      default -> leaf();
    };
  }

  private Condition joined(int depth) {
    List<Condition> parts = Stream.generate(() -> next(depth)).limit(random.nextInt(4)).toList();
    return random.nextBoolean() ? new Condition.And(parts) : new Condition.Or(parts);
  }

  private Condition related() {
    Quantifier quantifier = one(List.of(Quantifier.values()));
    if (random.nextBoolean()) {
      return new Condition.Related("parent", quantifier, leaf());
    }
    Condition where =
        switch (random.nextInt(4)) {
          case 0 -> new Condition.Compare("rdPersonnel", operator(), between(-1, 6));
          case 1 -> new Condition.IsNull("rdPersonnel");
          case 2 -> Condition.ALL;
          default -> Condition.eq("enterprise.divisionCode", "140581");
        };
    return new Condition.Related("returns", quantifier, where);
  }

  private Condition leaf() {
    String field = one(List.copyOf(values.keySet()));
    Supplier<Object> value = values.get(field);
    return switch (random.nextInt(7)) {
      case 0 -> new Condition.In(field, Stream.generate(value).limit(random.nextInt(5)).toList());
      case 1 -> new Condition.IsNull(field);
      case 2 ->
          new Condition.TextMatch(
              one(List.of("note", "name", "divisionCode", "parent.note")),
              one(List.of(Match.values())),
              one(List.of("a", "b", "A", "1", "140", "业1", "")),
              random.nextBoolean());
      case 3 -> new Condition.Has("tags", one(List.of("x", "y1", "z")));
      case 4 -> Condition.eq("aboveScale", random.nextBoolean());
      default -> new Condition.Compare(field, operator(), value.get());
    };
  }

  private Operator operator() {
    return one(List.of(Operator.values()));
  }

  private int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

package org.wuyou.policy.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;

/** Decides terms row by row, and tells which and why. */
final class Interpreter {
  /** Facts kept of so many rows before they are let go. */
  private static final int AT_ONCE = 1024;

  private static final int DECIMALS = 6;

  private final Run run;
  private final Names names;
  private final List<Plan.Interpreted> told = new ArrayList<>();

  Interpreter(Run run, Names names) {
    this.run = run;
    this.names = names;
  }

  /** How a row is seen in a run. */
  @FunctionalInterface
  interface Frames {
    Frame of(Run run, int row);
  }

  List<Plan.Interpreted> told() {
    return List.copyOf(told);
  }

  Leaf column(Term term, View view, Frames frames, Unplannable reason) {
    int size = view.columns().size();
    Leaf presence = view.presence();
    byte[] absence = presence.states();
    Value[] values = new Value[size];
    Run inside = run.afresh();
    for (int row = 0; row < size; row++) {
      if (row % AT_ONCE == 0) {
        inside = run.afresh();
      }
      if (absence == null || absence[row] == 0) {
        values[row] = term.in(frames.of(inside, row));
      }
    }
    Leaf leaf = leaf(values, presence);
    told.add(new Plan.Interpreted(reason.reason(), size));
    return leaf;
  }

  /** The one row, exactly. */
  Value value(Term term, Frames frames, int row) {
    return term.in(frames.of(run.afresh(), row));
  }

  private Leaf leaf(@Nullable Value[] values, Leaf presence) {
    long[] missing = new long[values.length];
    byte[] absence = presence.states();
    Value kind = null;
    for (int row = 0; row < values.length; row++) {
      Value value = values[row];
      if (value == null) {
        missing[row] = absence == null ? 0 : presence.masks()[absence[row]];
      } else if (value instanceof Value.Missing m) {
        missing[row] = names.mask(m.facts());
      } else if (kind == null) {
        kind = value;
      }
    }
    return Leaf.of(column(values, kind), missing);
  }

  private static Column column(@Nullable Value[] values, @Nullable Value kind) {
    return switch (kind) {
      case null -> new Column.Truths(new boolean[values.length], null);
      case Value.Truth t -> truths(values);
      case Value.Number n -> numbers(values);
      case Value.Day d -> days(values);
      case Value.Words w -> texts(values);
      case Value.Item i -> throw new Unplannable("对象逐户计算得出", "a subject found row by row");
      case Value.Items i -> throw new Unplannable("清单逐户不同", "a list that differs by row");
      case Value.Missing m -> throw new IllegalStateException("a kind is not missing");
    };
  }

  private static Column truths(@Nullable Value[] values) {
    boolean[] truths = new boolean[values.length];
    for (int row = 0; row < truths.length; row++) {
      truths[row] = values[row] instanceof Value.Truth truth && truth.holds();
    }
    return new Column.Truths(truths, null);
  }

  private static Column numbers(@Nullable Value[] values) {
    int scale = 0;
    boolean whole = true;
    for (Value value : values) {
      if (value instanceof Value.Number number) {
        BigDecimal decimal = number.exact().decimal();
        scale = Math.max(scale, Math.min(DECIMALS, decimal.scale()));
        whole &= decimal.scale() <= DECIMALS && Exact.of(decimal).equals(number.exact());
      }
    }
    double[] numbers = new double[values.length];
    for (int row = 0; row < numbers.length; row++) {
      if (values[row] instanceof Value.Number number) {
        numbers[row] = number.exact().decimal().movePointRight(scale).doubleValue();
      }
    }
    return new Column.Numbers(numbers, scale, whole, null);
  }

  private static Column days(@Nullable Value[] values) {
    double[] days = new double[values.length];
    for (int row = 0; row < days.length; row++) {
      if (values[row] instanceof Value.Day day) {
        days[row] = day.date().toEpochDay();
      }
    }
    return new Column.Numbers(days, 0, true, null);
  }

  private static Column texts(@Nullable Value[] values) {
    Map<String, Integer> known = new HashMap<>();
    List<String> dictionary = new ArrayList<>(List.of(""));
    int[] codes = new int[values.length];
    for (int row = 0; row < codes.length; row++) {
      if (values[row] instanceof Value.Words words) {
        codes[row] =
            known.computeIfAbsent(
                words.text(),
                text -> {
                  dictionary.add(text);
                  return dictionary.size() - 1;
                });
      }
    }
    return new Column.Texts(codes, dictionary, null);
  }
}

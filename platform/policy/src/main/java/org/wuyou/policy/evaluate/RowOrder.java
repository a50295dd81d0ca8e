package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.model.SortKey;
import org.wuyou.policy.plan.Answer;
import org.wuyou.policy.plan.Plan;

/**
 * Rows of a population in the order of keys of which a later one decides only among equals; what is
 * missing comes last. Numbers are compared in binary where that is certain, else exactly.
 */
final class RowOrder {
  private final List<Key> keys = new ArrayList<>();

  /** Negative if the first row comes first, zero if it leaves them equal. */
  private interface Key {
    int compare(int one, int other);
  }

  private RowOrder() {}

  /** The terms of the keys that have columns, to be prepared together. */
  static List<Term> columns(Plan plan, List<SortKey> order) {
    return order.stream().map(key -> key.by().term()).filter(plan::answerable).toList();
  }

  /**
   * @param first which answer belongs to the first of the {@link #columns}
   */
  static RowOrder of(
      Plan plan, List<SortKey> order, Plan.Prepared prepared, List<Answer> answers, int first) {
    RowOrder rows = new RowOrder();
    int next = first;
    for (SortKey key : order) {
      Term term = key.by().term();
      int number = plan.answerable(term) ? next++ : -1;
      rows.keys.add(
          number < 0
              ? rows.values(plan, term, key.descending())
              : switch (answers.get(number)) {
                case Answer.Truths truths -> truths(truths, key.descending());
                case Answer.Numbers numbers ->
                    numbers(plan, term, numbers, prepared, number, key.descending());
              });
    }
    return rows;
  }

  int compare(int one, int other) {
    for (Key key : keys) {
      int decided = key.compare(one, other);
      if (decided != 0) {
        return decided;
      }
    }
    return 0;
  }

  /**
   * The first so many of the rows; equals in the order of the population.
   *
   * @param rows in the order of the population, as many as {@code size}
   */
  List<Integer> first(int[] rows, int size, int wanted) {
    Comparator<Integer> order =
        ((Comparator<Integer>) this::compare).thenComparing(Comparator.naturalOrder());
    PriorityQueue<Integer> best = new PriorityQueue<>(order.reversed());
    for (int i = 0; i < size && wanted > 0; i++) {
      if (best.size() < wanted) {
        best.add(rows[i]);
      } else if (compare(rows[i], best.element()) < 0) {
        best.remove();
        best.add(rows[i]);
      }
    }
    return best.stream().sorted(order).toList();
  }

  private static int directed(int order, boolean descending) {
    return descending ? -order : order;
  }

  private static Key truths(Answer.Truths truths, boolean descending) {
    return (one, other) -> {
      boolean missing = truths.missing(one) != 0;
      boolean absent = truths.missing(other) != 0;
      return missing || absent
          ? Boolean.compare(missing, absent)
          : directed(Boolean.compare(truths.holds()[one], truths.holds()[other]), descending);
    };
  }

  private static Key numbers(
      Plan plan,
      Term term,
      Answer.Numbers numbers,
      Plan.Prepared prepared,
      int number,
      boolean descending) {
    Map<Integer, Value> known = new HashMap<>();
    IntFunction<Value> exact =
        row -> known.computeIfAbsent(row, r -> Value.of(plan.exact(term, numbers, r)));
    return (one, other) -> {
      boolean missing = numbers.missing(one) != 0;
      boolean absent = numbers.missing(other) != 0;
      if (missing || absent) {
        return Boolean.compare(missing, absent);
      }
      double left = numbers.values()[one];
      double right = numbers.values()[other];
      int order =
          prepared.apart(number, left, right)
              ? left < right ? -1 : 1
              : Ordering.compare(exact.apply(one), exact.apply(other));
      return directed(order, descending);
    };
  }

  /** Texts and days have no columns of answers: what is compared is found row by row. */
  private Key values(Plan plan, Term term, boolean descending) {
    Map<Integer, Value> known = new HashMap<>();
    IntFunction<Value> values = row -> known.computeIfAbsent(row, r -> plan.value(term, r));
    return (one, other) -> {
      Value left = values.apply(one);
      Value right = values.apply(other);
      int order = Ordering.compare(left, right);
      boolean unknown = left instanceof Value.Missing || right instanceof Value.Missing;
      return unknown ? order : directed(order, descending);
    };
  }
}

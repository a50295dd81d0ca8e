package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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

  /** Keys, and which of them have columns; to tell that takes planning, so it is told once. */
  record Columnar(List<SortKey> keys, List<Boolean> columnar) {
    static Columnar of(Plan plan, List<SortKey> order) {
      return new Columnar(
          order, order.stream().map(key -> plan.answerable(key.by().term())).toList());
    }

    /** The terms that have columns, to be prepared together. */
    List<Term> terms() {
      return IntStream.range(0, keys.size())
          .filter(columnar::get)
          .mapToObj(key -> keys.get(key).by().term())
          .toList();
    }
  }

  /**
   * @param first which answer belongs to the first of the terms that have columns
   */
  static RowOrder of(
      Plan plan, Columnar order, Plan.Prepared prepared, List<Answer> answers, int first) {
    RowOrder rows = new RowOrder();
    int next = first;
    for (int i = 0; i < order.keys().size(); i++) {
      SortKey key = order.keys().get(i);
      Term term = key.by().term();
      if (order.columnar().get(i)) {
        rows.keys.add(column(plan, term, prepared, answers.get(next), next, key.descending()));
        next++;
      } else {
        rows.keys.add(values(plan, term, key.descending()));
      }
    }
    return rows;
  }

  private static Key column(
      Plan plan, Term term, Plan.Prepared prepared, Answer answer, int number, boolean descending) {
    return switch (answer) {
      case Answer.Truths truths -> truths(truths, descending);
      case Answer.Numbers numbers -> numbers(plan, term, numbers, prepared, number, descending);
    };
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
   * The first so many of the rows, in this order; equals in the order of the population.
   *
   * @param rows in the order of the population
   */
  int[] first(int[] rows, int wanted) {
    Comparator<Integer> order =
        ((Comparator<Integer>) this::compare).thenComparing(Comparator.naturalOrder());
    PriorityQueue<Integer> best = new PriorityQueue<>(order.reversed());
    for (int row : rows) {
      if (best.size() < wanted) {
        best.add(row);
      } else if (wanted > 0 && compare(row, best.element()) < 0) {
        best.remove();
        best.add(row);
      }
    }
    return best.stream().sorted(order).mapToInt(Integer::intValue).toArray();
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
  private static Key values(Plan plan, Term term, boolean descending) {
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

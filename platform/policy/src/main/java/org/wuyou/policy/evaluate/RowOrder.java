package org.wuyou.policy.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Key[] keys;

  /** Negative if the first row comes first, zero if it leaves them equal. */
  private interface Key {
    int compare(int one, int other);
  }

  private RowOrder(Key[] keys) {
    this.keys = keys;
  }

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
    Key[] keys = new Key[order.keys().size()];
    int next = first;
    for (int i = 0; i < keys.length; i++) {
      SortKey key = order.keys().get(i);
      Term term = key.by().term();
      if (order.columnar().get(i)) {
        keys[i] = column(plan, term, prepared, answers.get(next), next, key.descending());
        next++;
      } else {
        keys[i] = values(plan, term, key.descending());
      }
    }
    return new RowOrder(keys);
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
    int[] best = new int[Math.min(wanted, rows.length)];
    // The rows at hand as a heap with the last of them on top, which the next better one replaces.
    for (int count = 0; count < best.length; count++) {
      rise(best, count, rows[count]);
    }
    for (int i = best.length; i < rows.length && wanted > 0; i++) {
      if (before(rows[i], best[0])) {
        sink(best, best.length, rows[i]);
      }
    }
    for (int end = best.length - 1; end > 0; end--) {
      int last = best[0];
      sink(best, end, best[end]);
      best[end] = last;
    }
    return best;
  }

  private boolean before(int one, int other) {
    int order = compare(one, other);
    return order != 0 ? order < 0 : one < other;
  }

  /** Puts the row in at the end of the heap and moves it up to its place. */
  private void rise(int[] heap, int end, int row) {
    int place = end;
    while (place > 0 && before(heap[(place - 1) / 2], row)) {
      heap[place] = heap[(place - 1) / 2];
      place = (place - 1) / 2;
    }
    heap[place] = row;
  }

  /** Puts the row in for the one on top and moves it down to its place. */
  private void sink(int[] heap, int size, int row) {
    int place = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && before(heap[child], heap[child + 1])) {
        child++;
      }
      if (!before(row, heap[child])) {
        break;
      }
      heap[place] = heap[child];
      place = child;
      child = 2 * place + 1;
    }
    heap[place] = row;
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

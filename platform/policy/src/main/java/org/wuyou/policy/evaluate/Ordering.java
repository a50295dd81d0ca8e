package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Priority;
import org.wuyou.policy.model.SortKey;

/** Puts subjects in order by keys of which a later one decides only among equals. */
final class Ordering {
  private Ordering() {}

  /** A subject and what it is compared by. */
  record Keyed(Subject subject, List<Value> keys) {}

  static Keyed keyed(Subject subject, Frame frame, List<SortKey> order) {
    return new Keyed(subject, order.stream().map(key -> key.by().in(frame)).toList());
  }

  static List<Keyed> sorted(List<Keyed> all, List<SortKey> order) {
    return all.stream().sorted((one, other) -> compare(one, other, order)).toList();
  }

  /** Negative if the first comes first; zero if the keys leave them equal. */
  static int compare(Keyed one, Keyed other, List<SortKey> order) {
    int decided = decidedBy(one, other, order);
    return decided < 0
        ? 0
        : compare(one.keys().get(decided), other.keys().get(decided), order.get(decided));
  }

  /** The number of the first key in which the two differ, or -1. */
  static int decidedBy(Keyed one, Keyed other, List<SortKey> order) {
    for (int key = 0; key < order.size(); key++) {
      if (compare(one.keys().get(key), other.keys().get(key), order.get(key)) != 0) {
        return key;
      }
    }
    return -1;
  }

  private static int compare(Value one, Value other, SortKey key) {
    boolean unknown = one instanceof Value.Missing || other instanceof Value.Missing;
    return key.descending() && !unknown ? compare(other, one) : compare(one, other);
  }

  /** What is missing comes last. */
  static int compare(Value one, Value other) {
    if (one instanceof Value.Missing || other instanceof Value.Missing) {
      return Boolean.compare(one instanceof Value.Missing, other instanceof Value.Missing);
    }
    return switch (one) {
      case Value.Number number -> number.exact().compareTo(((Value.Number) other).exact());
      case Value.Words words -> words.text().compareTo(((Value.Words) other).text());
      case Value.Day day -> day.date().compareTo(((Value.Day) other).date());
      case Value.Truth truth -> Boolean.compare(truth.holds(), ((Value.Truth) other).holds());
      case Value unordered -> throw new IllegalStateException("no order for " + unordered);
    };
  }

  static Ranking ranking(Session session, Priority priority) {
    List<Keyed> all = new ArrayList<>();
    List<Subject> undetermined = new ArrayList<>();
    for (Subject subject : session.population(priority.entity(), session.division())) {
      Frame frame = session.frame(subject);
      Value applies = priority.where().map(where -> where.in(frame)).orElse(Value.TRUE);
      if (applies.equals(Value.TRUE)) {
        all.add(keyed(subject, frame, priority.order()));
      } else if (applies instanceof Value.Missing) {
        undetermined.add(subject);
      }
    }
    List<Keyed> sorted = sorted(all, priority.order());
    List<Ranking.Place> places = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      int decided = i == 0 ? -1 : decidedBy(sorted.get(i - 1), sorted.get(i), priority.order());
      int rank = i > 0 && decided < 0 ? places.get(i - 1).rank() : i + 1;
      places.add(new Ranking.Place(rank, sorted.get(i).subject(), sorted.get(i).keys(), decided));
    }
    return new Ranking(priority, places, undetermined, session.absent(priority.entity()));
  }
}

package org.wuyou.policy.expression;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wuyou.policy.Exact;
import org.wuyou.policy.facts.Subject;

/** What an expression gives: a value, or the names of the facts that are missing to have one. */
public sealed interface Value {
  Value TRUE = new Truth(true);
  Value FALSE = new Truth(false);

  record Number(Exact exact) implements Value {}

  record Words(String text) implements Value {}

  record Truth(boolean holds) implements Value {}

  record Day(LocalDate date) implements Value {}

  record Item(Subject subject) implements Value {}

  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  record Missing(Set<String> facts) implements Value {
    public Missing {
      facts = Set.copyOf(facts);
    }
  }

  static Value of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  static Value of(Exact exact) {
    return new Number(exact);
  }

  static Value missing(String fact) {
    return new Missing(Set.of(fact));
  }

  /** All that is missing in either; the values that are there do not matter. */
  static Value missing(Value one, Value other) {
    Set<String> facts = new TreeSet<>();
    if (one instanceof Missing m) {
      facts.addAll(m.facts);
    }
    if (other instanceof Missing m) {
      facts.addAll(m.facts);
    }
    return new Missing(facts);
  }
}

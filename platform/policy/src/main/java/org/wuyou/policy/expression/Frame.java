package org.wuyou.policy.expression;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.facts.Subject;

/** One subject in one year of one run: what the names of an expression mean. */
public final class Frame {
  /** Two for each level of nested loops. */
  static final int LOCALS = 16;

  private final Run run;
  private final @Nullable Subject self;
  private final int year;
  private final @Nullable Value[] derived;
  private Value @Nullable [] locals;

  Frame(Run run, @Nullable Subject self, int year, int derivedFacts) {
    this.run = run;
    this.self = self;
    this.year = year;
    this.derived = new Value[derivedFacts];
  }

  public Run run() {
    return run;
  }

  /**
   * The subject; expressions about a whole division have none and the checker lets none be asked.
   */
  public Subject self() {
    return Objects.requireNonNull(self, "an expression about a division asked for a subject");
  }

  public int year() {
    return year;
  }

  /** The same subject in another year. */
  public Frame at(int otherYear) {
    return otherYear == year ? this : run.frame(self, otherYear);
  }

  /** The derived fact, computed at most once. */
  Value derived(DerivedFact fact) {
    Value value = derived[fact.index()];
    if (value == null) {
      value = fact.term().in(this);
      derived[fact.index()] = value;
    }
    return value;
  }

  private Value[] locals() {
    Value[] made = locals;
    if (made == null) {
      made = new Value[LOCALS];
      locals = made;
    }
    return made;
  }

  Value local(int slot) {
    return locals()[slot];
  }

  void local(int slot, Value value) {
    locals()[slot] = value;
  }

  /** The frame inside a loop, at that subject. */
  public Frame inLoop(int slot, Subject item) {
    local(slot, new Value.Item(item));
    return this;
  }
}

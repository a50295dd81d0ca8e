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
  private final int derivedFacts;
  private @Nullable Value @Nullable [] derived;
  private @Nullable Answered answered;
  private int row;
  private Value @Nullable [] locals;

  Frame(Run run, @Nullable Subject self, int year, int derivedFacts) {
    this.run = run;
    this.self = self;
    this.year = year;
    this.derivedFacts = derivedFacts;
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
    if (otherYear == year) {
      return this;
    }
    Frame other = run.frame(self, otherYear);
    return answered == null ? other : other.answered(answered.at(otherYear), row);
  }

  /** This subject as one row of a population whose answers are worked out all at once. */
  public Frame answered(Answered by, int at) {
    answered = by;
    row = at;
    return this;
  }

  /** What the term gives here. */
  Value value(Term term) {
    Value known = answered == null ? null : answered.value(term, row);
    return known == null ? term.in(this) : known;
  }

  /** The derived fact, computed at most once. */
  Value derived(DerivedFact fact) {
    @Nullable Value[] known = derived;
    if (known == null) {
      known = new Value[derivedFacts];
      derived = known;
    }
    Value value = known[fact.index()];
    if (value == null) {
      value = fact.term().in(this);
      known[fact.index()] = value;
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

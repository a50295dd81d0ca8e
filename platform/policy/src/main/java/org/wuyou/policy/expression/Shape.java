package org.wuyou.policy.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wuyou.policy.facts.FactType;

/**
 * What a term is made of. A path says how a person would name a fact that is missing; it depends on
 * the frame's year only.
 */
public sealed interface Shape {
  Shape SETTING = new Setting();
  Shape OPAQUE = new Opaque();

  /** A fixed value. */
  record Constant(Value value) implements Shape {}

  /** The same for every subject of a run in a year: a parameter, a reading, the day, the year. */
  record Setting() implements Shape {}

  /** A fact the register keeps of the subject. */
  record Fact(String name, FactType type) implements Shape {}

  /** A fact the bundle derives of the subject. */
  record Derived(DerivedFact fact) implements Shape {}

  /** A variable of a loop around it. */
  record Local(int slot) implements Shape {}

  /** A fact of another subject. */
  record Select(
      Term owner,
      String field,
      FactType type,
      Optional<DerivedFact> derived,
      Function<Frame, String> path)
      implements Shape {}

  /** The one of a list whose year is that year. */
  record At(Term list, Term year, Function<Frame, String> path) implements Shape {}

  /** Whether a fact is there. */
  record Present(Term fact) implements Shape {}

  /** A list written out. */
  record Items(List<Term> elements) implements Shape {}

  /**
   * An operator or function.
   *
   * @param build makes the same call of other arguments
   */
  record Call(
      String function,
      List<Term> arguments,
      Function<List<Term>, Term> build,
      Function<Frame, String> path)
      implements Shape {}

  /** A loop of a macro: what it runs over, its variables, what is gathered and how. */
  record Loop(Term range, int item, int gathered, Term start, Term step) implements Shape {}

  /** Made of parts that cannot be told. */
  record Opaque() implements Shape {}
}

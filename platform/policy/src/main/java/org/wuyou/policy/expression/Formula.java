package org.wuyou.policy.expression;

import java.util.List;
import org.wuyou.policy.Exact;

/** Terms that the engine puts together itself, of expressions and figures. */
public final class Formula {
  private Formula() {}

  public static Term number(Exact value) {
    return constant(Value.of(value));
  }

  public static Term text(String value) {
    return constant(new Value.Words(value));
  }

  private static Term constant(Value value) {
    Term term = frame -> value;
    return term.as(new Shape.Constant(value));
  }

  /** Missing in every row, under that name. */
  public static Term missing(String name) {
    return constant(Value.missing(name));
  }

  public static Term known(Term term) {
    return call("known", term);
  }

  public static Term plus(Term one, Term other) {
    return call("_+_", one, other);
  }

  public static Term minus(Term one, Term other) {
    return call("_-_", one, other);
  }

  public static Term times(Term one, Term other) {
    return call("_*_", one, other);
  }

  public static Term least(Term one, Term other) {
    return call("least", one, other);
  }

  public static Term greatest(Term one, Term other) {
    return call("greatest", one, other);
  }

  public static Term reaches(Term figure, Term bound) {
    return call("_>=_", figure, bound);
  }

  public static Term same(Term one, Term other) {
    return call("_==_", one, other);
  }

  public static Term choose(Term condition, Term yes, Term no) {
    return call("_?_:_", condition, yes, no);
  }

  private static Term call(String function, Term... operands) {
    return Calls.of(function, List.of(operands), frame -> "");
  }
}

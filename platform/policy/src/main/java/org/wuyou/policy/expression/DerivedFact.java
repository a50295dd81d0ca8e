package org.wuyou.policy.expression;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Text;
import org.wuyou.policy.facts.FactType;

/**
 * A fact that a bundle derives from the register's: a name for an expression, so that rules read
 * like the policy. Its expression is put in place once all names are known.
 */
public final class DerivedFact {
  private final String name;
  private final String entity;
  private final Text label;
  private final int index;
  private @Nullable Expression expression;

  public DerivedFact(String name, String entity, Text label, int index) {
    this.name = name;
    this.entity = entity;
    this.label = label;
    this.index = index;
  }

  void define(Expression defined) {
    this.expression = defined;
  }

  public String name() {
    return name;
  }

  public String entity() {
    return entity;
  }

  public Text label() {
    return label;
  }

  int index() {
    return index;
  }

  /**
   * How many places the facts take in a frame: some that had a place were not kept.
   *
   * @param facts in the order of their places
   */
  public static int places(List<DerivedFact> facts) {
    return facts.isEmpty() ? 0 : facts.get(facts.size() - 1).index + 1;
  }

  public boolean defined() {
    return expression != null;
  }

  public FactType type() {
    return expression().type();
  }

  /** The fact itself, as a term about its subject. */
  public Term asTerm() {
    Term fact = frame -> frame.derived(this);
    return fact.as(new Shape.Derived(this));
  }

  /** What it stands for, of the subject it is derived of. */
  public Term term() {
    return expression().term();
  }

  /** What it is made of. */
  Expression expression() {
    return Objects.requireNonNull(expression, name);
  }
}

package org.wuyou.policy.expression;

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
  private @Nullable FactType type;
  private @Nullable Term term;

  public DerivedFact(String name, String entity, Text label, int index) {
    this.name = name;
    this.entity = entity;
    this.label = label;
    this.index = index;
  }

  void define(FactType definedType, Term definedTerm) {
    this.type = definedType;
    this.term = definedTerm;
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

  public boolean defined() {
    return type != null;
  }

  public FactType type() {
    return Objects.requireNonNull(type, name);
  }

  /** The fact itself, as a term about its subject. */
  public Term asTerm() {
    Term fact = frame -> frame.derived(this);
    return fact.as(new Shape.Derived(this));
  }

  /** What it stands for, of the subject it is derived of. */
  public Term term() {
    return Objects.requireNonNull(term, name);
  }
}

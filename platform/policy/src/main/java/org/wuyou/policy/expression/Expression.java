package org.wuyou.policy.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.Unit;
import org.wuyou.policy.facts.FactType;

/**
 * A clause that has passed the checker.
 *
 * @param source as the officer wrote it
 * @param leaves the facts and parameters it looks at directly, in order
 * @param comparison its two sides, if it is one comparison of numbers
 * @param names every parameter, reading and derived fact it uses
 */
public record Expression(
    String source,
    FactType type,
    Term term,
    List<Leaf> leaves,
    Optional<Comparison> comparison,
    Names names) {
  public Expression {
    leaves = List.copyOf(leaves);
  }

  /** A fact or parameter and how to read it. */
  public record Leaf(String name, boolean parameter, Term term, Unit.Dimension dimension) {}

  public record Comparison(String symbol, Term left, Term right, Unit.Dimension dimension) {}

  /** Names used, directly or through derived facts. */
  public record Names(Set<String> parameters, Set<String> readings) {
    public Names {
      parameters = Set.copyOf(parameters);
      readings = Set.copyOf(readings);
    }
  }

  public Value in(Frame frame) {
    return term.in(frame);
  }
}

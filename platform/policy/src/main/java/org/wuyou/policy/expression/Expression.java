package org.wuyou.policy.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.facts.FactType;

/**
 * A clause that has passed the checker.
 *
 * @param source as the officer wrote it
 * @param leaves the facts and parameters it looks at directly, in order
 * @param comparison its two sides, if it is one comparison of numbers
 * @param limits the comparisons of numbers that must all hold for it to hold
 * @param quotient its parts, if it is one number over another
 * @param label the name of the fact it is, if it is one
 * @param names every parameter and reading it uses itself
 * @param uses every parameter and reading it uses, also through derived facts
 */
public record Expression(
    String source,
    FactType type,
    Term term,
    List<Leaf> leaves,
    Optional<Comparison> comparison,
    List<Comparison> limits,
    Optional<Quotient> quotient,
    Optional<Text> label,
    Names names,
    Names uses) {
  public Expression {
    leaves = List.copyOf(leaves);
    limits = List.copyOf(limits);
  }

  /** What kind of quantity it gives; any for what is no number. */
  public Unit.Dimension dimension() {
    return type instanceof FactType.Number number ? number.dimension() : Unit.Dimension.ANY;
  }

  /** A fact or parameter and how to read it. */
  public record Leaf(String name, boolean parameter, Term term, Unit.Dimension dimension) {}

  /**
   * @param term the comparison itself
   * @param label the name of the figure on the left, if it has one
   * @param quotient the parts of the figure on the left, if it is one number over another
   * @param figure the path of the figure on the left, if it is one fact
   * @param bound the parameter on the right, if it is one
   */
  public record Comparison(
      String symbol,
      Term left,
      Term right,
      Term term,
      Unit.Dimension dimension,
      Optional<Text> label,
      Optional<Quotient> quotient,
      Optional<String> figure,
      Optional<String> bound) {}

  /**
   * One number over another.
   *
   * @param label the name of what stands above the line, if it has one
   * @param dimension of what stands above the line
   */
  public record Quotient(Term above, Term below, Optional<Text> label, Unit.Dimension dimension) {}

  /** Names used. */
  public record Names(Set<String> parameters, Set<String> readings) {
    public Names {
      parameters = Set.copyOf(parameters);
      readings = Set.copyOf(readings);
    }
  }

  /** Numbers and truths may have been worked out for many subjects at once; the rest never are. */
  public Value in(Frame frame) {
    return type instanceof FactType.Number || type instanceof FactType.Truth
        ? frame.value(term)
        : term.in(frame);
  }
}

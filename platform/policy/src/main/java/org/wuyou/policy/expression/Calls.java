package org.wuyou.policy.expression;

import java.util.List;
import java.util.function.Function;

/** Terms that apply an operator or function to others. */
final class Calls {
  private Calls() {}

  /**
   * @param path how a person would name what is missing where the call itself misses something
   */
  static Term of(String function, List<Term> operands, Function<Frame, String> path) {
    Function<List<Term>, Term> build = terms -> applied(function, terms, path);
    return build.apply(operands).as(new Shape.Call(function, operands, build, path));
  }

  private static Term applied(String function, List<Term> terms, Function<Frame, String> path) {
    return switch (function) {
      case "_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_" ->
          Terms.compare(function, terms.get(0), terms.get(1));
      case "_+_", "_-_", "_*_", "_/_" ->
          Terms.arithmetic(function, terms.get(0), terms.get(1), path);
      case "-_" -> Terms.negate(terms.get(0));
      case "_&&_" -> Terms.and(terms.get(0), terms.get(1));
      case "_||_" -> Terms.or(terms.get(0), terms.get(1));
      case "!_" -> Terms.not(terms.get(0));
      case "_?_:_" -> Terms.choose(terms.get(0), terms.get(1), terms.get(2));
      case "statistic", "statisticTotal" -> Terms.statistic(function, terms);
      default -> Terms.function(function, terms);
    };
  }
}

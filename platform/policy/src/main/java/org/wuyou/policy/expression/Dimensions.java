package org.wuyou.policy.expression;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.Unit.Dimension;
import org.wuyou.policy.facts.FactType;

/** Of what kind the quantities of an expression are, which the checker's types do not show. */
final class Dimensions {
  private Dimensions() {}

  /** Complains of two sides that must not be compared or added. */
  static void alike(CelExpr expr, List<Part> parts, Complaints complaints) {
    Dimension left = parts.get(0).dimension();
    Dimension right = parts.get(1).dimension();
    if (!Unit.compatible(left, right)) {
      String symbol = expr.call().function().replace("_", "");
      complaints.add(
          expr,
          ProblemCode.WRONG_UNIT,
          symbol.length(),
          new Text(
              symbol + " 两边的量不同：" + left + " 与 " + right,
              symbol + " has unlike quantities: " + left + " and " + right),
          new Text(
              "检查参数的 unit，或先相除得出比值。",
              "Check the unit of the parameter, or divide first to get a ratio."));
    }
  }

  /** The first type that says of what kind the quantity is. */
  static @Nullable FactType wider(List<Part> parts) {
    return parts.stream()
        .map(Part::type)
        .filter(type -> type instanceof FactType.Number n && n.dimension() != Dimension.ANY)
        .findFirst()
        .orElse(
            parts.get(0).type() == null ? parts.get(parts.size() - 1).type() : parts.get(0).type());
  }

  /** What a product or quotient is of. */
  static Dimension product(String function, List<Part> parts) {
    Dimension left = parts.get(0).dimension();
    Dimension right = parts.get(1).dimension();
    if (function.equals("_/_")) {
      return left == right && left != Dimension.ANY
          ? Dimension.RATIO
          : right == Dimension.RATIO ? left : Dimension.ANY;
    }
    return left == Dimension.RATIO ? right : right == Dimension.RATIO ? left : Dimension.ANY;
  }
}

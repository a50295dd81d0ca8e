package org.wuyou.policy.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.util.Optional;
import org.wuyou.policy.Exact;

/** How a part of an expression was written. */
final class Written {
  private Written() {}

  /** The path of the fact it is, if it is one. */
  static Optional<String> fact(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT, SELECT -> Optional.of(path(expr));
      default -> Optional.empty();
    };
  }

  /** As the officer wrote it: {@code returns.at(year).revenue}. */
  static String path(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> expr.ident().name();
      case SELECT -> path(expr.select().operand()) + "." + expr.select().field();
      case CALL ->
          expr.call().target().map(target -> path(target) + ".").orElse("")
              + expr.call().function()
              + "("
              + String.join(", ", expr.call().args().stream().map(Written::path).toList())
              + ")";
      case CONSTANT ->
          expr.constant().getKind() == CelConstant.Kind.DOUBLE_VALUE
              ? Exact.of(BigDecimal.valueOf(expr.constant().doubleValue())).toString()
              : "…";
      default -> "…";
    };
  }

  /** The figure of the division that it asks for. */
  static String statistic(CelExpr.CelCall call) {
    CelExpr code = call.args().get(0);
    return code.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        ? code.constant().stringValue()
        : "statistic";
  }

  /** {@code year - 1}: a shift in time is no figure of the policy. */
  static boolean shiftsYear(CelExpr.CelCall call) {
    return (call.function().equals("_-_") || call.function().equals("_+_"))
        && call.args().get(0).getKind() == CelExpr.ExprKind.Kind.IDENT
        && call.args().get(0).ident().name().equals("year")
        && call.args().get(1).getKind() == CelExpr.ExprKind.Kind.CONSTANT;
  }
}

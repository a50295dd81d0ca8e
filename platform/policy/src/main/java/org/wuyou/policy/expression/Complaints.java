package org.wuyou.policy.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.parse.Problems;

/** What is wrong with one checked expression, told where in the file it stands. */
final class Complaints {
  private final CelAbstractSyntaxTree tree;
  private final Positions positions;
  private final Problems problems;
  private boolean none = true;

  Complaints(CelAbstractSyntaxTree tree, Positions positions, Problems problems) {
    this.tree = tree;
    this.positions = positions;
    this.problems = problems;
  }

  boolean none() {
    return none;
  }

  /** Something in it follows from what is told elsewhere. */
  void follow() {
    none = false;
    problems.stop();
  }

  void add(CelExpr expr, ProblemCode code, int length, Text message, Text remedy) {
    none = false;
    Integer offset = tree.getSource().getPositionsMap().get(expr.id());
    problems.add(code, positions.at(offset == null ? 0 : offset, length), message, remedy);
  }
}

package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;

/** A rule that judges one subject clause by clause. */
public sealed interface SubjectRule extends Rule permits Standard, Benefit, Selection {
  /** The entity of its subjects. */
  String entity();

  /** Whom it speaks of at all; who does not satisfy it is out of scope. */
  Optional<Expression> where();

  /** What must hold, all of it. */
  List<Item> items();

  /** From the subject to the enterprise that gets something of it; absent if it is the subject. */
  default Optional<Expression> recipient() {
    return Optional.empty();
  }
}

package org.wuyou.policy.plan;

import org.wuyou.policy.Text;

/** Says why a part of a rule is not made a column of; it is then decided subject by subject. */
final class Unplannable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Text reason;

  Unplannable(String zh, String en) {
    super(en, null, false, false);
    this.reason = new Text(zh, en);
  }

  Text reason() {
    return reason;
  }
}

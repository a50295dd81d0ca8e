package org.wuyou.policy.evaluate;

/** How a target stands. */
public enum Status {
  MET,
  NOT_MET,
  /** Not met, and not yet due. */
  NOT_DUE,
  /** A figure it needs has not been entered. */
  NO_DATA,
  /** Growth has no base: the year before is zero or not reported. Not assessed, never met. */
  NO_BASE,
  /** Facts are missing that could turn the answer either way. */
  UNDETERMINED,
  /** The document names no figure; a person decides. */
  NO_THRESHOLD,
  /** The document sets nothing for that year. */
  NO_TARGET_FOR_YEAR,
  /** The plan's own figure for it has not been entered. */
  PLAN_FIGURE_MISSING,
  /** A reward whose amount the document leaves open. */
  AMOUNT_NOT_SET,
  /** The rule does not speak of this subject. */
  OUT_OF_SCOPE,
  /** The rule is not in force on the day. */
  NOT_IN_FORCE
}

package org.wuyou.policy.evaluate;

/** How something owed by a day stands at a moment; the worse, the later in the list. */
public enum Timeliness {
  /** Done by the day. */
  ON_TIME,
  /** Not done, and the day has not passed. */
  PENDING,
  /** The day from which the limit runs, or the module that keeps the records, is missing. */
  UNDETERMINED,
  /** Done after the day. */
  LATE,
  /** Not done, and the day has passed. */
  MISSING
}

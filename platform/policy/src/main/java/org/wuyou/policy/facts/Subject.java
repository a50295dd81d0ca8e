package org.wuyou.policy.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a policy speaks of (an enterprise, a zone, a yearly return) as of one state of the
 * register. Two subjects are equal if they stand for the same row.
 */
public interface Subject {
  String entity();

  /** What a person knows it by: the credit code, the name. */
  String name();

  /** The Java value of the fact's {@link FactType}, or null if it is missing (never 0 or false). */
  @Nullable Object value(String fact);

  /** The subject a {@link FactType.One} refers to, or null. */
  @Nullable Subject one(String fact);

  /** The subjects of a {@link FactType.Many}; none is an empty list, not a missing fact. */
  List<Subject> many(String fact);
}

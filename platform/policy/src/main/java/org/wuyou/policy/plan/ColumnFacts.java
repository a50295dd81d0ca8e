package org.wuyou.policy.plan;

import org.wuyou.policy.facts.Facts;

/** Facts that can be read column by column. */
public interface ColumnFacts extends Facts {
  /** The population of the entity within the division, in the order of {@link #population}. */
  Columns columns(String entity, String division);

  /** Where compiled programs are kept. */
  Kernels kernels();

  /** Columns of any facts, read subject by subject where they keep none. */
  static Columns of(Facts facts, String entity, String division) {
    return facts instanceof ColumnFacts kept
        ? kept.columns(entity, division)
        : SubjectColumns.of(facts.population(entity, division));
  }
}

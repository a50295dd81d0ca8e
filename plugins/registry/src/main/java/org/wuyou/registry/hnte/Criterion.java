package org.wuyou.registry.hnte;

import org.jspecify.annotations.Nullable;
import org.wuyou.registry.evidence.Have.State;

/** Judgement of one criterion: what is required, what was found, in figures people can read. */
public record Criterion(
    Code code, State state, String required, @Nullable String found, String zh, String en) {

  public enum Code {
    AGE,
    CORE_IP,
    FIELD,
    STAFF_SHARE,
    RD_SHARE,
    DOMESTIC_RD,
    HIGH_TECH_INCOME,
    INNOVATION_SCORE,
    NO_INCIDENT
  }
}

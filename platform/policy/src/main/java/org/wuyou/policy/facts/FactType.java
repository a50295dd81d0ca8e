package org.wuyou.policy.facts;

import java.time.ZoneId;
import org.wuyou.policy.Unit;

/** The type of a fact, and the Java value {@link Subject} gives for it. */
public sealed interface FactType {
  /** {@link java.math.BigDecimal} in the base unit: yuan, ratio (20 % is 0.20), pieces, people. */
  record Number(Unit.Dimension dimension) implements FactType {}

  /** {@link String}. */
  record Text() implements FactType {}

  /** {@link Boolean}. */
  record Truth() implements FactType {}

  /** {@link java.time.LocalDate}. */
  record Day() implements FactType {}

  /** {@link java.time.Instant}; in an expression it counts as its day, in the time of China. */
  record Moment() implements FactType {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  }

  /** {@link String}, the name of a value of the enumeration. */
  record Choice(String enumeration) implements FactType {}

  /** {@link java.util.List} of {@link String}. */
  record Texts() implements FactType {}

  /** The one subject referred to. */
  record One(String entity) implements FactType {}

  /** The subjects that refer to this one. */
  record Many(String entity) implements FactType {}
}

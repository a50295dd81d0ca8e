package org.wuyou.policy.facts;

import java.math.BigDecimal;

/**
 * A figure of a division and year.
 *
 * @param value in the base unit of its dimension
 * @param source who published it, where
 */
public record Statistic(BigDecimal value, String source) {}

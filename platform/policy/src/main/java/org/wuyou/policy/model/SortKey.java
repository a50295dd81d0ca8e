package org.wuyou.policy.model;

import org.wuyou.policy.expression.Expression;

/** By what subjects are put in order; what is missing comes last either way. */
public record SortKey(Expression by, boolean descending) {}

package org.wuyou.policy.model;

import java.util.Optional;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Expression;

/**
 * How much a benefit gives.
 *
 * @param cap the most it gives
 * @param less what is taken off, such as an award already paid
 * @param unit in which amounts are shown
 */
public record Award(Amount amount, Optional<Parameter> cap, Optional<Expression> less, Unit unit) {}

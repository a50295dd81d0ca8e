package org.wuyou.policy.model;

import java.util.Optional;
import org.wuyou.policy.expression.Expression;

/**
 * Over whom a figure is formed: all subjects of the entity in the division, or, for a figure of
 * each zone or group, its own members; of these the ones that satisfy {@code where}.
 */
public record Population(String entity, Optional<Expression> members, Optional<Expression> where) {}

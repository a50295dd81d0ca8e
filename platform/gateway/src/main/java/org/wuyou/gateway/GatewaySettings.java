package org.wuyou.gateway;

import java.time.Clock;
import org.wuyou.spi.data.EntityStore;

/** All that a {@link Gateway} is given. */
public record GatewaySettings(
    EntityStore store,
    Generation first,
    ResolverGuard guard,
    Clock clock,
    Limits limits,
    CommitAudit audit,
    CommitFeed commits) {}

package org.wuyou.store.disk;

import java.time.Instant;

/**
 * The register's own state.
 *
 * @param version of the last snapshot
 * @param lastCommit the epoch before the first
 */
public record Head(long version, Instant lastCommit) {}

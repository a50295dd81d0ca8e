package org.wuyou.store;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A finished backup, forced to disk.
 *
 * @param version of the snapshot it holds
 */
public record BackupReport(Path target, long version, long bytes, Duration took) {}

package org.wuyou.runtime.plugin;

/** Where a version of a plugin stands. */
public enum PluginState {
  /** Its bytes are here. */
  UPLOADED,
  /** Manifest, signature and classes are in order. */
  VERIFIED,
  /** Everything it needs is here. */
  RESOLVED,
  /** Started beside what runs; schema, policies and migrations are accepted. */
  STAGED,
  /** Answers requests. */
  ACTIVE,
  /** Replaced; finishes the requests it began. */
  DRAINING,
  /** Ended; its jar is kept for a while. */
  RETIRED,
  /** Active, but its fields answer {@code PLUGIN_UNAVAILABLE} until the quarantine is lifted. */
  QUARANTINED,
  /** Refused or unable to start; the cause is in its history. */
  FAILED
}

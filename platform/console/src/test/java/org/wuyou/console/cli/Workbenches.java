package org.wuyou.console.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.wuyou.policy.facts.FactCatalogue;

/** Workbenches for tests. */
public final class Workbenches {
  /** One that knows no module, on a fixed day. */
  public static final Workbench EMPTY =
      new Workbench(
          bundles -> FactCatalogue.EMPTY,
          Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));

  private Workbenches() {}
}

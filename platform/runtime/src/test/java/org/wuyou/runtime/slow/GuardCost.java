package org.wuyou.runtime.slow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.runtime.guard.GuardLimits;
import org.wuyou.runtime.guard.PluginGuard;
import org.wuyou.runtime.guard.Watchdog;
import org.wuyou.spi.Resolver;

/** What a call costs bare, proven (inline under the watchdog), and on the plugin's own threads. */
@Tag("slow")
@DisplayName("The guard's cost")
class GuardCost {
  private static final int CALLS = 200_000;
  private static final Resolver CODE = call -> 1;

  @Test
  void of_a_call() throws Exception {
    try (Watchdog watchdog = new Watchdog()) {
      double bare = nanos(CODE);
      double inline = nanos(guarded(watchdog, 1));
      double apart = nanos(guarded(watchdog, Integer.MAX_VALUE));

      System.out.printf(
          "bare %.0f ns, inline under the watchdog %.0f ns, on threads of its own %.0f ns%n",
          bare, inline, apart);
      assertTrue(inline < apart, "inline must be worth it");
    }
  }

  private static Resolver guarded(Watchdog watchdog, int provenAfter) {
    GuardLimits limits =
        new GuardLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            16,
            provenAfter,
            5,
            100,
            Duration.ofMinutes(1));
    return new PluginGuard("cost", "1", limits, watchdog, new SimpleMeterRegistry(), reason -> {})
        .around("A.b", CODE);
  }

  private static double nanos(Resolver resolver) throws Exception {
    for (int i = 0; i < CALLS; i++) {
      resolver.resolve(null);
    }
    long begun = System.nanoTime();
    for (int i = 0; i < CALLS; i++) {
      resolver.resolve(null);
    }
    return (System.nanoTime() - begun) / (double) CALLS;
  }
}

package org.wuyou.runtime.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.gateway.ResolverGuard;
import org.wuyou.spi.Resolver;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.model.Label;

@DisplayName("The guard around plugin code")
class PluginGuardTest {
  private static final GuardLimits LIMITS =
      new GuardLimits(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          2,
          3,
          2,
          4,
          Duration.ofMinutes(1));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Label> quarantines = new ArrayList<>();
  private Watchdog watchdog;
  private PluginGuard guard;

  @BeforeEach
  void make() {
    watchdog = new Watchdog();
    guard = new PluginGuard("demo", "1.0.0", LIMITS, watchdog, meters, quarantines::add);
  }

  @AfterEach
  void close() {
    guard.close();
    watchdog.close();
  }

  @Test
  void gives_what_the_code_gives() throws Exception {
    assertEquals(7, guard.around("A.b", call -> 7).resolve(null));
    assertNull(guard.around("A.c", call -> null).resolve(null));
  }

  @Test
  void runs_a_new_field_apart_and_a_proven_one_in_the_callers_thread() throws Exception {
    Resolver field = guard.around("A.b", call -> Thread.currentThread());

    assertNotEquals(Thread.currentThread(), field.resolve(null));
    field.resolve(null);
    field.resolve(null);
    assertSame(Thread.currentThread(), field.resolve(null));
  }

  @Test
  void answers_late_code_with_a_typed_refusal_within_the_deadline() {
    CountDownLatch never = new CountDownLatch(1);
    Resolver field =
        guard.around(
            "A.b",
            call -> {
              never.await();
              return 1;
            });

    long begun = System.nanoTime();
    assertEquals("PLUGIN_TIMEOUT", refusal(field).code());
    assertTrue(System.nanoTime() - begun < Duration.ofSeconds(5).toNanos());
  }

  @Test
  void abandons_code_that_ignores_interruption() {
    AtomicBoolean stop = new AtomicBoolean();
    Resolver field =
        guard.around(
            "A.b",
            call -> {
              while (!stop.get()) {
                Thread.onSpinWait();
              }
              return 1;
            });

    assertEquals("PLUGIN_TIMEOUT", refusal(field).code());
    stop.set(true);
  }

  @Test
  void interrupts_a_proven_field_that_hangs_and_sends_it_back_to_its_own_threads()
      throws Exception {
    AtomicBoolean hang = new AtomicBoolean();
    Resolver field =
        guard.around(
            "A.b",
            call -> {
              if (hang.get()) {
                new CountDownLatch(1).await();
              }
              return Thread.currentThread();
            });
    for (int i = 0; i < 3; i++) {
      field.resolve(null);
    }
    assertSame(Thread.currentThread(), field.resolve(null));

    hang.set(true);
    assertEquals("PLUGIN_TIMEOUT", refusal(field).code());
    assertFalse(Thread.currentThread().isInterrupted());

    hang.set(false);
    assertNotEquals(Thread.currentThread(), field.resolve(null));
  }

  @Test
  void passes_on_what_the_code_throws() {
    Resolver field =
        guard.around(
            "A.b",
            call -> {
              throw new IllegalArgumentException("odd row");
            });

    assertEquals(
        "odd row",
        assertThrows(IllegalArgumentException.class, () -> field.resolve(null)).getMessage());
  }

  @Test
  void contains_errors_that_are_no_exceptions() {
    Resolver field =
        guard.around(
            "A.b",
            call -> {
              throw new NoClassDefFoundError("gone");
            });

    assertThrows(java.util.concurrent.ExecutionException.class, () -> field.resolve(null));
  }

  @Test
  void quarantines_a_plugin_that_is_late_again_and_again_and_lifts_it() throws Exception {
    AtomicBoolean hang = new AtomicBoolean(true);
    Resolver field =
        guard.around(
            "A.b",
            call -> {
              if (hang.get()) {
                new CountDownLatch(1).await();
              }
              return 1;
            });
    refusal(field);
    refusal(field);

    assertEquals("PLUGIN_UNAVAILABLE", refusal(field).code());
    assertEquals(1, quarantines.size());

    hang.set(false);
    guard.lift();
    assertEquals(1, field.resolve(null));
  }

  @Test
  void keeps_a_plugin_whose_failures_are_few_among_many_calls() throws Exception {
    Resolver good = guard.around("A.good", call -> 1);
    Resolver bad =
        guard.around(
            "A.bad",
            call -> {
              throw new IllegalStateException();
            });
    for (int i = 0; i < 20; i++) {
      good.resolve(null);
    }
    for (int i = 0; i < 5; i++) {
      assertThrows(IllegalStateException.class, () -> bad.resolve(null));
    }

    assertNull(guard.quarantined());
  }

  @Test
  void refuses_rather_than_queues_when_all_its_threads_are_busy() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch end = new CountDownLatch(1);
    Resolver slow =
        guard.around(
            "A.slow",
            call -> {
              begun.countDown();
              end.await();
              return 1;
            });
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      callers.add(
          Thread.startVirtualThread(
              () -> {
                try {
                  slow.resolve(null);
                } catch (Exception expected) {
                  // late
                }
              }));
    }
    begun.await();

    assertEquals("PLUGIN_UNAVAILABLE", refusal(guard.around("A.b", call -> 1)).code());
    end.countDown();
    for (Thread caller : callers) {
      caller.join();
    }
  }

  @Test
  void refuses_the_row_when_a_check_fails() {
    RowCheck check =
        guard.around(
            "Enterprise",
            (RowCheck)
                (values, before) -> {
                  throw new IllegalStateException();
                });

    RowCheck.Fault fault = check.check(Map.of(), null).getFirst();

    assertEquals("PLUGIN_ERROR", fault.code());
    assertEquals(RowCheck.Severity.ERROR, fault.severity());
  }

  @Test
  void takes_its_meters_along_when_it_goes() throws Exception {
    guard.around("A.b", call -> 1).resolve(null);
    assertEquals(1, meters.get("wuyou.plugin.calls").timer().count());

    guard.close();

    assertTrue(meters.getMeters().isEmpty());
  }

  private static ResolverGuard.Refusal refusal(Resolver field) {
    return assertThrows(ResolverGuard.Refusal.class, () -> field.resolve(null));
  }
}

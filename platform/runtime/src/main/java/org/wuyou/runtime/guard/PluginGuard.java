package org.wuyou.runtime.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.ResolverGuard;
import org.wuyou.spi.Resolver;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.model.Label;

/**
 * Stands around the code of one version of a plugin: its threads, its fault count, its meters, its
 * quarantine.
 *
 * <p>The threads are platform threads on purpose: code that loops without end never gives a carrier
 * back, and a few such virtual threads would still the whole server.
 */
public final class PluginGuard implements AutoCloseable {
  private final String plugin;
  private final GuardLimits limits;
  private final Watchdog watchdog;
  private final ExecutorService threads;
  private final Semaphore places;
  private final FaultWindow faults;
  private final MeterRegistry meters;
  private final Timer calls;
  private final Map<Fault, Counter> counters;
  private final AtomicReference<@Nullable Label> quarantine = new AtomicReference<>();
  private final Consumer<Label> onQuarantine;

  /** The ways in which plugin code fails. */
  enum Fault {
    TIMEOUT,
    ERROR,
    BUSY
  }

  /**
   * @param plugin module name
   * @param onQuarantine told once, from a thread of a failing call, when the plugin is taken out
   */
  public PluginGuard(
      String plugin,
      String version,
      GuardLimits limits,
      Watchdog watchdog,
      MeterRegistry meters,
      Consumer<Label> onQuarantine) {
    this.plugin = plugin;
    this.limits = limits;
    this.watchdog = watchdog;
    this.onQuarantine = onQuarantine;
    this.faults = new FaultWindow(limits);
    this.meters = meters;
    this.places = new Semaphore(limits.threads());
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(
            task ->
                Thread.ofPlatform()
                    .daemon()
                    .name("plugin-" + plugin + "-" + number.incrementAndGet())
                    .unstarted(task));
    this.calls =
        Timer.builder("wuyou.plugin.calls")
            .description("Calls into plugin code")
            .tag("plugin", plugin)
            .tag("version", version)
            .register(meters);
    this.counters =
        Map.of(
            Fault.TIMEOUT, counter("timeout", version),
            Fault.ERROR, counter("error", version),
            Fault.BUSY, counter("busy", version));
  }

  private Counter counter(String kind, String version) {
    return Counter.builder("wuyou.plugin.faults")
        .description("Calls into plugin code that failed")
        .tag("plugin", plugin)
        .tag("version", version)
        .tag("kind", kind)
        .register(meters);
  }

  /** The resolver, bounded. */
  public Resolver around(String coordinate, Resolver resolver) {
    BoundedCall bounds = new BoundedCall(this, coordinate);
    return call -> bounds.call(() -> resolver.resolve(call));
  }

  /** The check, bounded; one that cannot be made refuses the row. */
  public RowCheck around(String entity, RowCheck check) {
    return new BoundedCheck(
        plugin, entity, check, new BoundedCall(this, entity + GuardLimits.CHECK));
  }

  /** Why the plugin is quarantined, or null while it is not. */
  public @Nullable Label quarantined() {
    return quarantine.get();
  }

  /** Takes the plugin out: from now on its fields answer {@code PLUGIN_UNAVAILABLE}. */
  public void quarantine(Label reason) {
    if (quarantine.compareAndSet(null, reason)) {
      onQuarantine.accept(reason);
    }
  }

  /** Lets the plugin answer again and forgets its faults. */
  public void lift() {
    faults.clear();
    quarantine.set(null);
  }

  GuardLimits limits() {
    return limits;
  }

  Watchdog watchdog() {
    return watchdog;
  }

  /**
   * Runs the code on a thread of the plugin's own. One that never ends keeps its place.
   *
   * @throws RejectedExecutionException if all places are taken
   */
  <T> Future<@Nullable T> submit(Callable<@Nullable T> code) {
    if (!places.tryAcquire()) {
      throw new RejectedExecutionException(plugin + " is busy");
    }
    AtomicBoolean held = new AtomicBoolean(true);
    Runnable giveBack =
        () -> {
          if (held.compareAndSet(true, false)) {
            places.release();
          }
        };
    // Given back before the caller has the answer; a task cancelled before it began never gets to
    // its code, but executors run it all the same.
    FutureTask<@Nullable T> task =
        new FutureTask<>(
            () -> {
              try {
                return code.call();
              } finally {
                giveBack.run();
              }
            }) {
          @Override
          public void run() {
            try {
              super.run();
            } finally {
              giveBack.run();
            }
          }
        };
    try {
      threads.execute(task);
      return task;
    } catch (RejectedExecutionException closed) {
      places.release();
      throw closed;
    }
  }

  void succeeded(long nanos) {
    calls.record(nanos, TimeUnit.NANOSECONDS);
    faults.succeeded();
  }

  void failed(Fault fault, String coordinate) {
    java.util.Objects.requireNonNull(counters.get(fault)).increment();
    if (faults.failed(fault)) {
      quarantine(
          new Label(
              "模块 " + plugin + " 因反复故障已被隔离（最近一次：" + coordinate + " " + fault + "）。",
              "Module "
                  + plugin
                  + " is quarantined after repeated faults (last: "
                  + coordinate
                  + " "
                  + fault
                  + ")."));
    }
  }

  ResolverGuard.Refusal late(String coordinate) {
    return new ResolverGuard.Refusal(
        "PLUGIN_TIMEOUT",
        new Label(
            "模块 "
                + plugin
                + " 的 "
                + coordinate
                + " 未在 "
                + limits.deadline(coordinate).toMillis()
                + " 毫秒内答复。请稍后再试。",
            coordinate
                + " of module "
                + plugin
                + " did not answer within "
                + limits.deadline(coordinate).toMillis()
                + " ms. Try again later."));
  }

  ResolverGuard.Refusal unavailable(@Nullable Label reason) {
    Label why =
        reason != null
            ? reason
            : new Label("模块 " + plugin + " 正忙。", "Module " + plugin + " is busy.");
    return new ResolverGuard.Refusal(
        "PLUGIN_UNAVAILABLE",
        new Label(
            why.zh() + "请稍后再试或联系管理员。", why.en() + " Try again later or tell the administrator."));
  }

  /** Ends the plugin's threads and removes its meters. */
  @Override
  public void close() {
    threads.shutdownNow();
    List<Meter> mine = new java.util.ArrayList<>(counters.values());
    mine.add(calls);
    mine.forEach(meters::remove);
  }
}

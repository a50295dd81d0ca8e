package org.wuyou.runtime.plugin;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.runtime.guard.GuardLimits;
import org.wuyou.runtime.guard.PluginGuard;
import org.wuyou.runtime.guard.Watchdog;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.spi.model.Label;

/** The plugins as one thing that is restored at the start, deployed to, and read from. */
public final class PluginHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

  private final Ledger ledger;
  private final Changeover changeover;
  private final Restoration restoration;
  private final Deployer deployer;

  /** What bounds plugin code. */
  public record Bounds(
      GuardLimits limits,
      Watchdog watchdog,
      MeterRegistry meters,
      Clock clock,
      Duration startLimit) {}

  public PluginHost(
      Verifier verifier,
      Container container,
      EntityStore store,
      Ledger ledger,
      JarShelf shelf,
      Generations generations,
      LoaderWatch loaders,
      ReferenceData reference,
      Bounds bounds) {
    this.ledger = ledger;
    PluginLoader loader =
        new PluginLoader(
            container, jar -> guard(jar, bounds), bounds.clock(), store, bounds.startLimit());
    Retirement retirement = new Retirement(container, loaders);
    Staging staging = new Staging(loader, retirement);
    this.changeover = new Changeover(shelf, ledger, staging, retirement, generations, reference);
    this.restoration = new Restoration(verifier, shelf, ledger, staging, generations);
    this.deployer = new Deployer(verifier, shelf, ledger, changeover);
  }

  private PluginGuard guard(PluginJar jar, Bounds bounds) {
    return new PluginGuard(
        jar.module(),
        jar.id().version().toString(),
        bounds.limits(),
        bounds.watchdog(),
        bounds.meters(),
        reason -> quarantined(jar.id(), reason));
  }

  private void quarantined(PluginId id, Label reason) {
    LOG.error("{} is quarantined: {}", id, reason.en());
    ledger.moved(id, PluginState.QUARANTINED, "guard", reason);
  }

  /** Brings back what ran, and publishes the first generation. */
  public void restore() {
    changeover.begin(restoration.restore());
  }

  public Deployer deployer() {
    return deployer;
  }

  @Override
  public void close() {
    changeover.close();
  }
}

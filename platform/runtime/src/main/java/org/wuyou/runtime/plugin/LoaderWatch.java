package org.wuyou.runtime.plugin;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Watches the class loaders of retired plugins until the collector has taken them. One that stays
 * although the collector has looked is a leak: something still holds the old code.
 */
public final class LoaderWatch {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Clock clock;
  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
  private final Map<PhantomReference<ClassLoader>, Retired> waiting = new ConcurrentHashMap<>();

  /** A retired version whose loader is still there. */
  public record Lingering(PluginId plugin, Instant since, boolean leak) {}

  private record Retired(PluginId plugin, Instant since, long collections) {}

  public LoaderWatch(Clock clock) {
    this.clock = clock;
  }

  void retired(PluginId plugin, ClassLoader loader) {
    waiting.put(
        new PhantomReference<>(loader, collected),
        new Retired(plugin, clock.instant(), wholeCollections()));
  }

  /** The loaders not collected yet. */
  public List<Lingering> lingering() {
    for (var gone = collected.poll(); gone != null; gone = collected.poll()) {
      waiting.remove(gone);
    }
    Instant now = clock.instant();
    long collections = wholeCollections();
    return waiting.values().stream()
        .map(
            retired ->
                new Lingering(
                    retired.plugin,
                    retired.since,
                    retired.since.plus(PATIENCE).isBefore(now)
                        && collections > retired.collections + 1))
        .toList();
  }

  /** Collections that unload classes; young ones do not look at loaders. */
  private static long wholeCollections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(bean -> !bean.getName().contains("Young") && !bean.getName().equals("Copy"))
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }
}

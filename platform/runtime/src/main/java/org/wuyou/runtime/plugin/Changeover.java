package org.wuyou.runtime.plugin;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.spi.model.Label;

/**
 * Replaces the set of plugins that runs by another: the next set is built and rehearsed beside it,
 * swapped in at once, and the old one ends when the requests it began are done.
 */
final class Changeover implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Changeover.class);
  private static final int KEPT_VERSIONS = 3;

  private final JarShelf shelf;
  private final Ledger ledger;
  private final Staging staging;
  private final Retirement retirement;
  private final Generations generations;
  private final ReferenceData reference;
  private final Set<Thread> retiring = ConcurrentHashMap.newKeySet();
  private volatile Map<String, LoadedPlugin> running = Map.of();

  Changeover(
      JarShelf shelf,
      Ledger ledger,
      Staging staging,
      Retirement retirement,
      Generations generations,
      ReferenceData reference) {
    this.shelf = shelf;
    this.ledger = ledger;
    this.staging = staging;
    this.retirement = retirement;
    this.generations = generations;
    this.reference = reference;
  }

  /** What runs, by module, providers first. */
  Map<String, LoadedPlugin> running() {
    return running;
  }

  /** Begins with what could be restored. */
  void begin(Restoration.Restored restored) {
    generations.begin(restored.candidate());
    running = orderly(restored.plugins());
    running.values().forEach(this::resume);
  }

  /** A quarantine outlives a restart; any other state gives way to that the plugin runs. */
  private void resume(LoadedPlugin plugin) {
    LedgerPage page = ledger.page(plugin.module()).orElseThrow();
    PluginState state = page.current().map(LedgerPage.Version::state).orElse(PluginState.ACTIVE);
    if (state == PluginState.QUARANTINED) {
      Label cause = page.history().getFirst().cause();
      plugin.guard().quarantine(cause == null ? new Label("已隔离", "Quarantined") : cause);
    } else if (state != PluginState.ACTIVE) {
      ledger.active(plugin.jar().id(), "restart", null);
    }
  }

  /** Ends what runs, and waits for what is being retired. */
  @Override
  public void close() {
    retiring.forEach(Thread::interrupt);
    for (Thread thread : retiring) {
      try {
        thread.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    running.values().forEach(plugin -> plugin.guard().close());
  }

  /**
   * A change of the running set.
   *
   * @param module the one it is about, or a word for several
   * @param incoming the versions brought in; none on removal
   * @param wanted the whole set that shall run
   * @param reload modules to be loaded anew
   * @param gone modules to be taken out
   */
  record Proposal(
      String module,
      List<PluginJar> incoming,
      Collection<PluginJar> wanted,
      Set<String> reload,
      Set<String> gone) {}

  /** Makes the change, or rehearses it. */
  synchronized DeployReport change(Proposal proposal, Terms terms) {
    List<Fault> unmet = new Dependencies(proposal.wanted()).unmet();
    if (!unmet.isEmpty()) {
      return refuse(proposal, terms, unmet);
    }
    return switch (staging.stage(proposal.wanted(), running, proposal.reload())) {
      case Staging.Outcome.Failed(List<Fault> faults) -> refuse(proposal, terms, faults);
      case Staging.Outcome.Staged staged -> rehearse(proposal, terms, staged);
    };
  }

  private DeployReport rehearse(Proposal proposal, Terms terms, Staging.Outcome.Staged staged) {
    Generations.Rehearsal rehearsal =
        generations.rehearse(running.values(), staged.next().values());
    return switch (rehearsal) {
      case Generations.Rehearsal.Refused(List<Fault> faults) -> {
        staging.discard(staged.fresh());
        yield refuse(proposal, terms, faults);
      }
      case Generations.Rehearsal.Accepted(Generations.Candidate candidate) -> {
        Impact impact = candidate.impact().alongside(alongside(proposal, staged));
        List<Fault> losses =
            terms.allowLoss() ? List.of() : Refusals.losses(proposal.module(), impact.migration());
        if (!losses.isEmpty()) {
          staging.discard(staged.fresh());
          yield refuse(proposal, terms, losses).withImpact(impact);
        }
        if (terms.rehearse()) {
          staging.discard(staged.fresh());
          yield report(proposal, DeployReport.Outcome.READY).withImpact(impact);
        }
        yield swap(proposal, terms, staged, candidate).withImpact(impact);
      }
    };
  }

  private DeployReport swap(
      Proposal proposal,
      Terms terms,
      Staging.Outcome.Staged staged,
      Generations.Candidate candidate) {
    Map<String, LoadedPlugin> before = running;
    DeployReport report = report(proposal, DeployReport.Outcome.DONE);
    List<LedgerPage> pages = new ArrayList<>();
    Stream.concat(proposal.incoming().stream().map(PluginJar::module), proposal.gone().stream())
        .forEach(module -> ledger.page(module).ifPresent(pages::add));
    Generations.Swapped swapped;
    try {
      // The ledger first: all checks are made, so after a crash the new set is the one to start.
      for (PluginJar jar : proposal.incoming()) {
        shelf.keep(jar);
        ledger.came(jar, terms.actor());
        ledger.moved(jar.id(), PluginState.RESOLVED, terms.actor(), null);
        ledger.moved(jar.id(), PluginState.STAGED, terms.actor(), null);
        ledger.active(jar.id(), terms.actor(), null);
      }
      for (String module : proposal.gone()) {
        LoadedPlugin leaving = Objects.requireNonNull(before.get(module));
        ledger.removed(leaving.jar().id(), terms.actor());
      }
      swapped = generations.swap(candidate);
    } catch (IOException | RuntimeException e) {
      pages.forEach(ledger::restore);
      staging.discard(staged.fresh());
      LOG.error("swap of {} failed; what ran before still answers", proposal.module(), e);
      return refuse(proposal, terms, List.of(Refusals.swapFailed(proposal.module(), e)));
    }
    running = orderly(staged.next());
    List<LoadedPlugin> old =
        before.values().stream().filter(p -> running.get(p.module()) != p).toList().reversed();
    retireWhenDrained(old, swapped, terms.actor());
    generations.remember(candidate, terms.actor(), report.occasion(proposal.gone()));
    List<Fault> faults = new ArrayList<>();
    for (PluginJar jar : proposal.incoming()) {
      faults.addAll(trim(jar));
      LoadedPlugin replaced = before.get(jar.module());
      faults.addAll(
          reference.bringIn(
              jar,
              replaced == null ? Map.of() : replaced.jar().reference(),
              candidate.generation().model()));
    }
    return report.tookMillis(swapped.millis()).withFaults(faults);
  }

  private static Map<String, LoadedPlugin> orderly(Map<String, LoadedPlugin> plugins) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(plugins));
  }

  private void retireWhenDrained(
      List<LoadedPlugin> old, Generations.Swapped swapped, String actor) {
    if (old.isEmpty()) {
      return;
    }
    List<PluginId> replaced =
        old.stream().map(plugin -> plugin.jar().id()).filter(id -> !answers(id)).toList();
    replaced.forEach(id -> ledger.moved(id, PluginState.DRAINING, actor, null));
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("plugin-retirement")
            .unstarted(() -> retire(old, replaced, swapped, actor));
    retiring.add(thread);
    thread.start();
  }

  private void retire(
      List<LoadedPlugin> old, List<PluginId> replaced, Generations.Swapped swapped, String actor) {
    boolean drained = swapped.awaitDrained();
    retirement.end(old);
    Label cause =
        drained
            ? null
            : new Label("排空期限已到，仍有请求未完成", "The drain deadline passed with requests under way");
    replaced.stream()
        .filter(id -> !answers(id))
        .forEach(id -> ledger.moved(id, PluginState.RETIRED, actor, cause));
    retiring.remove(Thread.currentThread());
  }

  /** Whether this very version runs, perhaps loaded anew. */
  private boolean answers(PluginId id) {
    LoadedPlugin present = running.get(id.module());
    return present != null && present.jar().id().equals(id);
  }

  /**
   * Keeps the jars of the last versions and drops those of older ones; policies are kept for good,
   * because they go on answering for their time.
   */
  private List<Fault> trim(PluginJar jar) {
    if (!jar.policy().isEmpty()) {
      return List.of();
    }
    String module = jar.module();
    LedgerPage page = ledger.page(module).orElseThrow();
    List<Fault> faults = new ArrayList<>();
    List<LedgerPage.Version> kept =
        page.versions().stream().filter(LedgerPage.Version::kept).toList();
    for (LedgerPage.Version version : kept.stream().skip(KEPT_VERSIONS).toList()) {
      if (!version.version().equals(page.wanted())) {
        try {
          shelf.drop(PluginId.of(module, version.version()));
          ledger.dropped(module, version.version());
        } catch (IOException e) {
          faults.add(Refusals.notDropped(PluginId.of(module, version.version()), e));
        }
      }
    }
    return faults;
  }

  private static List<String> alongside(Proposal proposal, Staging.Outcome.Staged staged) {
    return staged.fresh().stream()
        .map(LoadedPlugin::module)
        .filter(module -> !module.equals(proposal.module()))
        .toList();
  }

  private DeployReport refuse(Proposal proposal, Terms terms, List<Fault> faults) {
    // Of several it is not told here whose fault it is.
    if (!terms.rehearse() && proposal.incoming().size() == 1) {
      ledger.refused(proposal.incoming().getFirst(), terms.actor(), faults.getFirst());
    }
    return report(proposal, DeployReport.Outcome.REFUSED).withFaults(faults);
  }

  private DeployReport report(Proposal proposal, DeployReport.Outcome outcome) {
    LoadedPlugin present = running.get(proposal.module());
    PluginId replaced = present == null ? null : present.jar().id();
    String versions =
        proposal.incoming().stream()
            .map(jar -> jar.id().version().toString())
            .distinct()
            .collect(Collectors.joining(", "));
    return new DeployReport(
        outcome,
        proposal.module(),
        versions.isEmpty() ? null : versions,
        replaced == null ? null : replaced.version().toString(),
        null,
        List.of(),
        Impact.NONE,
        null);
  }
}

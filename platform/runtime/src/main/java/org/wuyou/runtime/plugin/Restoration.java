package org.wuyou.runtime.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts again what the ledger says ran. A plugin that cannot start is left out, with those that
 * need it, and noted as failed; the rest lives.
 */
final class Restoration {
  private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

  private final Verifier verifier;
  private final JarShelf shelf;
  private final Ledger ledger;
  private final Staging staging;
  private final Generations generations;

  Restoration(
      Verifier verifier, JarShelf shelf, Ledger ledger, Staging staging, Generations generations) {
    this.verifier = verifier;
    this.shelf = shelf;
    this.ledger = ledger;
    this.staging = staging;
    this.generations = generations;
  }

  /** The plugins that answer again, with the generation they answer in. */
  record Restored(Map<String, LoadedPlugin> plugins, Generations.Candidate candidate) {}

  /** Restores as much as can be. */
  Restored restore() {
    Map<String, PluginJar> wanted = wanted();
    while (true) {
      dropUnmet(wanted);
      switch (staging.stage(wanted.values(), Map.of(), Set.of())) {
        case Staging.Outcome.Failed(List<Fault> faults) -> drop(wanted, faults);
        case Staging.Outcome.Staged staged -> {
          switch (generations.recall(staged.next().values())) {
            case Generations.Rehearsal.Accepted(Generations.Candidate candidate) -> {
              return new Restored(staged.next(), candidate);
            }
            case Generations.Rehearsal.Refused(List<Fault> faults) -> {
              staging.discard(staged.fresh());
              drop(wanted, faults);
            }
          }
        }
      }
    }
  }

  /** The jars that should run, checked against the ledger: those changed on disk are left out. */
  private Map<String, PluginJar> wanted() {
    Map<String, PluginJar> wanted = new LinkedHashMap<>();
    for (LedgerPage page : ledger.pages()) {
      page.current()
          .ifPresent(
              version -> {
                PluginId id = PluginId.of(page.module(), version.version());
                switch (verifier.verify(shelf.file(id), trust(version))) {
                  case Verifier.Outcome.Verified(PluginJar jar)
                      when jar.sha256().equals(version.sha256()) ->
                      wanted.put(jar.module(), jar);
                  case Verifier.Outcome.Verified(PluginJar jar) ->
                      fail(id, Refusals.duplicate(id, version.sha256(), jar.sha256()));
                  case Verifier.Outcome.Refused(String plugin, List<Fault> faults) ->
                      fail(id, faults.getFirst());
                }
              });
    }
    return wanted;
  }

  /** A jar that came with the distribution did so with the very bytes that are compared here. */
  static Verifier.Trust trust(LedgerPage.Version version) {
    return Verifier.DISTRIBUTION_KEY.equals(version.signedBy())
        ? Verifier.Trust.DISTRIBUTION
        : Verifier.Trust.SIGNATURE;
  }

  private void dropUnmet(Map<String, PluginJar> wanted) {
    List<Fault> unmet = new Dependencies(wanted.values()).unmet();
    while (!unmet.isEmpty()) {
      drop(wanted, unmet);
      unmet = new Dependencies(wanted.values()).unmet();
    }
  }

  /** Leaves out the plugins at fault; if the faults name none of them, all are left out. */
  private void drop(Map<String, PluginJar> wanted, List<Fault> faults) {
    Map<String, Fault> byModule =
        faults.stream()
            .filter(fault -> wanted.containsKey(fault.plugin()))
            .collect(Collectors.toMap(Fault::plugin, f -> f, (first, more) -> first));
    if (byModule.isEmpty()) {
      if (wanted.isEmpty()) {
        throw new IllegalStateException(
            "the platform's own part of the schema is refused: " + new ArrayList<>(faults));
      }
      wanted.values().forEach(jar -> fail(jar.id(), faults.getFirst()));
      wanted.clear();
      return;
    }
    new TreeSet<>(byModule.keySet())
        .forEach(
            module -> {
              PluginJar jar = wanted.remove(module);
              if (jar != null) {
                fail(jar.id(), java.util.Objects.requireNonNull(byModule.get(module)));
              }
            });
  }

  private void fail(PluginId id, Fault fault) {
    LOG.error("{} does not run: {}", id, fault);
    ledger.failed(id, fault);
  }
}

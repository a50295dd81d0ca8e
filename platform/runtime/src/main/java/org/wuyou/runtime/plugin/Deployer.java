package org.wuyou.runtime.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.spi.model.Label;

/**
 * What an administrator can do with plugins: deploy, go back, remove, lift a quarantine. One at a
 * time; each answers with a report, and a refused one leaves everything as it was.
 */
public final class Deployer {
  private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

  private final Verifier verifier;
  private final JarShelf shelf;
  private final Ledger ledger;
  private final Changeover changeover;

  /** What the deployer of a jar means to do. */
  public enum Intent {
    INSTALL,
    UPDATE,
    /** Install a new module, update a known one. */
    EITHER
  }

  Deployer(Verifier verifier, JarShelf shelf, Ledger ledger, Changeover changeover) {
    this.verifier = verifier;
    this.shelf = shelf;
    this.ledger = ledger;
    this.changeover = changeover;
  }

  /** What runs, by module, providers first. */
  public Map<String, PluginJar> running() {
    Map<String, PluginJar> jars = new LinkedHashMap<>();
    changeover.running().forEach((module, plugin) -> jars.put(module, plugin.jar()));
    return jars;
  }

  /** Why the module is quarantined, if it is. */
  public Optional<Label> quarantined(String module) {
    return Optional.ofNullable(changeover.running().get(module))
        .map(plugin -> plugin.guard().quarantined());
  }

  /** Deploys the jar, or rehearses it. */
  public synchronized DeployReport deploy(
      Path file, Verifier.Trust trust, Intent intent, Terms terms) {
    return switch (verifier.verify(file, trust)) {
      case Verifier.Outcome.Refused(String plugin, List<Fault> faults) ->
          DeployReport.refused(plugin, faults);
      case Verifier.Outcome.Verified(PluginJar jar) -> deploy(jar, intent, terms);
    };
  }

  /**
   * Deploys those of the jars whose bytes have never been here, as one change; where that is
   * refused, one by one, providers first, so that each report tells of its own jar.
   */
  public synchronized List<DeployReport> deployNew(
      List<Path> files, Verifier.Trust trust, Terms terms) {
    List<DeployReport> reports = new ArrayList<>();
    List<PluginJar> fresh = new ArrayList<>();
    for (Path file : files) {
      if (known(file)) {
        LOG.debug("{} is known", file);
        continue;
      }
      switch (verifier.verify(file, trust)) {
        case Verifier.Outcome.Refused(String plugin, List<Fault> faults) ->
            reports.add(DeployReport.refused(plugin, faults));
        case Verifier.Outcome.Verified(PluginJar jar) -> fresh.add(jar);
      }
    }
    reports.addAll(bringInNew(new Dependencies(fresh).inOrder(), terms));
    return reports;
  }

  /**
   * By its bytes alone, which is all that a start wants to know of most jars. To compare them with
   * those that run takes a small part of the time of hashing them.
   */
  private boolean known(Path file) {
    try {
      for (PluginJar jar : running().values()) {
        if (Files.exists(jar.file()) && Files.mismatch(jar.file(), file) == -1) {
          return true;
        }
      }
      return ledger.knows(Verifier.sha256(Files.readAllBytes(file)));
    } catch (IOException e) {
      return false; // verification will tell what is wrong with it
    }
  }

  /**
   * All at once where all are new here; if that is refused, those to blame and those that need them
   * come after the rest, one by one.
   */
  private List<DeployReport> bringInNew(List<PluginJar> jars, Terms terms) {
    boolean allNew = jars.stream().allMatch(jar -> ledger.page(jar.module()).isEmpty());
    if (jars.size() < 2 || !allNew) {
      return oneByOne(jars, terms);
    }
    Map<String, PluginJar> wanted = new LinkedHashMap<>(running());
    jars.forEach(jar -> wanted.put(jar.module(), jar));
    DeployReport report =
        changeover.change(
            new Changeover.Proposal(
                String.join(", ", jars.stream().map(PluginJar::module).toList()),
                jars,
                wanted.values(),
                Set.of(),
                Set.of()),
            terms);
    if (report.outcome() == DeployReport.Outcome.DONE) {
      return jars.stream().map(jar -> report.of(jar.id())).toList();
    }
    Set<String> held = new TreeSet<>();
    Dependencies dependencies = new Dependencies(jars);
    for (Fault fault : report.faults()) {
      held.add(fault.plugin());
      held.addAll(dependencies.dependentsOf(fault.plugin()));
    }
    List<PluginJar> rest = jars.stream().filter(jar -> !held.contains(jar.module())).toList();
    if (rest.size() == jars.size()) {
      return oneByOne(jars, terms);
    }
    List<DeployReport> reports = new ArrayList<>(bringInNew(rest, terms));
    reports.addAll(
        oneByOne(jars.stream().filter(jar -> held.contains(jar.module())).toList(), terms));
    return reports;
  }

  private List<DeployReport> oneByOne(List<PluginJar> jars, Terms terms) {
    return jars.stream().map(jar -> deploy(jar, Intent.EITHER, terms)).toList();
  }

  private DeployReport deploy(PluginJar jar, Intent intent, Terms terms) {
    LoadedPlugin present = changeover.running().get(jar.module());
    Optional<LedgerPage.Version> known =
        ledger.page(jar.module()).flatMap(page -> page.version(jar.id().version().toString()));
    if (known.isPresent() && !known.get().sha256().equals(jar.sha256()) && known.get().kept()) {
      return DeployReport.refused(
          jar.module(), List.of(Refusals.duplicate(jar.id(), known.get().sha256(), jar.sha256())));
    }
    if (present != null && present.jar().sha256().equals(jar.sha256())) {
      return DeployReport.of(DeployReport.Outcome.UNCHANGED, jar.id(), jar.id());
    }
    if (intent == Intent.INSTALL && present != null) {
      return DeployReport.refused(jar.module(), List.of(Refusals.alreadyRuns(present.jar().id())));
    }
    if (intent == Intent.UPDATE && present == null) {
      return DeployReport.refused(jar.module(), List.of(Refusals.notRunning(jar.module())));
    }
    return bringIn(jar, terms);
  }

  /** Goes back to a kept version; without one named, to that which ran before. */
  public synchronized DeployReport rollback(String module, @Nullable String version, Terms terms) {
    LedgerPage page = ledger.page(module).orElse(LedgerPage.empty(module));
    List<LedgerPage.Version> earlier = page.earlier();
    Optional<LedgerPage.Version> target =
        earlier.stream().filter(v -> version == null || v.version().equals(version)).findFirst();
    if (target.isEmpty()) {
      return DeployReport.refused(
          module,
          List.of(
              Refusals.notKept(
                  module, version, earlier.stream().map(LedgerPage.Version::version).toList())));
    }
    Path file = shelf.file(PluginId.of(module, target.get().version()));
    return switch (verifier.verify(file, Restoration.trust(target.get()))) {
      case Verifier.Outcome.Refused(String plugin, List<Fault> faults) ->
          DeployReport.refused(plugin, faults);
      case Verifier.Outcome.Verified(PluginJar jar) -> bringIn(jar, terms);
    };
  }

  /** Takes a module out; its data is kept. */
  public synchronized DeployReport remove(String module, boolean cascade, Terms terms) {
    LoadedPlugin present = changeover.running().get(module);
    if (present == null) {
      return DeployReport.refused(module, List.of(Refusals.notRunning(module)));
    }
    Set<String> gone = new TreeSet<>(new Dependencies(running().values()).dependentsOf(module));
    if (!gone.isEmpty() && !cascade) {
      return DeployReport.refused(module, List.of(Refusals.stillNeeded(module, gone)));
    }
    gone.add(module);
    List<PluginJar> wanted =
        running().values().stream().filter(jar -> !gone.contains(jar.module())).toList();
    return changeover.change(
        new Changeover.Proposal(module, List.of(), wanted, Set.of(), gone), terms);
  }

  /** Lets a quarantined module answer again. */
  public synchronized DeployReport lift(String module, String actor) {
    LoadedPlugin present = changeover.running().get(module);
    if (present == null) {
      return DeployReport.refused(module, List.of(Refusals.notRunning(module)));
    }
    PluginId id = present.jar().id();
    if (present.guard().quarantined() == null) {
      return DeployReport.of(DeployReport.Outcome.UNCHANGED, id, id);
    }
    present.guard().lift();
    ledger.active(id, actor, new Label("解除隔离", "Quarantine lifted"));
    return DeployReport.of(DeployReport.Outcome.DONE, id, id);
  }

  private DeployReport bringIn(PluginJar jar, Terms terms) {
    Map<String, PluginJar> wanted = new LinkedHashMap<>(running());
    wanted.put(jar.module(), jar);
    Set<String> reload =
        new LinkedHashSet<>(new Dependencies(wanted.values()).wiredTo(jar.module()));
    reload.addAll(new Dependencies(running().values()).wiredTo(jar.module()));
    reload.add(jar.module());
    return changeover.change(
        new Changeover.Proposal(jar.module(), List.of(jar), wanted.values(), reload, Set.of()),
        terms);
  }
}

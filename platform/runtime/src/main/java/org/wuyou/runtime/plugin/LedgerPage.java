package org.wuyou.runtime.plugin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.Label;

/**
 * What the ledger knows of one module.
 *
 * @param wanted the version that runs, and is started again after a restart; null if none
 * @param versions all versions known, latest first
 * @param history latest first
 */
public record LedgerPage(
    String module, @Nullable String wanted, List<Version> versions, List<Transition> history) {
  private static final int HISTORY = 200;

  /**
   * One version.
   *
   * @param signedBy name of the key, or null if unsigned
   * @param kept whether its jar is still there
   */
  public record Version(
      String version, String sha256, @Nullable String signedBy, PluginState state, boolean kept) {
    Version in(PluginState other) {
      return new Version(version, sha256, signedBy, other, kept);
    }

    Version dropped() {
      return new Version(version, sha256, signedBy, state, false);
    }
  }

  /** One change of state. */
  public record Transition(
      Instant at, String version, PluginState state, String actor, @Nullable Label cause) {}

  public LedgerPage {
    versions = List.copyOf(versions);
    history = List.copyOf(history);
  }

  static LedgerPage empty(String module) {
    return new LedgerPage(module, null, List.of(), List.of());
  }

  public Optional<Version> version(String version) {
    return versions.stream().filter(v -> v.version.equals(version)).findFirst();
  }

  /** The version that runs or should. */
  public Optional<Version> current() {
    return Optional.ofNullable(wanted).flatMap(this::version);
  }

  /** Versions one can go back to, the one that ran last first. */
  public List<Version> earlier() {
    return history.stream()
        .filter(t -> t.state == PluginState.ACTIVE)
        .map(Transition::version)
        .distinct()
        .filter(v -> !v.equals(wanted))
        .flatMap(v -> version(v).stream())
        .filter(Version::kept)
        .toList();
  }

  LedgerPage wanting(@Nullable String version) {
    return new LedgerPage(module, version, versions, history);
  }

  /** With this version known; the latest known comes first. */
  LedgerPage with(Version version) {
    List<Version> list = new ArrayList<>();
    list.add(version);
    versions.stream().filter(v -> !v.version.equals(version.version)).forEach(list::add);
    return new LedgerPage(module, wanted, list, history);
  }

  LedgerPage moved(Transition transition) {
    List<Transition> list = new ArrayList<>();
    list.add(transition);
    history.stream().limit(HISTORY - 1L).forEach(list::add);
    // What was in force when must be told for good.
    history.stream()
        .skip(HISTORY - 1L)
        .filter(older -> older.state == PluginState.ACTIVE)
        .forEach(list::add);
    return new LedgerPage(
        module,
        wanted,
        versions.stream()
            .map(v -> v.version.equals(transition.version) ? v.in(transition.state) : v)
            .toList(),
        list);
  }

  LedgerPage dropping(String version) {
    return new LedgerPage(
        module,
        wanted,
        versions.stream().map(v -> v.version.equals(version) ? v.dropped() : v).toList(),
        history);
  }
}

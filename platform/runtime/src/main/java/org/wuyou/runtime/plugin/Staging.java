package org.wuyou.runtime.plugin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings a set of plugins to life beside those that run: the next set, not yet answering. */
final class Staging {
  private final PluginLoader loader;
  private final Retirement retirement;

  Staging(PluginLoader loader, Retirement retirement) {
    this.loader = loader;
    this.retirement = retirement;
  }

  sealed interface Outcome {
    /**
     * All are loaded.
     *
     * @param next by module, providers first
     * @param fresh those loaded for it; the others run already
     */
    record Staged(Map<String, LoadedPlugin> next, List<LoadedPlugin> fresh) implements Outcome {}

    /** Nothing is left of the attempt. */
    record Failed(List<Fault> faults) implements Outcome {}
  }

  /**
   * Stages the wanted set; stops at the first plugin that does not load.
   *
   * @param running what runs, by module
   * @param reload modules to be loaded anew even if they run
   */
  Outcome stage(
      Collection<PluginJar> wanted, Map<String, LoadedPlugin> running, Set<String> reload) {
    Map<String, LoadedPlugin> next = new LinkedHashMap<>();
    List<LoadedPlugin> fresh = new ArrayList<>();
    for (PluginJar jar : new Dependencies(wanted).inOrder()) {
      LoadedPlugin present = running.get(jar.module());
      if (present != null && !reload.contains(jar.module())) {
        next.put(jar.module(), present);
        continue;
      }
      List<LoadedPlugin> providers =
          next.values().stream().filter(other -> jar.isWiredTo(other.jar())).toList();
      switch (loader.load(jar, providers)) {
        case PluginLoader.Outcome.Loaded(LoadedPlugin plugin) -> {
          next.put(jar.module(), plugin);
          fresh.add(plugin);
        }
        case PluginLoader.Outcome.Failed(Fault fault) -> {
          discard(fresh);
          return new Outcome.Failed(List.of(fault));
        }
      }
    }
    return new Outcome.Staged(next, fresh);
  }

  /** Ends plugins that never answered. */
  void discard(List<LoadedPlugin> fresh) {
    retirement.end(fresh.reversed());
  }
}

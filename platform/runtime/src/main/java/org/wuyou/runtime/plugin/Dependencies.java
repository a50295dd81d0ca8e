package org.wuyou.runtime.plugin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who needs whom among a set of plugins. */
final class Dependencies {
  private final Map<String, PluginJar> jars = new LinkedHashMap<>();

  Dependencies(Collection<PluginJar> plugins) {
    plugins.forEach(jar -> jars.put(jar.module(), jar));
  }

  /** What is not satisfied: modules missing or of a version that will not do. */
  List<Fault> unmet() {
    List<Fault> faults = new ArrayList<>();
    for (PluginJar jar : jars.values()) {
      for (PluginJar.Requirement requirement : jar.requires()) {
        PluginJar provider = jars.get(requirement.module());
        if (provider == null || !requirement.accepts(provider.id().version())) {
          faults.add(
              Refusals.requirement(
                  jar.module(), requirement, provider == null ? "-" : provider.id().toString()));
        }
      }
    }
    return faults;
  }

  /** Providers before those that need them; a circle is broken at the name that sorts first. */
  List<PluginJar> inOrder() {
    Set<String> done = new LinkedHashSet<>();
    new TreeSet<>(jars.keySet()).forEach(module -> visit(module, done, new LinkedHashSet<>()));
    return done.stream().map(jars::get).toList();
  }

  private void visit(String module, Set<String> done, Set<String> open) {
    PluginJar jar = jars.get(module);
    if (jar == null || done.contains(module) || !open.add(module)) {
      return;
    }
    jar.requires().forEach(requirement -> visit(requirement.module(), done, open));
    done.add(module);
  }

  /** Modules that need this one, directly or through others. */
  Set<String> dependentsOf(String module) {
    Set<String> found = new TreeSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (PluginJar jar : jars.values()) {
        if (!jar.module().equals(module)
            && jar.requires().stream()
                .anyMatch(r -> r.module().equals(module) || found.contains(r.module()))) {
          more |= found.add(jar.module());
        }
      }
    }
    found.remove(module);
    return found;
  }

  /** Modules whose code is wired to this one's, directly or through others. */
  Set<String> wiredTo(String module) {
    Set<String> found = new TreeSet<>(Set.of(module));
    boolean more = true;
    while (more) {
      more = false;
      for (PluginJar jar : jars.values()) {
        for (String provider : List.copyOf(found)) {
          PluginJar other = jars.get(provider);
          if (other != null && !jar.module().equals(provider) && jar.isWiredTo(other)) {
            more |= found.add(jar.module());
          }
        }
      }
    }
    found.remove(module);
    return found;
  }
}

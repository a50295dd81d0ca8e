package org.wuyou.runtime.plugin;

import org.osgi.framework.Version;

/** A version of a module; what a jar is known by. */
public record PluginId(String module, Version version) implements Comparable<PluginId> {
  public static PluginId of(String module, String version) {
    return new PluginId(module, Version.parseVersion(version));
  }

  @Override
  public int compareTo(PluginId other) {
    int byModule = module.compareTo(other.module);
    return byModule != 0 ? byModule : version.compareTo(other.version);
  }

  /** The name under which the jar is kept. */
  public String fileName() {
    return module + "-" + version + ".jar";
  }

  @Override
  public String toString() {
    return module + " " + version;
  }
}

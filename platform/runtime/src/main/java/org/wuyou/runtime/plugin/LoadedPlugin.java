package org.wuyou.runtime.plugin;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.wuyou.runtime.guard.PluginGuard;
import org.wuyou.spi.Contribution;

/** A version of a plugin brought to life: its bundle, its guard, and what it contributes. */
record LoadedPlugin(PluginJar jar, Bundle bundle, PluginGuard guard, Contribution contribution) {
  String module() {
    return jar.module();
  }

  /** The class loader of its code, while it has one. */
  Optional<ClassLoader> loader() {
    return Optional.ofNullable(bundle.adapt(BundleWiring.class)).map(BundleWiring::getClassLoader);
  }
}

package org.wuyou.runtime.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The embedded OSGi framework. It gives each version of a plugin its own class loader, in which
 * only {@link SharedPackages}, the JDK and the exports of other plugins can be seen. Several copies
 * of one version may live side by side while requests move from one to the next.
 */
public final class Container implements AutoCloseable {
  private final Framework framework;
  private final AtomicLong copies = new AtomicLong();

  /** The bundles a resolution may wire to, besides the framework itself. */
  private final Set<Long> visible = ConcurrentHashMap.newKeySet();

  private Container(Framework framework) {
    this.framework = framework;
  }

  /** Starts with an empty framework; what runs is told by the ledger, never by a bundle cache. */
  public static Container start(Path cache, SharedPackages shared) {
    try {
      Files.createDirectories(cache);
      Map<String, String> settings = new HashMap<>();
      settings.put(Constants.FRAMEWORK_STORAGE, cache.toString());
      settings.put(
          Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
      settings.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
      settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, shared.header());
      settings.put("felix.shutdown.hook", "false");
      settings.put("felix.cache.locking", "false");
      settings.put("felix.log.level", "0"); // what Felix would log comes back as an exception
      Framework framework = new FrameworkFactory().newFramework(settings);
      framework.init();
      Container container = new Container(framework);
      var context = framework.getBundleContext();
      context.registerService(WeavingHook.class, new ExitRefusal(), null);
      context.registerService(
          ResolverHookFactory.class, triggers -> new VisibleOnly(container.visible), null);
      framework.start();
      return container;
    } catch (BundleException | IOException e) {
      throw new IllegalStateException("the plugin container does not start", e);
    }
  }

  /** Adds a copy of the plugin; neither resolved nor visible to others yet. */
  Bundle install(PluginJar jar) throws BundleException, IOException {
    try (InputStream in = Files.newInputStream(jar.file())) {
      return framework
          .getBundleContext()
          .installBundle("wuyou:" + jar.id() + "#" + copies.incrementAndGet(), in);
    }
  }

  /**
   * Resolves the bundles against the framework and the given providers only, so that a candidate is
   * wired to the versions it will run with, not to those it replaces.
   */
  synchronized void resolve(Bundle bundle, List<Bundle> providers) throws BundleException {
    visible.clear();
    providers.forEach(provider -> visible.add(provider.getBundleId()));
    visible.add(bundle.getBundleId());
    framework.adapt(FrameworkWiring.class).resolveBundles(Set.of(bundle));
    bundle.start(Bundle.START_TRANSIENT);
  }

  /** Removes the bundle and everything the framework keeps of it. */
  void remove(Bundle bundle) throws BundleException {
    bundle.uninstall();
    framework.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle));
  }

  /** Number of plugin copies the framework holds. */
  public int size() {
    return framework.getBundleContext().getBundles().length - 1;
  }

  @Override
  public void close() {
    try {
      framework.stop();
      framework.waitForStop(Duration.ofSeconds(10).toMillis());
    } catch (BundleException e) {
      throw new IllegalStateException("the plugin container does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

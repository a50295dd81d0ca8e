package org.wuyou.runtime.plugin;

import graphql.schema.PropertyDataFetcher;
import java.util.List;
import org.osgi.framework.BundleException;

/**
 * Ends versions that answer no more: threads, meters, bundle, caches, and the watch on the loader.
 */
final class Retirement {
  private final Container container;
  private final LoaderWatch watch;

  Retirement(Container container, LoaderWatch watch) {
    this.container = container;
    this.watch = watch;
  }

  /** Ends the plugins, in this order: those that need others come first. */
  void end(List<LoadedPlugin> plugins) {
    for (LoadedPlugin plugin : plugins) {
      plugin.guard().close();
      plugin.loader().ifPresent(loader -> watch.retired(plugin.jar().id(), loader));
      try {
        container.remove(plugin.bundle());
      } catch (BundleException e) {
        throw new IllegalStateException(plugin.jar().id() + " cannot be removed", e);
      }
    }
    if (!plugins.isEmpty()) {
      // graphql-java remembers the accessors of every class it has read, and so their loaders.
      PropertyDataFetcher.clearReflectionCache();
    }
  }
}

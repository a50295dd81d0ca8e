package org.wuyou.runtime.plugin;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.wuyou.runtime.guard.PluginGuard;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.Plugin;
import org.wuyou.spi.data.EntityStore;

/**
 * Brings a verified jar to life beside what runs: wires its bundle, builds its plugin class in an
 * injector of its own, and takes down what it registers. Touches nothing live.
 */
final class PluginLoader {
  private static final Duration GRACE = Duration.ofMillis(500);

  private final Container container;
  private final Function<PluginJar, PluginGuard> guards;
  private final Clock clock;
  private final EntityStore store;
  private final Duration limit;

  sealed interface Outcome {
    record Loaded(LoadedPlugin plugin) implements Outcome {}

    record Failed(Fault fault) implements Outcome {}
  }

  PluginLoader(
      Container container,
      Function<PluginJar, PluginGuard> guards,
      Clock clock,
      EntityStore store,
      Duration limit) {
    this.container = container;
    this.guards = guards;
    this.clock = clock;
    this.store = new ReadingStore(store);
    this.limit = limit;
  }

  /** Loads the jar, its code wired to those of the providers. */
  Outcome load(PluginJar jar, List<LoadedPlugin> providers) {
    Bundle bundle;
    try {
      bundle = container.install(jar);
    } catch (BundleException | IOException e) {
      return new Outcome.Failed(
          Refusals.notAJar(jar.id().fileName(), String.valueOf(e.getMessage())));
    }
    try {
      container.resolve(bundle, providers.stream().map(LoadedPlugin::bundle).toList());
    } catch (BundleException e) {
      discard(bundle);
      return new Outcome.Failed(Failures.unresolved(jar, e));
    }
    PluginGuard guard = guards.apply(jar);
    Outcome outcome =
        jar.pluginClass()
            .map(className -> start(jar, bundle, guard, className))
            .orElseGet(() -> loaded(jar, bundle, guard, new Registered(guard).contribution(jar)));
    if (outcome instanceof Outcome.Failed) {
      guard.close();
      discard(bundle);
    }
    return outcome;
  }

  private static Outcome loaded(
      PluginJar jar, Bundle bundle, PluginGuard guard, Contribution contribution) {
    return new Outcome.Loaded(new LoadedPlugin(jar, bundle, guard, contribution));
  }

  /** Runs the plugin's constructor and registration in a thread of its own, under the limit. */
  private Outcome start(PluginJar jar, Bundle bundle, PluginGuard guard, String className) {
    ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
    AtomicReference<String> during = new AtomicReference<>("constructor");
    FutureTask<Contribution> task =
        new FutureTask<>(
            () -> {
              Class<? extends Plugin> type = bundle.loadClass(className).asSubclass(Plugin.class);
              Plugin plugin = build(type);
              during.set("register");
              Registered registered = new Registered(guard);
              plugin.register(registered);
              return registered.contribution(jar);
            });
    Thread thread =
        Thread.ofPlatform().daemon().name("plugin-start-" + jar.module()).unstarted(task);
    thread.setContextClassLoader(loader);
    thread.start();
    try {
      Contribution contribution = task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return loaded(jar, bundle, guard, contribution);
    } catch (TimeoutException e) {
      StackTraceElement[] stack = thread.getStackTrace();
      thread.interrupt();
      return new Outcome.Failed(
          Failures.startHangs(jar, limit, stack, loader, !endsWithin(thread, GRACE)));
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      return new Outcome.Failed(
          cause instanceof ClassNotFoundException || cause instanceof ClassCastException
              ? Failures.noSuchClass(jar, className)
              : Failures.startFailed(jar, Objects.requireNonNull(during.get()), cause, loader));
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return new Outcome.Failed(
          Failures.startHangs(jar, limit, new StackTraceElement[0], loader, false));
    }
  }

  private Plugin build(Class<? extends Plugin> type) throws Exception {
    Injector injector =
        Guice.createInjector(
            Stage.PRODUCTION,
            binder -> {
              binder.bind(Clock.class).toInstance(clock);
              binder.bind(EntityStore.class).toInstance(store);
              binder.bind(type);
            });
    try {
      return injector.getInstance(type);
    } catch (ProvisionException e) {
      // The cause tells more, and Guice would read class files to word its own message.
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static boolean endsWithin(Thread thread, Duration time) {
    try {
      return thread.join(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void discard(Bundle bundle) {
    try {
      container.remove(bundle);
    } catch (BundleException e) {
      throw new IllegalStateException(bundle + " cannot be removed from the container", e);
    }
  }
}

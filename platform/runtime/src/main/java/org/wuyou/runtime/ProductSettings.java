package org.wuyou.runtime;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wuyou.gateway.Limits;
import org.wuyou.gateway.http.HttpSettings;
import org.wuyou.runtime.guard.GuardLimits;

/**
 * How the product is started.
 *
 * @param data folder of everything the product keeps
 * @param http how it listens
 * @param plugins jars, or folders of jars, deployed at a start if their bytes have never been seen
 *     before; left where they are
 * @param watched a folder whose jars are deployed as they appear, beside {@code data/inbox}; its
 *     jars are left where they are
 * @param adminToken the administrator's token of the first start, instead of one made up
 * @param developmentMode takes unsigned plugins
 * @param limits of GraphQL requests
 * @param guard how far plugin code may go
 * @param startLimit time a plugin may take to start
 * @param drainLimit time requests may take to finish on an old generation
 */
public record ProductSettings(
    Path data,
    HttpSettings http,
    List<Path> plugins,
    Optional<Path> watched,
    Optional<String> adminToken,
    Clock clock,
    boolean developmentMode,
    Limits limits,
    GuardLimits guard,
    Duration startLimit,
    Duration drainLimit) {
  public ProductSettings {
    data = data.toAbsolutePath().normalize();
    plugins = List.copyOf(plugins);
  }

  /** The defaults, listening on this machine only. */
  public static ProductSettings of(Path data, int port) {
    return new ProductSettings(
        data,
        HttpSettings.local(port),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Clock.systemUTC(),
        false,
        Limits.DEFAULT,
        GuardLimits.DEFAULT,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30));
  }

  public ProductSettings withHttp(HttpSettings settings) {
    return with(draft -> draft.http = settings);
  }

  public ProductSettings withPlugins(List<Path> jars) {
    return with(draft -> draft.plugins = jars);
  }

  public ProductSettings withWatched(Path folder) {
    return with(draft -> draft.watched = Optional.of(folder));
  }

  public ProductSettings withAdminToken(String token) {
    return with(draft -> draft.adminToken = Optional.of(token));
  }

  public ProductSettings withClock(Clock other) {
    return with(draft -> draft.clock = other);
  }

  public ProductSettings inDevelopmentMode() {
    return with(draft -> draft.developmentMode = true);
  }

  /** Takes signed plugins only, besides those it is started with. */
  public ProductSettings inProductionMode() {
    return with(draft -> draft.developmentMode = false);
  }

  public ProductSettings withLimits(Limits other) {
    return with(draft -> draft.limits = other);
  }

  public ProductSettings withGuard(GuardLimits other, Duration starting, Duration draining) {
    return with(
        draft -> {
          draft.guard = other;
          draft.startLimit = starting;
          draft.drainLimit = draining;
        });
  }

  private ProductSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings(data);
  }

  /** The settings while one of them is exchanged. */
  private static final class Draft {
    private HttpSettings http;
    private List<Path> plugins;
    private Optional<Path> watched;
    private Optional<String> adminToken;
    private Clock clock;
    private boolean developmentMode;
    private Limits limits;
    private GuardLimits guard;
    private Duration startLimit;
    private Duration drainLimit;

    Draft(ProductSettings from) {
      http = from.http;
      plugins = from.plugins;
      watched = from.watched;
      adminToken = from.adminToken;
      clock = from.clock;
      developmentMode = from.developmentMode;
      limits = from.limits;
      guard = from.guard;
      startLimit = from.startLimit;
      drainLimit = from.drainLimit;
    }

    ProductSettings settings(Path data) {
      return new ProductSettings(
          data,
          http,
          plugins,
          watched,
          adminToken,
          clock,
          developmentMode,
          limits,
          guard,
          startLimit,
          drainLimit);
    }
  }
}

package org.wuyou.runtime;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    return new ProductSettings(
        data,
        settings,
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

  public ProductSettings withPlugins(List<Path> jars) {
    return new ProductSettings(
        data,
        http,
        jars,
        watched,
        adminToken,
        clock,
        developmentMode,
        limits,
        guard,
        startLimit,
        drainLimit);
  }

  public ProductSettings withWatched(Path folder) {
    return new ProductSettings(
        data,
        http,
        plugins,
        Optional.of(folder),
        adminToken,
        clock,
        developmentMode,
        limits,
        guard,
        startLimit,
        drainLimit);
  }

  public ProductSettings withAdminToken(String token) {
    return new ProductSettings(
        data,
        http,
        plugins,
        watched,
        Optional.of(token),
        clock,
        developmentMode,
        limits,
        guard,
        startLimit,
        drainLimit);
  }

  public ProductSettings withClock(Clock other) {
    return new ProductSettings(
        data,
        http,
        plugins,
        watched,
        adminToken,
        other,
        developmentMode,
        limits,
        guard,
        startLimit,
        drainLimit);
  }

  public ProductSettings inDevelopmentMode() {
    return new ProductSettings(
        data,
        http,
        plugins,
        watched,
        adminToken,
        clock,
        true,
        limits,
        guard,
        startLimit,
        drainLimit);
  }

  /** Takes signed plugins only, besides those it is started with. */
  public ProductSettings inProductionMode() {
    return new ProductSettings(
        data,
        http,
        plugins,
        watched,
        adminToken,
        clock,
        false,
        limits,
        guard,
        startLimit,
        drainLimit);
  }

  public ProductSettings withLimits(Limits other) {
    return new ProductSettings(
        data,
        http,
        plugins,
        watched,
        adminToken,
        clock,
        developmentMode,
        other,
        guard,
        startLimit,
        drainLimit);
  }

  public ProductSettings withGuard(GuardLimits other, Duration starting, Duration draining) {
    return new ProductSettings(
        data,
        http,
        plugins,
        watched,
        adminToken,
        clock,
        developmentMode,
        limits,
        other,
        starting,
        draining);
  }
}

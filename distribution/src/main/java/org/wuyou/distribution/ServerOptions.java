package org.wuyou.distribution;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.http.HttpSettings;
import org.wuyou.runtime.ProductSettings;
import picocli.CommandLine.Option;

/** Options of the commands that start a server. */
final class ServerOptions {
  @Option(names = "--port", paramLabel = "N", descriptionKey = "option.port")
  private int port = 8080;

  @Option(names = "--host", paramLabel = "ADDRESS", descriptionKey = "option.host")
  private String host = "127.0.0.1";

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data")
  private @Nullable Path data;

  @Option(names = "--plugins", paramLabel = "DIR", descriptionKey = "option.plugins")
  private @Nullable Path plugins;

  @Option(names = "--signed-only", descriptionKey = "option.signedOnly")
  private boolean signedOnly;

  @Option(names = "--shell", descriptionKey = "option.shell")
  private boolean shell;

  /**
   * The settings these options ask for.
   *
   * @param home where the product lies: its own plugins are beside it
   * @param place name of the data directory that is taken when none is given
   */
  ProductSettings settings(Home home, String place) {
    ProductSettings settings =
        ProductSettings.of(data == null ? home.data().resolve(place) : data, port)
            .withHttp(HttpSettings.local(port).withHost(host))
            .withPlugins(List.of(home.plugins()));
    if (!signedOnly) {
      settings = settings.inDevelopmentMode();
    }
    return plugins == null ? settings : settings.withWatched(plugins);
  }

  int port() {
    return port;
  }

  boolean shell() {
    return shell;
  }

  /** The token given by the environment for the first start. */
  static Optional<String> givenToken() {
    return Optional.ofNullable(System.getenv("WUYOU_ADMIN_TOKEN")).filter(t -> !t.isBlank());
  }
}

package org.wuyou.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wuyou.runtime.Product;
import org.wuyou.runtime.ProductSettings;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.runtime.plugin.Deployer;
import org.wuyou.runtime.plugin.Terms;

/** The product, running for a test on a free port with a folder of its own. */
public final class RunningProduct implements AutoCloseable {
  /** The administrator's token. */
  public static final String TOKEN = "token-of-the-administrator-in-tests";

  private final ProductSettings settings;
  private Product product;

  private RunningProduct(ProductSettings settings, Product product) {
    this.settings = settings;
    this.product = product;
  }

  /**
   * Starts with an empty store.
   *
   * @param plugins jars to deploy at the start; one refused is only told in the log, see {@link
   *     #deploy}
   */
  public static RunningProduct start(Clock clock, List<Path> plugins) throws IOException {
    ProductSettings settings =
        ProductSettings.of(Files.createTempDirectory("wuyou-test"), 0)
            .inDevelopmentMode()
            .withAdminToken(TOKEN)
            .withClock(clock)
            .withPlugins(plugins);
    return new RunningProduct(settings, Product.start(settings));
  }

  public URI url() {
    return product.url();
  }

  /** Where it keeps everything. */
  public Path data() {
    return settings.data();
  }

  public Product product() {
    return product;
  }

  /** A client with the administrator's token. */
  public GraphqlClient client() {
    return client(TOKEN);
  }

  public GraphqlClient client(String token) {
    return new GraphqlClient(url(), token);
  }

  /** Deploys a jar; fails the test with every fault if it is refused. */
  public DeployReport deploy(Path jar) {
    DeployReport report =
        product.plugins().deploy(jar, Deployer.Intent.EITHER, Terms.commit("testkit"));
    if (report.outcome() == DeployReport.Outcome.REFUSED) {
      StringBuilder text = new StringBuilder("The plugin " + jar + " was refused:");
      report.faults().forEach(fault -> text.append("\n  ").append(fault));
      throw new AssertionError(text.toString());
    }
    return report;
  }

  /** Stops in order and starts anew on the same data, as an operator would. */
  public void restart() throws IOException {
    product.close();
    product = Product.start(settings);
  }

  /** Stops and removes the data. */
  @Override
  public void close() {
    product.close();
    try (Stream<Path> files = Files.walk(settings.data())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }
}

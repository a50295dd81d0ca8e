package org.wuyou.runtime;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.console.web.ConsolePages;
import org.wuyou.gateway.Gateway;
import org.wuyou.gateway.Operation;
import org.wuyou.gateway.files.web.FileRoutes;
import org.wuyou.gateway.http.HttpGateway;
import org.wuyou.gateway.http.HttpRoute;
import org.wuyou.runtime.admin.PluginOperations;
import org.wuyou.runtime.admin.PluginUploads;
import org.wuyou.runtime.audit.AuditTrail;
import org.wuyou.runtime.guard.Watchdog;
import org.wuyou.runtime.plugin.Container;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.runtime.plugin.Deployer;
import org.wuyou.runtime.plugin.Generations;
import org.wuyou.runtime.plugin.Inbox;
import org.wuyou.runtime.plugin.PluginHost;
import org.wuyou.runtime.plugin.Terms;
import org.wuyou.runtime.plugin.Verifier;
import org.wuyou.runtime.security.Tokens;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.store.WuyouStore;

/** The running product. */
public final class Product implements AutoCloseable {
  public static final String VERSION = "0.1.0";

  private static final Logger LOG = LoggerFactory.getLogger(Product.class);
  static final Caller PLATFORM = new Caller("platform", Set.of(Tokens.ADMIN), Optional.empty());

  private final Injector parts;
  private final ProductSettings settings;
  private final Optional<String> firstToken;
  private final List<AutoCloseable> open = new ArrayList<>();
  private int port;

  private Product(ProductSettings settings) {
    this.settings = settings;
    this.parts = Guice.createInjector(Stage.DEVELOPMENT, new Platform(settings));
    open.add(openStore(parts));
    this.firstToken =
        parts
            .getInstance(Tokens.class)
            .issueFirst(settings.adminToken().orElse(null))
            .map(Tokens.Issued::secret);
  }

  /** The store is being opened since there are {@code parts}; meanwhile the container comes up. */
  private static WuyouStore openStore(Injector parts) {
    Thread.ofPlatform()
        .daemon()
        .name("start-beside")
        .start(() -> parts.getInstance(Container.class));
    try {
      return parts.getInstance(WuyouStore.class);
    } catch (RuntimeException e) {
      // Nobody will use the container, and its threads would keep the process alive.
      parts.getInstance(Container.class).close();
      throw e;
    }
  }

  /**
   * Starts, and returns when requests are answered.
   *
   * @throws IOException if the port is taken or the data directory cannot be used
   */
  public static Product start(ProductSettings settings) throws IOException {
    long begun = System.nanoTime();
    Files.createDirectories(settings.data());
    Product product = new Product(settings);
    try {
      product.run();
    } catch (IOException | RuntimeException e) {
      product.close();
      throw e;
    }
    LOG.info("ready on {} after {} ms", product.url(), (System.nanoTime() - begun) / 1_000_000);
    return product;
  }

  private void run() throws IOException {
    open.add(parts.getInstance(Watchdog.class));
    open.add(parts.getInstance(Container.class));
    PluginHost host = parts.getInstance(PluginHost.class);
    open.add(host);
    host.restore();
    Optional<Inbox> watched = settings.watched().map(folder -> inbox(folder, Inbox.Handling.LEAVE));
    deployStock(watched);
    ProductHealth health =
        new ProductHealth(
            parts.getInstance(WuyouStore.class), parts.getInstance(Generations.class));
    HttpGateway http =
        HttpGateway.start(
            settings.http(),
            gateway(),
            parts.getInstance(Tokens.class),
            health,
            routes(),
            parts.getInstance(PrometheusMeterRegistry.class),
            settings.clock());
    AskedOperations asked = new AskedOperations(parts.getInstance(WuyouStore.class).documents());
    open.add(() -> asked.keep(gateway()));
    open.add(http);
    open.add(health::stopping);
    port = http.port();
    WarmUp warmUp = new WarmUp(gateway(), PLATFORM);
    warmUp.first();
    health.warmedUp();
    Thread.ofPlatform().daemon().name("after-start").start(() -> settle(warmUp, asked));
    open.add(inbox(settings.data().resolve("inbox"), Inbox.Handling.MOVE).watch());
    watched.ifPresent(inbox -> open.add(inbox.watch()));
  }

  /** What a start owes but nobody waits for. */
  private void settle(WarmUp warmUp, AskedOperations asked) {
    parts.getInstance(PolicyHost.class).settle();
    asked.bringBack(gateway());
    warmUp.rest();
    parts.getInstance(Generations.class).keep();
    parts
        .getInstance(Generations.class)
        .proof()
        .forEach(fault -> LOG.error("what runs should not have been let in: {}", fault));
  }

  private List<HttpRoute> routes() throws IOException {
    return List.of(
        new PluginUploads(parts.getInstance(PluginOperations.class)),
        FileRoutes.over(
            gateway(),
            store(),
            parts.getInstance(AuditTrail.class),
            parts.getInstance(PrometheusMeterRegistry.class),
            settings.clock(),
            settings.data().resolve("tmp/files")),
        new ConsoleRoute(new ConsolePages()));
  }

  /** Deploys the jars that come with the product, then those of the watched folder, if new here. */
  private void deployStock(Optional<Inbox> watched) throws IOException {
    List<Path> shipped = new ArrayList<>();
    for (Path given : settings.plugins()) {
      shipped.addAll(Inbox.jarsOf(given));
    }
    deployNew(shipped, Verifier.Trust.DISTRIBUTION);
    if (watched.isPresent()) {
      deployNew(watched.get().takeStock(), Verifier.Trust.SIGNATURE);
    }
  }

  private void deployNew(List<Path> jars, Verifier.Trust trust) {
    for (DeployReport report : plugins().deployNew(jars, trust, Terms.commit("start"))) {
      if (report.outcome() == DeployReport.Outcome.REFUSED) {
        LOG.error("{} is refused", report.plugin());
        report.faults().forEach(fault -> LOG.error("  {}", fault));
      } else {
        LOG.info("{} {}: {}", report.plugin(), report.version(), report.outcome());
      }
    }
  }

  private Inbox inbox(Path folder, Inbox.Handling handling) {
    return new Inbox(
        folder,
        handling,
        jar -> plugins().deploy(jar, Deployer.Intent.EITHER, Terms.commit("inbox")));
  }

  public URI url() {
    return URI.create("http://" + settings.http().host() + ":" + port);
  }

  /** The administrator's token, if this was the first start. */
  public Optional<String> firstToken() {
    return firstToken;
  }

  /** A token for the terminal of this process; it ends with the process and is written nowhere. */
  public String admitLocal() {
    return parts.getInstance(Tokens.class).admitLocal("local-terminal");
  }

  public Gateway gateway() {
    return parts.getInstance(Generations.class).gateway();
  }

  public EntityStore store() {
    return parts.getInstance(WuyouStore.class);
  }

  public PluginOperations plugins() {
    return parts.getInstance(PluginOperations.class);
  }

  /** Runs an operation as the platform itself, past HTTP. */
  public java.util.Map<String, Object> ask(Operation operation) {
    return gateway().execute(operation, PLATFORM).toMap();
  }

  /** Stops in order: no new requests, those under way finish, then plugins, then the store. */
  @Override
  public void close() {
    RuntimeException first = null;
    for (AutoCloseable part : open.reversed()) {
      try {
        part.close();
      } catch (Exception e) {
        if (first == null) {
          first = new IllegalStateException("the product did not stop in order", e);
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}

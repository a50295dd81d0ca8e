package org.wuyou.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.wuyou.gateway.Gateway;
import org.wuyou.gateway.GatewaySettings;
import org.wuyou.gateway.ResolverGuard;
import org.wuyou.gateway.files.load.FileImport;
import org.wuyou.gateway.files.mapping.Mappings;
import org.wuyou.gateway.files.sheet.FileLimits;
import org.wuyou.runtime.admin.AdminContribution;
import org.wuyou.runtime.admin.PluginFields;
import org.wuyou.runtime.admin.PluginOperations;
import org.wuyou.runtime.admin.ServerFields;
import org.wuyou.runtime.admin.TokenOperations;
import org.wuyou.runtime.audit.AuditTrail;
import org.wuyou.runtime.guard.Watchdog;
import org.wuyou.runtime.plugin.Container;
import org.wuyou.runtime.plugin.Deployer;
import org.wuyou.runtime.plugin.Generations;
import org.wuyou.runtime.plugin.JarShelf;
import org.wuyou.runtime.plugin.LastSchema;
import org.wuyou.runtime.plugin.Ledger;
import org.wuyou.runtime.plugin.LoaderWatch;
import org.wuyou.runtime.plugin.PluginHost;
import org.wuyou.runtime.plugin.PolicyArchive;
import org.wuyou.runtime.plugin.ReferenceData;
import org.wuyou.runtime.plugin.SchemaHistory;
import org.wuyou.runtime.plugin.SharedPackages;
import org.wuyou.runtime.plugin.TrustedKeys;
import org.wuyou.runtime.plugin.Verifier;
import org.wuyou.runtime.policies.Policies;
import org.wuyou.runtime.security.Tokens;
import org.wuyou.spi.Contribution;
import org.wuyou.store.StoreSettings;
import org.wuyou.store.WuyouStore;

/** How the parts of the platform are put together; nothing here decides, it only names. */
final class Platform extends AbstractModule {
  private final ProductSettings settings;

  private final LastSchema last;
  private final FutureTask<WuyouStore> store;

  /** Begins what takes longest of a start and needs nothing else. */
  Platform(ProductSettings settings) {
    this.settings = settings;
    this.store = new FutureTask<>(() -> open(settings));
    Thread.ofPlatform().daemon().name("store-open").start(store);
    this.last = new LastSchema(settings.data().resolve("tmp/last-schema")).begin();
  }

  private static WuyouStore open(ProductSettings settings) {
    return WuyouStore.open(
        StoreSettings.of(settings.data().resolve("store"))
            .withBackups(settings.data().resolve("backup")));
  }

  @Override
  protected void configure() {
    bind(ProductSettings.class).toInstance(settings);
  }

  @Provides
  @Singleton
  WuyouStore store() throws Exception {
    try {
      return store.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }

  @Provides
  @Singleton
  PrometheusMeterRegistry meters() {
    return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  @Provides
  MeterRegistry anyMeters(PrometheusMeterRegistry meters) {
    return meters;
  }

  @Provides
  @Singleton
  Tokens tokens(WuyouStore store) {
    return new Tokens(store.documents(), settings.clock());
  }

  @Provides
  @Singleton
  AuditTrail audit(WuyouStore store) {
    return new AuditTrail(store, settings.clock());
  }

  @Provides
  @Singleton
  Ledger ledger(WuyouStore store) {
    return new Ledger(store.documents(), settings.clock());
  }

  @Provides
  @Singleton
  SchemaHistory schemaHistory(WuyouStore store) {
    return new SchemaHistory(store.documents(), settings.clock());
  }

  @Provides
  @Singleton
  StoreFeed feed(WuyouStore store) {
    return new StoreFeed(store);
  }

  @Provides
  @Singleton
  Watchdog watchdog() {
    return new Watchdog();
  }

  @Provides
  @Singleton
  LoaderWatch loaders() {
    return new LoaderWatch(settings.clock());
  }

  @Provides
  @Singleton
  JarShelf shelf() {
    return new JarShelf(settings.data().resolve("plugins"));
  }

  @Provides
  @Singleton
  Container container() {
    return Container.start(settings.data().resolve("tmp/osgi"), SharedPackages.ofThisBuild());
  }

  @Provides
  @Singleton
  PolicyHost policies(WuyouStore store, Ledger ledger, JarShelf shelf, StoreFeed feed) {
    return new Policies(store.documents(), new PolicyArchive(ledger, shelf), feed::again);
  }

  @Provides
  @Singleton
  Generations generations(
      Provider<List<Contribution>> platform,
      WuyouStore store,
      PolicyHost policies,
      SchemaHistory history,
      AuditTrail audit,
      StoreFeed feed) {
    return new Generations(
        platform::get,
        store,
        policies,
        history,
        last,
        settings.limits(),
        settings.drainLimit(),
        first ->
            new Gateway(
                new GatewaySettings(
                    store,
                    first,
                    // Each plugin's resolvers come with their own guard around them.
                    ResolverGuard.DIRECT,
                    settings.clock(),
                    settings.limits(),
                    audit,
                    feed)));
  }

  @Provides
  @Singleton
  ReferenceData reference(WuyouStore store, AuditTrail audit, Generations generations) {
    return new ReferenceData(
        new FileImport(
            store,
            audit,
            () -> generations.gateway().current().access(),
            Mappings.shipped(),
            FileLimits.DEFAULT),
        Product.PLATFORM,
        settings.data().resolve("tmp/reference"));
  }

  @Provides
  @Singleton
  PluginHost host(
      Container container,
      WuyouStore store,
      Ledger ledger,
      JarShelf shelf,
      Generations generations,
      LoaderWatch loaders,
      ReferenceData reference,
      Watchdog watchdog,
      MeterRegistry meters) {
    return new PluginHost(
        new Verifier(
            new TrustedKeys(settings.data().resolve("trusted")), settings.developmentMode()),
        container,
        store,
        ledger,
        shelf,
        generations,
        loaders,
        reference,
        new PluginHost.Bounds(
            settings.guard(), watchdog, meters, settings.clock(), settings.startLimit()));
  }

  @Provides
  Deployer deployer(PluginHost host) {
    return host.deployer();
  }

  @Provides
  @Singleton
  PluginOperations operations(Deployer deployer, JarShelf shelf, AuditTrail audit) {
    return new PluginOperations(deployer, shelf, audit);
  }

  @Provides
  @Singleton
  List<Contribution> contributions(
      Ledger ledger,
      Deployer deployer,
      PluginOperations operations,
      PolicyHost policies,
      Tokens tokens,
      WuyouStore store,
      Generations generations,
      SchemaHistory history,
      LoaderWatch loaders,
      AuditTrail audit) {
    return List.of(
        AdminContribution.of(
            Product.VERSION,
            new PluginFields(
                ledger,
                deployer,
                operations,
                policies,
                () -> generations.gateway().current().model()),
            new TokenOperations(tokens, audit),
            new ServerFields(settings, store, generations, history, loaders, audit)));
  }
}

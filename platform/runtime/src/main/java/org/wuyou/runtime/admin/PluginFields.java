package org.wuyou.runtime.admin;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuyou.runtime.PolicyHost;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.runtime.plugin.Deployer;
import org.wuyou.runtime.plugin.Ledger;
import org.wuyou.runtime.plugin.LedgerPage;
import org.wuyou.runtime.plugin.PluginJar;
import org.wuyou.runtime.plugin.Terms;
import org.wuyou.spi.Call;
import org.wuyou.spi.model.Model;

/** The fields of administration that concern plugins. */
public final class PluginFields {
  private final Ledger ledger;
  private final Deployer deployer;
  private final PluginOperations operations;
  private final PolicyHost policies;
  private final Supplier<Model> model;

  public PluginFields(
      Ledger ledger,
      Deployer deployer,
      PluginOperations operations,
      PolicyHost policies,
      Supplier<Model> model) {
    this.ledger = ledger;
    this.deployer = deployer;
    this.operations = operations;
    this.policies = policies;
    this.model = model;
  }

  void addTo(AdminOnly fields) {
    fields
        .field("Query.plugins", call -> all(call.locale()))
        .field("Query.plugin", call -> one(text(call, "module"), call.locale()))
        .field("Mutation.pluginDryRun", call -> deploy(call, Deployer.Intent.EITHER, true))
        .field("Mutation.pluginInstall", call -> deploy(call, Deployer.Intent.INSTALL, false))
        .field("Mutation.pluginUpdate", call -> deploy(call, Deployer.Intent.UPDATE, false))
        .field("Mutation.pluginRollback", this::rollback)
        .field("Mutation.pluginRemove", this::remove)
        .field(
            "Mutation.pluginQuarantineLift",
            call -> view(call, operations.lift(text(call, "module"), call.caller().name())));
  }

  private List<PluginView> all(Locale locale) {
    return ledger.pages().stream().map(page -> view(page, locale)).toList();
  }

  private @Nullable PluginView one(String module, Locale locale) {
    return ledger.page(module).map(page -> view(page, locale)).orElse(null);
  }

  private PluginView view(LedgerPage page, Locale locale) {
    var running = deployer.running();
    Optional<PluginJar> jar = Optional.ofNullable(running.get(page.module()));
    return PluginView.of(
        page,
        jar,
        deployer.quarantined(page.module()),
        List.copyOf(running.values()),
        jar.isPresent() ? policies.owed(page.module()) : List.of(),
        model.get(),
        locale);
  }

  private ReportView deploy(Call call, Deployer.Intent intent, boolean rehearse)
      throws IOException {
    Boolean allowLoss = call.argument("allowLoss");
    Terms terms = new Terms(call.caller().name(), rehearse, Boolean.TRUE.equals(allowLoss));
    return view(call, operations.deployUpload(text(call, "upload"), intent, terms));
  }

  private ReportView rollback(Call call) {
    return view(
        call,
        operations.rollback(
            text(call, "module"), call.argument("version"), Terms.commit(call.caller().name())));
  }

  private ReportView remove(Call call) {
    Boolean cascade = call.argument("cascade");
    return view(
        call,
        operations.remove(
            text(call, "module"),
            Boolean.TRUE.equals(cascade),
            Terms.commit(call.caller().name())));
  }

  private static ReportView view(Call call, DeployReport report) {
    return ReportView.of(report, call.locale());
  }

  private static String text(Call call, String argument) {
    return Objects.requireNonNull(call.<String>argument(argument));
  }
}

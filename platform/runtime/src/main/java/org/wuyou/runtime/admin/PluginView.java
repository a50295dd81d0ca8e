package org.wuyou.runtime.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wuyou.runtime.plugin.Fault;
import org.wuyou.runtime.plugin.LedgerPage;
import org.wuyou.runtime.plugin.PluginJar;
import org.wuyou.runtime.plugin.PluginState;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.EnumType;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;

/** {@code Plugin} of the schema: the ledger's page and what runs, put together. */
public record PluginView(
    String module,
    @Nullable String version,
    PluginState state,
    @Nullable String signedBy,
    @Nullable Instant activeSince,
    List<String> requires,
    List<String> dependents,
    List<String> types,
    List<String> policyFiles,
    List<LedgerPage.Version> versions,
    List<TransitionView> history,
    List<ReportView.FaultView> diagnostics) {

  /** {@code PluginTransition} of the schema. */
  public record TransitionView(
      Instant at, String version, PluginState state, String actor, @Nullable String cause) {
    static TransitionView of(LedgerPage.Transition transition, Locale locale) {
      Label cause = transition.cause();
      return new TransitionView(
          transition.at(),
          transition.version(),
          transition.state(),
          transition.actor(),
          cause == null ? null : cause.in(locale));
    }
  }

  /**
   * @param jar what runs of it, if anything does
   * @param quarantine why it is quarantined, if it is
   * @param others all that run
   * @param owed what a deploy of it would be refused for, although it runs
   */
  static PluginView of(
      LedgerPage page,
      Optional<PluginJar> jar,
      Optional<Label> quarantine,
      List<PluginJar> others,
      List<Fault> owed,
      Model model,
      Locale locale) {
    PluginState state =
        quarantine.isPresent()
            ? PluginState.QUARANTINED
            : page.current()
                .or(() -> page.versions().stream().findFirst())
                .map(LedgerPage.Version::state)
                .orElse(PluginState.RETIRED);
    return new PluginView(
        page.module(),
        jar.map(running -> running.id().version().toString()).orElse(null),
        state,
        jar.flatMap(PluginJar::signedBy).orElse(null),
        jar.isPresent() ? activeSince(page) : null,
        jar.map(PluginJar::requires).orElse(List.of()).stream()
            .map(PluginJar.Requirement::toString)
            .toList(),
        others.stream()
            .filter(o -> o.requires().stream().anyMatch(r -> r.module().equals(page.module())))
            .map(PluginJar::module)
            .toList(),
        jar.isPresent() ? types(page.module(), model) : List.of(),
        jar.map(running -> running.policy().keySet().stream().sorted().toList()).orElse(List.of()),
        page.versions(),
        page.history().stream().map(t -> TransitionView.of(t, locale)).toList(),
        diagnostics(page, state, quarantine, owed, locale));
  }

  private static @Nullable Instant activeSince(LedgerPage page) {
    return page.history().stream()
        .filter(t -> t.state() == PluginState.ACTIVE && t.version().equals(page.wanted()))
        .map(LedgerPage.Transition::at)
        .findFirst()
        .orElse(null);
  }

  private static List<String> types(String module, Model model) {
    return Stream.concat(
            model.entities().values().stream()
                .filter(entity -> entity.owner().equals(module))
                .map(EntityType::name),
            model.enums().values().stream()
                .filter(type -> type.owner().equals(module))
                .map(EnumType::name))
        .sorted()
        .toList();
  }

  private static List<ReportView.FaultView> diagnostics(
      LedgerPage page,
      PluginState state,
      Optional<Label> quarantine,
      List<Fault> owed,
      Locale locale) {
    List<ReportView.FaultView> diagnostics = new ArrayList<>();
    quarantine.ifPresent(
        reason ->
            diagnostics.add(
                fault(
                    "QUARANTINED",
                    page.module(),
                    reason.in(locale),
                    new Label(
                        "请查明原因，更新插件，或用 pluginQuarantineLift 解除。",
                        "Find the cause, update the plugin, or lift it with pluginQuarantineLift."),
                    locale)));
    if (state == PluginState.FAILED && !page.history().isEmpty()) {
      Label cause = page.history().getFirst().cause();
      diagnostics.add(
          fault(
              "FAILED",
              page.module(),
              cause == null ? "" : cause.in(locale),
              new Label("请按原因修正后重新部署。", "Mend the cause and deploy again."),
              locale));
    }
    owed.forEach(fault -> diagnostics.add(ReportView.FaultView.of(fault, locale)));
    return diagnostics;
  }

  private static ReportView.FaultView fault(
      String code, String module, String message, Label remedy, Locale locale) {
    return new ReportView.FaultView(
        code, module, "META-INF/MANIFEST.MF", null, null, message, remedy.in(locale));
  }
}

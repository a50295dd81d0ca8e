package org.wuyou.runtime.policies;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.evaluate.MenuEntry;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Calculation;
import org.wuyou.policy.model.Sanction;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.model.Tier;
import org.wuyou.runtime.policies.OutcomeViews.OutcomeView;
import org.wuyou.runtime.policies.OutcomeViews.StandardView;
import org.wuyou.runtime.policies.OutcomeViews.TierView;
import org.wuyou.runtime.policies.SubjectViews.BenefitView;
import org.wuyou.runtime.policies.SubjectViews.CalculationView;
import org.wuyou.runtime.policies.SubjectViews.MenuEntryView;
import org.wuyou.runtime.policies.SubjectViews.SanctionView;
import org.wuyou.spi.Call;
import org.wuyou.spi.Resolver;
import org.wuyou.spi.data.Row;

/** Answers, on a row of the register, what the bundles of the regions it lies in say of it. */
final class SubjectFields {
  private static final String OWN = "divisionCode";

  private final Supplier<Bundles> bundles;

  SubjectFields(Supplier<Bundles> bundles) {
    this.bundles = bundles;
  }

  Map<String, Resolver> ofRegistry() {
    return Map.of(
        "Enterprise.standards", call -> standards(call, OWN),
        "Enterprise.targets", call -> targets(call, OWN),
        "Enterprise.tiers", this::tiers,
        "Enterprise.benefits", this::benefits,
        "Enterprise.policySanctions", this::sanctions,
        "Enterprise.calculations", this::calculations,
        "Enterprise.menu", this::menu,
        "DevelopmentZone.targets", call -> targets(call, "division.code"),
        "RdInstitution.standards", call -> standards(call, "enterprise.divisionCode"));
  }

  /** A bundle that applies to a row, and a session in which it is asked about it. */
  private record Applying(Bundles.Deployed deployed, Session session, RowSubject subject) {
    PolicyBundle bundle() {
      return deployed.bundle();
    }

    /** The rules among those given that speak of the row's entity. */
    <R> Stream<R> speaking(Collection<R> rules, Function<R, String> entity) {
      return rules.stream().filter(rule -> entity.apply(rule).equals(subject.entity()));
    }
  }

  /** What the rules of one kind answer of the row, over all bundles that apply. */
  private <R, V> List<V> answers(
      Call call,
      String divisionPath,
      Function<PolicyBundle, Map<String, R>> rules,
      Function<R, String> entity,
      BiFunction<Applying, R, V> answer) {
    return applying(call, divisionPath)
        .flatMap(
            at ->
                at.speaking(rules.apply(at.bundle()).values(), entity)
                    .map(rule -> answer.apply(at, rule)))
        .toList();
  }

  private List<StandardView> standards(Call call, String divisionPath) {
    return answers(
        call,
        divisionPath,
        PolicyBundle::standards,
        Standard::entity,
        (at, standard) ->
            StandardView.of(at.deployed(), standard, at.session().verdict(standard, at.subject())));
  }

  private List<TierView> tiers(Call call) {
    return answers(
        call,
        OWN,
        PolicyBundle::tiers,
        Tier::entity,
        (at, tier) -> TierView.of(at.deployed(), at.session().placement(tier, at.subject())));
  }

  private List<SanctionView> sanctions(Call call) {
    return answers(
        call,
        OWN,
        bundle -> bundle.rules(Sanction.class),
        Sanction::entity,
        (at, sanction) ->
            SanctionView.of(at.deployed(), at.session().sanction(sanction, at.subject())));
  }

  private List<CalculationView> calculations(Call call) {
    return answers(
        call,
        OWN,
        bundle -> bundle.rules(Calculation.class),
        Calculation::entity,
        (at, calculation) ->
            CalculationView.of(at.deployed(), at.session().calculated(calculation, at.subject())));
  }

  private List<OutcomeView> targets(Call call, String divisionPath) {
    return applying(call, divisionPath)
        .flatMap(
            at ->
                at.session().outcomes(at.subject()).stream()
                    .map(outcome -> OutcomeView.of(at.deployed(), outcome)))
        .toList();
  }

  /** What the enterprise gets, itself or by a claim of its own. */
  private List<BenefitView> benefits(Call call) {
    return applying(call, OWN)
        .flatMap(
            at -> at.session().menu(at.subject()).stream().flatMap(entry -> benefit(at, entry)))
        .toList();
  }

  private static Stream<BenefitView> benefit(Applying at, MenuEntry entry) {
    return entry.rule() instanceof Benefit benefit
        ? entry.subject().stream()
            .map(claim -> BenefitView.of(at.deployed(), at.session().entitlement(benefit, claim)))
        : Stream.empty();
  }

  private MenuView menu(Call call) {
    List<Entry> entries =
        applying(call, OWN)
            .flatMap(
                at ->
                    at.session().menu(at.subject()).stream()
                        .map(entry -> new Entry(at.deployed(), entry)))
            .toList();
    return new MenuView(
        entries.size(),
        AnswerFields.page(call).of(entries, e -> MenuEntryView.of(e.deployed(), e.entry())));
  }

  private record Entry(Bundles.Deployed deployed, MenuEntry entry) {}

  record MenuView(int totalCount, List<MenuEntryView> nodes) {}

  /** The bundle of the region asked for, or those of all regions the row lies in. */
  private Stream<Applying> applying(Call call, String divisionPath) {
    RowSubject subject = new RowSubject(call.row());
    return deployed(call, divisionPath)
        .map(present -> Asked.inForce(call, present))
        .map(
            deployed ->
                new Applying(deployed, BundleFields.session(call, deployed.bundle()), subject));
  }

  private Stream<Bundles.Deployed> deployed(Call call, String divisionPath) {
    Bundles inUse = bundles.get();
    @Nullable String region = call.argument("region");
    if (region != null) {
      Optional<Bundles.Deployed> deployed = inUse.of(region);
      if (deployed.isEmpty()) {
        throw Asked.unknown("UNKNOWN_REGION", region, inUse.regions());
      }
      return deployed.stream();
    }
    if (call.argument("bundleVersion") != null) {
      throw RequestFault.badRequest(
          "BUNDLE_VERSION_WITHOUT_REGION",
          "给出 bundleVersion 时须同时给出 region。",
          "Give the region too where bundleVersion is given.");
    }
    String division = division(call.row(), divisionPath);
    return division == null ? Stream.empty() : inUse.covering(division).stream();
  }

  /** The code at the end of the path, if it leads anywhere. */
  static @Nullable String division(Row row, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return row.text(path);
    }
    Row next = row.reference(path.substring(0, dot));
    return next == null ? null : division(next, path.substring(dot + 1));
  }
}

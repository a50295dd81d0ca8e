package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Unit;
import org.wuyou.policy.evaluate.Entitlement;
import org.wuyou.policy.evaluate.Judged;
import org.wuyou.policy.evaluate.SanctionOutcome;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Calculation;
import org.wuyou.policy.model.Priority;
import org.wuyou.policy.model.Roster;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Sanction;
import org.wuyou.policy.model.Selection;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.model.TargetGroup;
import org.wuyou.policy.model.Tier;
import org.wuyou.runtime.policies.AnswerViews.ClaimsView;
import org.wuyou.runtime.policies.AnswerViews.GroupView;
import org.wuyou.runtime.policies.AnswerViews.ListView;
import org.wuyou.runtime.policies.AnswerViews.Page;
import org.wuyou.runtime.policies.AnswerViews.PlacementView;
import org.wuyou.runtime.policies.AnswerViews.PriorityView;
import org.wuyou.runtime.policies.AnswerViews.RowsView;
import org.wuyou.runtime.policies.AnswerViews.SelectionView;
import org.wuyou.runtime.policies.AnswerViews.VerdictView;
import org.wuyou.runtime.policies.BundleFields.RegionView;
import org.wuyou.runtime.policies.RuleViews.RuleView;
import org.wuyou.runtime.policies.SubjectViews.CalculationView;
import org.wuyou.runtime.policies.SubjectViews.NearMissView;
import org.wuyou.runtime.policies.SubjectViews.SanctionView;
import org.wuyou.spi.Call;
import org.wuyou.spi.Resolver;

/** Answers the fields of a region in {@code policy-answers.graphqls}. */
final class AnswerFields {
  private AnswerFields() {}

  static Map<String, Resolver> ofRegion() {
    Map<String, Resolver> fields = new LinkedHashMap<>();
    fields.put("Region.targetGroups", AnswerFields::groups);
    fields.put("Region.verdicts", AnswerFields::verdicts);
    fields.put(
        "Region.placements",
        call -> {
          Tier tier = rule(call, Tier.class);
          return rows(call, tier, session(call).placements(tier), PlacementView::of);
        });
    fields.put("Region.claims", AnswerFields::claims);
    fields.put(
        "Region.selection",
        call ->
            SelectionView.of(
                deployed(call), session(call).selected(rule(call, Selection.class)), page(call)));
    fields.put(
        "Region.priority",
        call ->
            PriorityView.of(
                deployed(call), session(call).ranking(rule(call, Priority.class)), page(call)));
    fields.put("Region.sanctions", AnswerFields::sanctions);
    fields.put(
        "Region.list",
        call ->
            ListView.of(
                deployed(call), session(call).roster(rule(call, Roster.class)), page(call)));
    fields.put(
        "Region.calculations",
        call -> {
          Calculation rule = rule(call, Calculation.class);
          Bundles.Deployed deployed = deployed(call);
          return rows(
              call, rule, session(call).calculated(rule), o -> CalculationView.of(deployed, o));
        });
    fields.put("Region.nearMisses", AnswerFields::nearMisses);
    return fields;
  }

  private static List<GroupView> groups(Call call) {
    Session session = session(call);
    return deployed(call).bundle().rules(TargetGroup.class).values().stream()
        .map(group -> GroupView.of(deployed(call), session.outcome(group)))
        .toList();
  }

  private static RowsView<VerdictView> verdicts(Call call) {
    Standard standard = rule(call, Standard.class);
    List<String> wanted = call.argument("verdicts");
    List<Judged> judged =
        session(call).verdicts(standard).stream()
            .filter(one -> wanted == null || wanted.contains(one.verdict().kind().name()))
            .toList();
    return rows(call, standard, judged, VerdictView::of);
  }

  private static ClaimsView claims(Call call) {
    Benefit benefit = rule(call, Benefit.class);
    List<String> wanted = call.argument("verdicts");
    List<Entitlement> claims =
        session(call).entitlements(benefit).stream()
            .filter(claim -> wanted == null || wanted.contains(claim.verdict().kind().name()))
            .toList();
    return ClaimsView.of(deployed(call), view(call, benefit), claims, page(call));
  }

  private static RowsView<SanctionView> sanctions(Call call) {
    Sanction sanction = rule(call, Sanction.class);
    List<String> wanted = call.argument("states");
    List<SanctionOutcome> outcomes =
        session(call).sanctions(sanction).stream()
            .filter(outcome -> wanted == null || wanted.contains(outcome.state().name()))
            .toList();
    Bundles.Deployed deployed = deployed(call);
    return rows(call, sanction, outcomes, outcome -> SanctionView.of(deployed, outcome));
  }

  private static RowsView<NearMissView> nearMisses(Call call) {
    Rule rule = rule(call, Rule.class);
    Exact margin =
        Unit.PERCENT.toBase(Exact.of(Objects.requireNonNull(call.<BigDecimal>argument("margin"))));
    return rows(call, rule, session(call).nearMisses(rule, margin), NearMissView::of);
  }

  private static <T, V> RowsView<V> rows(Call call, Rule rule, List<T> all, Function<T, V> view) {
    return new RowsView<>(view(call, rule), all.size(), page(call).of(all, view));
  }

  private static RuleView view(Call call, Rule rule) {
    return RuleView.of(deployed(call), rule);
  }

  /** The rule asked for; one of another kind is not there. */
  private static <T extends Rule> T rule(Call call, Class<T> kind) {
    String id = Objects.requireNonNull(call.<String>argument("rule"));
    @Nullable Rule found = deployed(call).bundle().rule(id).orElse(null);
    if (!kind.isInstance(found)) {
      throw Asked.unknown(
          "UNKNOWN_RULE",
          id,
          deployed(call).bundle().rules().filter(kind::isInstance).map(Rule::id).toList());
    }
    return kind.cast(found);
  }

  static Page page(Call call) {
    return new Page(
        Objects.requireNonNull(call.<Integer>argument("first")),
        Objects.requireNonNull(call.<Integer>argument("skip")));
  }

  private static Bundles.Deployed deployed(Call call) {
    return ((RegionView) Objects.requireNonNull(call.source())).answering(call);
  }

  private static Session session(Call call) {
    return BundleFields.session(call, deployed(call).bundle());
  }
}

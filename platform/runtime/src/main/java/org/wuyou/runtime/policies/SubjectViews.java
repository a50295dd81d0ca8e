package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.evaluate.CalculationOutcome;
import org.wuyou.policy.evaluate.Entitlement;
import org.wuyou.policy.evaluate.Finding;
import org.wuyou.policy.evaluate.MenuEntry;
import org.wuyou.policy.evaluate.NearMiss;
import org.wuyou.policy.evaluate.Payment;
import org.wuyou.policy.evaluate.SanctionOutcome;
import org.wuyou.policy.evaluate.Status;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.model.Sanction;
import org.wuyou.runtime.policies.OutcomeViews.FindingView;
import org.wuyou.runtime.policies.OutcomeViews.SubjectView;
import org.wuyou.runtime.policies.RuleViews.RuleView;

/** What rules answer for one subject, in the shapes of the schema. */
final class SubjectViews {
  private SubjectViews() {}

  private static @Nullable BigDecimal decimal(Optional<Exact> exact) {
    return exact.map(Exact::decimal).orElse(null);
  }

  static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }

  static List<FindingView> views(List<Finding> findings) {
    return findings.stream().map(FindingView::of).toList();
  }

  static List<String> ids(List<Finding> findings) {
    return findings.stream().map(Finding::id).toList();
  }

  record PartView(String id, Text name, String value) {}

  record PaymentView(
      Payment.State state,
      @Nullable BigDecimal amount,
      @Nullable BigDecimal potential,
      String unit,
      @Nullable String shown,
      List<PartView> parts,
      List<String> unset) {
    static PaymentView of(Payment payment) {
      Unit unit = payment.unit();
      return new PaymentView(
          payment.state(),
          decimal(payment.due().map(unit::fromBase)),
          decimal(payment.potential().map(unit::fromBase)),
          unit.zh(),
          payment.shown().orElse(null),
          payment.parts().stream()
              .map(part -> new PartView(part.id(), part.name(), part.value()))
              .toList(),
          payment.unset());
    }
  }

  record BenefitView(
      RuleView rule,
      SubjectView subject,
      @Nullable SubjectView recipient,
      Verdict.Kind verdict,
      List<String> reasons,
      PaymentView payment,
      List<FindingView> findings,
      List<String> missing) {
    static BenefitView of(Bundles.Deployed deployed, Entitlement entitlement) {
      return new BenefitView(
          RuleView.of(deployed, entitlement.benefit()),
          SubjectView.of(entitlement.subject()),
          entitlement.recipient().map(SubjectView::of).orElse(null),
          entitlement.verdict().kind(),
          ids(entitlement.verdict().unmet()),
          PaymentView.of(entitlement.payment()),
          views(entitlement.verdict().findings()),
          sorted(entitlement.missing()));
    }
  }

  record FaultView(SanctionOutcome.FaultState state, FindingView finding) {}

  record EffectView(String id, Text name) {
    static EffectView of(Sanction.Effect effect) {
      return new EffectView(effect.id(), effect.name());
    }
  }

  record SanctionView(
      RuleView rule,
      SubjectView subject,
      SanctionOutcome.State state,
      @Nullable Boolean sanctioned,
      List<String> reasons,
      List<FaultView> faults,
      List<EffectView> effects,
      List<String> missing) {
    static SanctionView of(Bundles.Deployed deployed, SanctionOutcome outcome) {
      return new SanctionView(
          RuleView.of(deployed, outcome.sanction()),
          SubjectView.of(outcome.subject()),
          outcome.state(),
          outcome.state() == SanctionOutcome.State.UNDETERMINED
              ? null
              : outcome.state() == SanctionOutcome.State.SANCTIONED,
          outcome.reasons(),
          outcome.faults().stream()
              .map(fault -> new FaultView(fault.state(), FindingView.of(fault.finding())))
              .toList(),
          outcome.effects().stream().map(EffectView::of).toList(),
          sorted(outcome.missing()));
    }
  }

  record FigureView(
      String id,
      Text name,
      @Nullable BigDecimal value,
      @Nullable Boolean holds,
      @Nullable String shown,
      @Nullable String unit,
      List<String> missing) {
    static FigureView of(CalculationOutcome.Figure figure) {
      Optional<Unit> unit = figure.declared().unit();
      return new FigureView(
          figure.declared().id(),
          figure.declared().name(),
          figure.value() instanceof Value.Number number
              ? unit.map(u -> u.fromBase(number.exact())).orElse(number.exact()).decimal()
              : null,
          figure.value() instanceof Value.Truth truth ? truth.holds() : null,
          figure.shown().orElse(null),
          unit.map(Unit::zh).orElse(null),
          sorted(figure.missing()));
    }
  }

  record CalculationView(
      RuleView rule,
      SubjectView subject,
      Status status,
      List<FigureView> figures,
      List<String> missing) {
    static CalculationView of(Bundles.Deployed deployed, CalculationOutcome outcome) {
      return new CalculationView(
          RuleView.of(deployed, outcome.calculation()),
          SubjectView.of(outcome.subject()),
          outcome.status(),
          outcome.figures().stream().map(FigureView::of).toList(),
          sorted(outcome.missing()));
    }
  }

  record NearMissView(SubjectView subject, BigDecimal distance, FindingView finding) {
    static NearMissView of(NearMiss miss) {
      return new NearMissView(
          SubjectView.of(miss.subject()),
          Unit.PERCENT.fromBase(miss.distance()).decimal(),
          FindingView.of(miss.finding()));
    }
  }

  record MenuEntryView(
      String region,
      RuleKind kind,
      RuleView rule,
      @Nullable SubjectView subject,
      Verdict.Kind verdict,
      @Nullable PaymentView payment,
      @Nullable Status status,
      List<FindingView> unmet,
      List<FindingView> findings,
      List<String> missing) {
    static MenuEntryView of(Bundles.Deployed deployed, MenuEntry entry) {
      return new MenuEntryView(
          deployed.bundle().region(),
          RuleKind.of(entry.rule()),
          RuleView.of(deployed, entry.rule()),
          entry.subject().map(SubjectView::of).orElse(null),
          entry.verdict(),
          entry.payment().map(PaymentView::of).orElse(null),
          entry.target().map(target -> target.status()).orElse(null),
          views(
              entry.findings().stream()
                  .filter(finding -> finding.state() == Finding.State.NOT_MET)
                  .toList()),
          views(entry.findings()),
          sorted(entry.missing()));
    }
  }
}

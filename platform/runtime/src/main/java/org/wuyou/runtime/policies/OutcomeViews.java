package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.evaluate.Finding;
import org.wuyou.policy.evaluate.Measured;
import org.wuyou.policy.evaluate.Placement;
import org.wuyou.policy.evaluate.Quantity;
import org.wuyou.policy.evaluate.Score;
import org.wuyou.policy.evaluate.Shortfall;
import org.wuyou.policy.evaluate.Status;
import org.wuyou.policy.evaluate.TargetOutcome;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.model.Tier;
import org.wuyou.runtime.policies.RuleViews.IndicatorView;
import org.wuyou.runtime.policies.RuleViews.RuleView;
import org.wuyou.runtime.policies.RuleViews.TargetView;
import org.wuyou.spi.data.Row;

/** What evaluations give, in the shapes of the schema. */
final class OutcomeViews {
  private OutcomeViews() {}

  private static @Nullable BigDecimal decimal(Optional<Exact> exact) {
    return exact.map(Exact::decimal).orElse(null);
  }

  static @Nullable Boolean met(Status status) {
    return switch (status) {
      case MET -> true;
      case NOT_MET, NOT_DUE -> false;
      case NO_DATA,
          NO_BASE,
          UNDETERMINED,
          NO_THRESHOLD,
          NO_TARGET_FOR_YEAR,
          PLAN_FIGURE_MISSING,
          AMOUNT_NOT_SET,
          OUT_OF_SCOPE,
          NOT_IN_FORCE ->
          null;
    };
  }

  record SubjectView(
      String entity, String name, String key, @Nullable Row enterprise, @Nullable Row zone) {
    static SubjectView of(Subject subject) {
      Row row = subject instanceof RowSubject of ? of.row() : null;
      String key = subject instanceof RowSubject of ? of.key() : subject.name();
      return new SubjectView(
          subject.entity(),
          subject.name(),
          key,
          subject.entity().equals("Enterprise") ? row : null,
          subject.entity().equals("DevelopmentZone") ? row : null);
    }
  }

  record SubjectsView(List<Subject> subjects, int totalCount) {
    static SubjectsView of(List<Subject> subjects) {
      return new SubjectsView(subjects, subjects.size());
    }

    List<SubjectView> nodes(int first) {
      return subjects.stream().limit(Math.max(0, first)).map(SubjectView::of).toList();
    }
  }

  record FindingView(
      String id,
      Text name,
      Text say,
      Finding.State state,
      @Nullable String value,
      @Nullable String requirement,
      String article,
      String clause,
      List<String> parameters,
      List<String> missing,
      @Nullable ShortfallView shortfall) {
    static FindingView of(Finding finding) {
      return new FindingView(
          finding.id(),
          finding.name(),
          finding.say(),
          finding.state(),
          finding.value().orElse(null),
          finding.requirement().orElse(null),
          finding.citation().article(),
          finding.citation().clause(),
          finding.parameters(),
          finding.missing().stream().sorted().toList(),
          finding.shortfall().map(ShortfallView::of).orElse(null));
    }
  }

  record ShortfallView(
      Text figure, BigDecimal amount, String unit, boolean less, boolean beyond, Text say) {
    static ShortfallView of(Shortfall shortfall) {
      return new ShortfallView(
          shortfall.figure(),
          shortfall.unit().fromBase(shortfall.amount()).decimal(),
          shortfall.unit().zh(),
          shortfall.less(),
          shortfall.beyond(),
          shortfall.say());
    }
  }

  record TallyView(int met, int notMet, int notAssessed, SubjectsView shortOfIt) {}

  record OutcomeView(
      TargetView target,
      String division,
      @Nullable SubjectView subject,
      int year,
      LocalDate due,
      Status status,
      @Nullable Boolean met,
      @Nullable BigDecimal value,
      @Nullable String shown,
      @Nullable BigDecimal threshold,
      String unit,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator,
      @Nullable TallyView tally,
      SubjectsView without,
      SubjectsView excluded,
      SubjectsView undetermined,
      List<FindingView> findings,
      List<String> missing) {
    static OutcomeView of(Bundles.Deployed deployed, TargetOutcome outcome) {
      Optional<Measured> measured = outcome.measured();
      TreeSet<String> missing = new TreeSet<>();
      measured.ifPresent(m -> missing.addAll(m.missing()));
      outcome.findings().forEach(finding -> missing.addAll(finding.missing()));
      return new OutcomeView(
          TargetView.of(deployed, outcome.target()),
          outcome.division(),
          outcome.subject().map(SubjectView::of).orElse(null),
          outcome.year(),
          outcome.due(),
          outcome.status(),
          OutcomeViews.met(outcome.status()),
          decimal(outcome.value()),
          outcome.shown().orElse(null),
          decimal(outcome.threshold()),
          outcome.unit().zh(),
          decimal(measured.flatMap(Measured::numerator)),
          decimal(measured.flatMap(Measured::denominator)),
          outcome
              .tally()
              .map(
                  t ->
                      new TallyView(
                          t.met(), t.notMet(), t.notAssessed(), SubjectsView.of(t.shortOfIt())))
              .orElse(null),
          SubjectsView.of(measured.map(Measured::without).orElse(List.of())),
          SubjectsView.of(measured.map(Measured::excluded).orElse(List.of())),
          SubjectsView.of(measured.map(Measured::undetermined).orElse(List.of())),
          outcome.findings().stream().map(FindingView::of).toList(),
          List.copyOf(missing));
    }
  }

  record StandardView(
      RuleView standard,
      Verdict.Kind verdict,
      List<Text> missing,
      List<FindingView> findings,
      List<String> factsToSupply) {
    static StandardView of(Bundles.Deployed deployed, Standard standard, Verdict verdict) {
      return new StandardView(
          RuleView.of(deployed, standard),
          verdict.kind(),
          verdict.unmet().stream().map(Finding::name).toList(),
          verdict.findings().stream().map(FindingView::of).toList(),
          List.copyOf(verdict.missing()));
    }
  }

  record TierView(
      RuleView tier,
      Status status,
      @Nullable String band,
      @Nullable Text name,
      @Nullable String threshold,
      List<String> missing) {
    static TierView of(Bundles.Deployed deployed, Placement placement) {
      return new TierView(
          RuleView.of(deployed, placement.tier()),
          placement.status(),
          placement.band().map(Tier.Band::id).orElse(null),
          placement.band().map(Tier.Band::name).orElse(null),
          placement.threshold().orElse(null),
          placement.missing().stream().sorted().toList());
    }
  }

  record ScorecardView(RuleView rule, List<ScoreRowView> rows, List<CellView> total) {
    static ScorecardView of(Bundles.Deployed deployed, Score score) {
      return new ScorecardView(
          RuleView.of(deployed, score.scorecard()),
          score.rows().stream().map(row -> ScoreRowView.of(deployed, row)).toList(),
          score.total().stream().map(cell -> CellView.of(deployed, cell)).toList());
    }
  }

  record ScoreRowView(
      String division, String name, List<CellView> cells, @Nullable BigDecimal composite) {
    static ScoreRowView of(Bundles.Deployed deployed, Score.Row row) {
      return new ScoreRowView(
          row.unit().code(),
          row.unit().name().zh(),
          row.cells().stream().map(cell -> CellView.of(deployed, cell)).toList(),
          decimal(row.composite()));
    }
  }

  record CellView(
      IndicatorView indicator,
      @Nullable BigDecimal value,
      @Nullable String shown,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator,
      @Nullable Integer rank,
      Status status,
      @Nullable Boolean met,
      @Nullable BigDecimal distance,
      @Nullable TargetView target,
      @Nullable BigDecimal weight) {
    static CellView of(Bundles.Deployed deployed, Score.Cell cell) {
      Unit unit = cell.column().indicator().unit();
      return new CellView(
          IndicatorView.of(cell.column().indicator()),
          decimal(cell.measured().quantity().map(Quantity::number).map(unit::fromBase)),
          cell.shown().orElse(null),
          decimal(cell.measured().numerator()),
          decimal(cell.measured().denominator()),
          cell.rank().orElse(null),
          cell.status(),
          OutcomeViews.met(cell.status()),
          decimal(cell.distance()),
          cell.column().target().map(target -> TargetView.of(deployed, target)).orElse(null),
          decimal(
              cell.column()
                  .weight()
                  .flatMap(declared -> cell.weight().map(declared.unit()::fromBase))));
    }
  }
}

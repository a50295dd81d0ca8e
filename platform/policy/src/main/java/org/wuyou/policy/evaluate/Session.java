package org.wuyou.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Calculation;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.Indicator;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Priority;
import org.wuyou.policy.model.Roster;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Sanction;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Selection;
import org.wuyou.policy.model.Series;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.model.SubjectRule;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.model.TargetGroup;
import org.wuyou.policy.model.Tier;
import org.wuyou.policy.plan.Answering;
import org.wuyou.policy.plan.ColumnFacts;
import org.wuyou.policy.plan.Columns;
import org.wuyou.policy.plan.Kernels;

/**
 * Questions about one state of the register, under one evaluation. What one question computes the
 * next one reuses. Not shared between threads.
 */
public final class Session {
  private final PolicyBundle bundle;
  private final Facts facts;
  private final Evaluation evaluation;
  private final Map<RunKey, Run> runs = new HashMap<>();
  private final TargetAssessing targets = new TargetAssessing(this);
  private final IndicatorMeasuring measuring;
  private final Granting granting = new Granting(this);

  private record RunKey(String division, LocalDate on) {}

  public Session(PolicyBundle bundle, Facts facts, Evaluation evaluation) {
    this.bundle = bundle;
    this.facts = facts;
    this.evaluation = evaluation;
    this.measuring = new IndicatorMeasuring(this, evaluation);
  }

  /** The division asked about. */
  public String division() {
    return evaluation.scope().orElse(bundle.region());
  }

  /** The day from which one looks. */
  public LocalDate asOf() {
    return evaluation.asOf().orElseGet(this::endOfPlan);
  }

  /** How the series stands at a moment. */
  public SeriesOutcome standing(Series series, Instant at) {
    return new Timetable(this, bundle, facts).standing(series, at);
  }

  /** The last day of each period of the series, by the name of the period. */
  public SortedMap<String, LocalDate> periods(Series series) {
    return new Timetable(this, bundle, facts).ends(series);
  }

  /** How the limits of the clock stand for the subject, from the day one looks. */
  public ClockOutcome standing(Clock clock, Subject subject) {
    return new Timetable(this, bundle, facts).standing(clock, subject, asOf());
  }

  /** Whether the clock runs for the subject. */
  public boolean concerns(Clock clock, Subject subject) {
    return clock.when().map(when -> when.in(frame(subject)).equals(Value.TRUE)).orElse(true);
  }

  /** The choice of the reading that is taken. */
  String reading(String id) {
    return readings().getOrDefault(id, "");
  }

  LocalDate endOfPlan() {
    LocalDate lastDue = lastDue().orElse(bundle.valid().from());
    return bundle.valid().to().filter(end -> end.isAfter(lastDue)).orElse(lastDue);
  }

  private Optional<LocalDate> lastDue() {
    return bundle.targets().values().stream()
        .map(target -> target.due().last())
        .max(LocalDate::compareTo);
  }

  /** Every target of the bundle, for the division. */
  public List<TargetOutcome> board() {
    return bundle.targets().values().stream().map(this::outcome).toList();
  }

  /** How the target stands for the division. */
  public TargetOutcome outcome(Target target) {
    return targets.outcome(target, division());
  }

  /** Every target that speaks of the subject's kind, for the subject. */
  public List<TargetOutcome> outcomes(Subject subject) {
    return bundle.targets().values().stream()
        .filter(target -> target.indicator().each().filter(subject.entity()::equals).isPresent())
        .map(target -> outcome(target, subject))
        .toList();
  }

  public TargetOutcome outcome(Target target, Subject subject) {
    return targets.outcome(target, subject);
  }

  /** The status of every row for a target that speaks of their kind. */
  public List<Status> statuses(Target target, Kernels kernels, Columns columns) {
    return targets.statuses(target, (run, year) -> frames(run, year, kernels, columns));
  }

  /** How the targets that the document sets for one thing stand together. */
  public GroupOutcome outcome(TargetGroup group) {
    return GroupOutcome.of(this, group);
  }

  /** Where the subject stands on the ladder, at the end of the year asked about. */
  public Placement placement(Tier tier, Subject subject) {
    return place(tier, frame(subject));
  }

  Placement place(Tier tier, Frame frame) {
    Value placed = tier.when().map(when -> when.in(frame)).orElse(Value.TRUE);
    Set<String> missing = new TreeSet<>();
    if (placed instanceof Value.Missing m) {
      missing.addAll(m.facts());
    }
    if (placed.equals(Value.TRUE)) {
      for (Tier.Band band : tier.bands()) {
        Value fits = band.condition().in(frame);
        if (fits instanceof Value.Missing m) {
          missing.addAll(m.facts());
          break;
        }
        if (fits.equals(Value.TRUE)) {
          Optional<String> threshold =
              band.value()
                  .flatMap(p -> base(p, frame.run().on()).map(value -> p.unit().shown(value)));
          return new Placement(tier, Status.MET, Optional.of(band), threshold, Set.of());
        }
      }
    }
    Status status = missing.isEmpty() ? Status.OUT_OF_SCOPE : Status.UNDETERMINED;
    return new Placement(tier, status, Optional.empty(), Optional.empty(), missing);
  }

  /** Whether the subject meets every condition of the rule, and how each came out. */
  public Verdict verdict(SubjectRule rule, Subject subject) {
    return granting.verdict(rule, subject);
  }

  /** Whether the subject is entitled to the benefit, and to how much. */
  public Entitlement entitlement(Benefit benefit, Subject subject) {
    return granting.entitlement(benefit, subject);
  }

  /** Who gets something if the subject meets the rule. */
  public Optional<Subject> recipient(SubjectRule rule, Subject subject) {
    return granting.recipient(rule, subject);
  }

  /** All that the bundle holds for one enterprise: those rules first that it meets. */
  public List<MenuEntry> menu(Subject enterprise) {
    return Menu.of(this, enterprise);
  }

  /** Who fails the rule in one clause only, within a part of its bound; the nearest first. */
  public List<NearMiss> nearMisses(Rule rule, Exact margin) {
    return NearMisses.of(this, rule, margin);
  }

  /** The standard for every subject of the division of which it speaks. */
  public List<Judged> verdicts(Standard standard) {
    return population(standard.entity(), division()).stream()
        .map(subject -> new Judged(subject, verdict(standard, subject)))
        .filter(judged -> judged.verdict().kind() != Verdict.Kind.OUT_OF_SCOPE)
        .toList();
  }

  /** Where every subject of the division stands on the ladder; those in no band are left out. */
  public List<Placed> placements(Tier tier) {
    return population(tier.entity(), division()).stream()
        .map(subject -> new Placed(subject, placement(tier, subject)))
        .filter(placed -> placed.placement().status() != Status.OUT_OF_SCOPE)
        .toList();
  }

  /** Every claim of the benefit in the division. */
  public List<Entitlement> entitlements(Benefit benefit) {
    return population(benefit.entity(), division()).stream()
        .map(subject -> entitlement(benefit, subject))
        .toList();
  }

  /** The sanction for every subject of the division that it threatens. */
  public List<SanctionOutcome> sanctions(Sanction sanction) {
    return population(sanction.entity(), division()).stream()
        .map(subject -> sanction(sanction, subject))
        .filter(outcome -> outcome.state() != SanctionOutcome.State.OUT_OF_SCOPE)
        .toList();
  }

  /** The calculation for every subject of the division that it speaks of. */
  public List<CalculationOutcome> calculated(Calculation calculation) {
    return population(calculation.entity(), division()).stream()
        .map(subject -> calculated(calculation, subject))
        .filter(outcome -> outcome.status() != Status.OUT_OF_SCOPE)
        .toList();
  }

  /** Who is selected of the division's candidates. */
  public SelectionOutcome selected(Selection selection) {
    return Selecting.select(this, selection);
  }

  /** The division's subjects in the order of the rule. */
  public Ranking ranking(Priority priority) {
    return Ordering.ranking(this, priority);
  }

  public SanctionOutcome sanction(Sanction sanction, Subject subject) {
    return Sanctioning.judge(this, sanction, subject);
  }

  /** Who of the division is on the list. */
  public RosterOutcome roster(Roster roster) {
    return Rostering.list(this, roster);
  }

  public CalculationOutcome calculated(Calculation calculation, Subject subject) {
    return Calculating.calculate(this, calculation, subject);
  }

  /** The units below the division beside each other. */
  public Score score(Scorecard scorecard) {
    return Scoring.score(this, facts, scorecard);
  }

  /** All subjects of the entity in the division; none if its module is absent. */
  List<Subject> population(String entity, String division) {
    return absent(entity).isPresent() ? List.of() : facts.population(entity, division);
  }

  /** The same in a run and year; answers are worked out all at once where facts have columns. */
  List<Frame> frames(Run run, String entity, int year) {
    if (!(facts instanceof ColumnFacts columnar) || absent(entity).isPresent()) {
      return population(entity, run.division()).stream()
          .map(subject -> run.frame(subject, year))
          .toList();
    }
    return frames(run, year, columnar.kernels(), columnar.columns(entity, run.division()));
  }

  private static List<Frame> frames(Run run, int year, Kernels kernels, Columns columns) {
    Answering answers = new Answering(kernels, run, year, columns);
    List<Frame> frames = new ArrayList<>(columns.size());
    for (int row = 0; row < columns.size(); row++) {
      frames.add(run.frame(columns.subject(row), year).answered(answers, row));
    }
    return frames;
  }

  /** What to tell of an entity whose module is not installed. */
  public Optional<String> absent(String entity) {
    return Optional.ofNullable(bundle.absent().get(entity));
  }

  PolicyBundle bundle() {
    return bundle;
  }

  IndicatorMeasuring measuring() {
    return measuring;
  }

  /**
   * An indicator for a division, at the day the target is due, or without one in the year asked.
   */
  Measured measured(Indicator indicator, Optional<Target> target, String division) {
    LocalDate due = target.map(targets::due).orElseGet(() -> LocalDate.of(lastYear(), 12, 31));
    return measuring.measured(indicator, run(division, due).frame(null, due.getYear()), due);
  }

  Status status(Target target, Measured measured) {
    return targets.status(target, measured);
  }

  /** The parameter's value on the day in its base unit, or the what-if value in its place. */
  Optional<Exact> base(Parameter parameter, LocalDate day) {
    Exact given = evaluation.parameters().get(parameter.id());
    return given == null ? parameter.on(day) : Optional.of(parameter.unit().toBase(given));
  }

  Optional<Exact> parameter(Parameter parameter) {
    return base(parameter, asOf());
  }

  /** The subject at the end of the year asked about, or on the day asked about if earlier. */
  Frame frame(Subject subject) {
    return setting().frame(subject, lastYear());
  }

  /** The division itself at that time. */
  Frame frame() {
    return setting().frame(null, lastYear());
  }

  /** The setting in which subjects are judged at that time. */
  public Run setting() {
    return run(division(), LocalDate.of(lastYear(), 12, 31));
  }

  /**
   * The year asked about: that of the day, or where no day is named the last for which the plan
   * sets anything. A plan may run into a January in which only reports are still due.
   */
  public int lastYear() {
    LocalDate day = evaluation.asOf().or(this::lastDue).orElseGet(this::endOfPlan);
    return evaluation.year().orElse(day.getYear());
  }

  Run run(String division, LocalDate due) {
    LocalDate on = asOf().isBefore(due) ? asOf() : due;
    return runs.computeIfAbsent(
        new RunKey(division, on),
        key -> Run.of(facts, division, asOf(), on, values(on), readings(), bundle.derivedFacts()));
  }

  private Map<String, Value> values(LocalDate on) {
    Map<String, Value> values = new HashMap<>();
    bundle
        .parameters()
        .forEach(
            (id, parameter) ->
                base(parameter, on).ifPresent(exact -> values.put(id, Value.of(exact))));
    return values;
  }

  /** The readings taken: those asked for, else the usual ones. */
  Map<String, String> readings() {
    Map<String, String> chosen = new HashMap<>();
    bundle
        .readings()
        .forEach(
            (id, reading) ->
                chosen.put(id, evaluation.readings().getOrDefault(id, reading.usual())));
    return chosen;
  }

  OptionalInt year() {
    return evaluation.year();
  }
}

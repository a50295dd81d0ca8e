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
import java.util.TreeSet;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.Indicator;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Population;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Series;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.model.Tier;

/**
 * Questions about one state of the register, under one evaluation. What one question computes the
 * next one reuses. Not shared between threads.
 */
public final class Session {
  private final PolicyBundle bundle;
  private final Facts facts;
  private final Evaluation evaluation;
  private final Map<RunKey, Run> runs = new HashMap<>();
  private final Map<PopulationKey, Measuring.Members> populations = new HashMap<>();

  private record RunKey(String division, LocalDate on) {}

  private record PopulationKey(Population population, String division, LocalDate on, int year) {}

  public Session(PolicyBundle bundle, Facts facts, Evaluation evaluation) {
    this.bundle = bundle;
    this.facts = facts;
    this.evaluation = evaluation;
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

  /** How the limits of the clock stand for the subject, from the day one looks. */
  public ClockOutcome standing(Clock clock, Subject subject) {
    return new Timetable(this, bundle, facts).standing(clock, subject, asOf());
  }

  /** The choice of the reading that is taken. */
  String reading(String id) {
    return readings().getOrDefault(id, "");
  }

  LocalDate endOfPlan() {
    LocalDate lastDue =
        bundle.targets().values().stream()
            .map(target -> target.due().last())
            .max(LocalDate::compareTo)
            .orElse(bundle.valid().from());
    return bundle.valid().to().filter(end -> end.isAfter(lastDue)).orElse(lastDue);
  }

  /** Every target of the bundle, for the division. */
  public List<TargetOutcome> board() {
    return bundle.targets().values().stream().map(this::outcome).toList();
  }

  /** How the target stands for the division. */
  public TargetOutcome outcome(Target target) {
    return outcome(target, division());
  }

  /** Every target that speaks of the subject's kind, for the subject. */
  public List<TargetOutcome> outcomes(Subject subject) {
    return bundle.targets().values().stream()
        .filter(target -> target.indicator().each().filter(subject.entity()::equals).isPresent())
        .map(target -> outcome(target, subject))
        .toList();
  }

  public TargetOutcome outcome(Target target, Subject subject) {
    LocalDate due = target.due().of(evaluation.year(), asOf());
    Optional<Status> outside = outside(target);
    if (outside.isPresent()) {
      return bare(target, division(), Optional.of(subject), due, outside.get());
    }
    Frame frame = run(division(), due).frame(subject, due.getYear());
    Value applies = applies(target, frame);
    if (!applies.equals(Value.TRUE)) {
      Status status = applies instanceof Value.Missing ? Status.UNDETERMINED : Status.OUT_OF_SCOPE;
      return Outcomes.of(
          this,
          target,
          division(),
          Optional.of(subject),
          due,
          status,
          Optional.empty(),
          Findings.scope(target, frame, applies));
    }
    Measured measured = measured(target.indicator(), frame, due);
    return Outcomes.of(
        this,
        target,
        division(),
        Optional.of(subject),
        due,
        status(target, measured, due),
        Optional.of(measured),
        List.of());
  }

  TargetOutcome outcome(Target target, String division) {
    LocalDate due = target.due().of(evaluation.year(), asOf());
    Optional<Status> outside = outside(target);
    if (outside.isPresent()) {
      return bare(target, division, Optional.empty(), due, outside.get());
    }
    if (target.indicator().each().isPresent() && !given(target.indicator())) {
      return Outcomes.tally(this, target, division, due, standings(target, division, due));
    }
    Frame frame = run(division, due).frame(null, due.getYear());
    Measured measured = measured(target.indicator(), frame, due);
    return Outcomes.of(
        this,
        target,
        division,
        Optional.empty(),
        due,
        status(target, measured, due),
        Optional.of(measured),
        List.of());
  }

  /** How each subject stands, without the findings nobody asks for here. */
  private List<Outcomes.Standing> standings(Target target, String division, LocalDate due) {
    String entity = target.indicator().each().orElseThrow();
    List<Outcomes.Standing> standings = new ArrayList<>();
    for (Subject subject : facts.population(entity, division)) {
      Frame frame = run(division, due).frame(subject, due.getYear());
      Value applies = applies(target, frame);
      if (applies.equals(Value.TRUE)) {
        Measured measured = measured(target.indicator(), frame, due);
        standings.add(new Outcomes.Standing(subject, status(target, measured, due)));
      } else if (applies instanceof Value.Missing) {
        standings.add(new Outcomes.Standing(subject, Status.UNDETERMINED));
      }
    }
    return standings;
  }

  private TargetOutcome bare(
      Target target, String division, Optional<Subject> subject, LocalDate due, Status status) {
    return Outcomes.of(this, target, division, subject, due, status, Optional.empty(), List.of());
  }

  private Optional<Status> outside(Target target) {
    if (evaluation.year().isPresent() && target.due().in(evaluation.year().getAsInt()).isEmpty()) {
      return Optional.of(Status.NO_TARGET_FOR_YEAR);
    }
    return asOf().isBefore(target.head().valid().from())
        ? Optional.of(Status.NOT_IN_FORCE)
        : Optional.empty();
  }

  /** Whether the target speaks of the subject. */
  private Value applies(Target target, Frame frame) {
    Value applies = target.indicator().eachWhere().map(where -> where.in(frame)).orElse(Value.TRUE);
    if (applies.equals(Value.TRUE) && target.where().isPresent()) {
      applies = target.where().get().in(frame);
    }
    if (applies.equals(Value.TRUE) && target.band().isPresent()) {
      Placement placement = place(target.band().get().tier(), frame);
      applies =
          placement.status() == Status.UNDETERMINED
              ? new Value.Missing(placement.missing())
              : Value.of(
                  placement
                      .band()
                      .filter(band -> band.id().equals(target.band().get().band()))
                      .isPresent());
    }
    return applies;
  }

  private boolean given(Indicator indicator) {
    return evaluation.figures().containsKey(indicator.id());
  }

  private Measured measured(Indicator indicator, Frame frame, LocalDate due) {
    Exact figure = evaluation.figures().get(indicator.id());
    if (figure != null) {
      return Measured.value(Quantity.of(indicator.unit().toBase(figure)));
    }
    return Measuring.measure(
        indicator, frame, members(indicator, frame), () -> earlier(indicator, frame, due));
  }

  private Measuring.Members earlier(Indicator indicator, Frame frame, LocalDate due) {
    int year = due.getYear() - 1;
    if (indicator.measure() instanceof Indicator.NetIncrease net
        && net.since().isPresent()
        && net.since().get().in(frame) instanceof Value.Number since) {
      year = since.exact().rounded(0).intValueExact();
    }
    LocalDate day = due.withYear(year);
    return members(indicator, run(frame.run().division(), day).frame(null, year));
  }

  private Measuring.Members members(Indicator indicator, Frame owner) {
    if (indicator.population().isEmpty()) {
      return new Measuring.Members(List.of(owner), List.of());
    }
    Population population = indicator.population().get();
    if (population.members().isPresent()) {
      Value members = population.members().get().in(owner);
      List<Frame> frames =
          members instanceof Value.Items items
              ? items.values().stream()
                  .map(item -> owner.run().frame(((Value.Item) item).subject(), owner.year()))
                  .toList()
              : List.of();
      return split(population, frames);
    }
    Run run = owner.run();
    PopulationKey key = new PopulationKey(population, run.division(), run.on(), owner.year());
    Measuring.Members known = populations.get(key);
    if (known == null) {
      known =
          split(
              population,
              facts.population(population.entity(), run.division()).stream()
                  .map(subject -> run.frame(subject, owner.year()))
                  .toList());
      populations.put(key, known);
    }
    return known;
  }

  private static Measuring.Members split(Population population, List<Frame> frames) {
    if (population.where().isEmpty()) {
      return new Measuring.Members(frames, List.of());
    }
    Expression where = population.where().get();
    List<Frame> certain = new ArrayList<>();
    List<Frame> doubtful = new ArrayList<>();
    for (Frame frame : frames) {
      Value belongs = where.in(frame);
      if (belongs.equals(Value.TRUE)) {
        certain.add(frame);
      } else if (belongs instanceof Value.Missing) {
        doubtful.add(frame);
      }
    }
    return new Measuring.Members(certain, doubtful);
  }

  private Status status(Target target, Measured measured, LocalDate due) {
    if (target.operator().isEmpty()) {
      return Status.NO_THRESHOLD;
    }
    Optional<Exact> bound = target.threshold().flatMap(parameter -> base(parameter, due));
    if (bound.isEmpty()) {
      return target.threshold().isEmpty() ? Status.NO_THRESHOLD : Status.PLAN_FIGURE_MISSING;
    }
    return switch (measured.state()) {
      case NO_BASE -> Status.NO_BASE;
      case NO_DATA -> Status.NO_DATA;
      case VALUE -> {
        boolean met = holds(target, measured.quantity(), bound.get());
        boolean best = holds(target, measured.most().or(measured::quantity), bound.get());
        yield met == best
            ? met ? Status.MET : asOf().isBefore(due) ? Status.NOT_DUE : Status.NOT_MET
            : Status.UNDETERMINED;
      }
    };
  }

  private static boolean holds(Target target, Optional<Quantity> quantity, Exact bound) {
    return target.operator().orElseThrow().holds(quantity.orElseThrow().compareTo(bound));
  }

  /** The parameter's value on the day in its base unit, or the what-if value in its place. */
  Optional<Exact> base(Parameter parameter, LocalDate day) {
    Exact given = evaluation.parameters().get(parameter.id());
    return given == null ? parameter.on(day) : Optional.of(parameter.unit().toBase(given));
  }

  /** Where the subject stands on the ladder, at the end of the year asked about. */
  public Placement placement(Tier tier, Subject subject) {
    return place(tier, frame(subject));
  }

  private Placement place(Tier tier, Frame frame) {
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

  /** Whether the subject meets every condition of the standard, and how each came out. */
  public Verdict verdict(Standard standard, Subject subject) {
    if (!standard.head().valid().contains(asOf())) {
      return new Verdict.NotInForce(standard.head().valid());
    }
    Frame frame = frame(subject);
    return Verdict.of(
        standard.items().stream().map(item -> Findings.of(standard, item, frame, bundle)).toList());
  }

  Frame frame(Subject subject) {
    return setting().frame(subject, judgedYear());
  }

  /** The year in which subjects are judged, if no target sets one. */
  public int judgedYear() {
    return evaluation.year().orElse(asOf().getYear());
  }

  /** The setting in which subjects are judged, at the end of that year. */
  public Run setting() {
    return run(division(), LocalDate.of(judgedYear(), 12, 31));
  }

  /** The units below the division beside each other. */
  public Score score(Scorecard scorecard) {
    return Scoring.score(this, facts, scorecard);
  }

  /** An indicator for a division, at the day the target is due. */
  Measured measured(Indicator indicator, Optional<Target> target, String division) {
    LocalDate due = target.map(t -> t.due().of(evaluation.year(), asOf())).orElseGet(this::asOf);
    return measured(indicator, run(division, due).frame(null, due.getYear()), due);
  }

  Status status(Target target, Measured measured) {
    return outside(target)
        .orElseGet(() -> status(target, measured, target.due().of(evaluation.year(), asOf())));
  }

  Optional<Exact> parameter(Parameter parameter) {
    return base(parameter, asOf());
  }

  private Run run(String division, LocalDate due) {
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

  private Map<String, String> readings() {
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

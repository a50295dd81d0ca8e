package org.wuyou.runtime.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.BundleFormat;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.evaluate.Deadlines;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Series;
import org.wuyou.policy.model.Task;
import org.wuyou.runtime.policies.CoverageViews.CoverageView;
import org.wuyou.runtime.policies.OutcomeViews.ScorecardView;
import org.wuyou.runtime.policies.RuleViews.BundleView;
import org.wuyou.runtime.policies.TaskViews.BodyView;
import org.wuyou.runtime.policies.TaskViews.DepartmentView;
import org.wuyou.runtime.policies.TaskViews.TaskView;
import org.wuyou.runtime.policies.TimetableViews.ClockStandingView;
import org.wuyou.runtime.policies.TimetableViews.ClockView;
import org.wuyou.runtime.policies.TimetableViews.SeriesView;
import org.wuyou.runtime.policies.TimetableViews.StandingView;
import org.wuyou.runtime.policies.TimetableViews.UnitView;
import org.wuyou.spi.Call;
import org.wuyou.spi.Resolver;

/** Answers the fields about tasks, organisation, calendar and coverage. */
final class AdministrationFields {
  private final Supplier<Bundles> bundles;
  private final AttachedDocuments documents;

  AdministrationFields(Supplier<Bundles> bundles, AttachedDocuments documents) {
    this.bundles = bundles;
    this.documents = documents;
  }

  Map<String, Resolver> all() {
    Map<String, Resolver> fields = new LinkedHashMap<>();
    fields.put(
        "PolicyBundle.departments",
        call -> DepartmentView.of(deployed(call), deployed(call).bundle().departments().keySet()));
    fields.put("PolicyDepartment.tasks", this::tasksOfDepartment);
    fields.put("PolicyBundle.tasks", this::tasksOfBundle);
    fields.put("PolicyBundle.task", this::task);
    fields.put(
        "PolicyBundle.organisation", call -> BodyView.under(deployed(call), Optional.empty()));
    fields.put("PolicyBundle.series", AdministrationFields::series);
    fields.put("PolicyBundle.oneSeries", AdministrationFields::oneSeries);
    fields.put("PolicySeries.standing", AdministrationFields::standing);
    fields.put(
        "PolicySeriesStanding.units",
        call -> UnitView.of(outcome(call).outcome().standings(), call.argument("status")));
    fields.put(
        "PolicySeriesStanding.gathered",
        call -> UnitView.of(outcome(call).outcome().gathered(), call.argument("status")));
    fields.put("PolicySeries.content", AdministrationFields::content);
    fields.put("PolicyBundle.clocks", AdministrationFields::clocks);
    fields.put("PolicyClock.standings", AdministrationFields::clockStandings);
    fields.put("PolicyBundle.coverage", call -> CoverageView.of(deployed(call).bundle()));
    fields.put("Query.policyCoverage", this::coverage);
    fields.put("Query.policySchema", call -> BundleFormat.schema());
    return fields;
  }

  private static Bundles.Deployed deployed(Call call) {
    return ((BundleView) Objects.requireNonNull(call.source())).deployed();
  }

  private List<TaskView> tasksOfBundle(Call call) {
    Bundles.Deployed deployed = deployed(call);
    String department = call.argument("department");
    if (department != null && !deployed.bundle().departments().containsKey(department)) {
      throw Asked.unknown(
          "UNKNOWN_DEPARTMENT", department, deployed.bundle().departments().keySet());
    }
    String level = call.argument("level");
    return tasks(call, deployed)
        .filter(task -> department == null || task.departments().contains(department))
        .filter(task -> level == null || task.level().name().equals(level))
        .map(task -> view(call, deployed, task))
        .filter(view -> hasStatus(call, view))
        .toList();
  }

  private List<TaskView> tasksOfDepartment(Call call) {
    DepartmentView department = (DepartmentView) Objects.requireNonNull(call.source());
    return tasks(call, department.deployed())
        .filter(task -> task.departments().contains(department.id()))
        .map(task -> view(call, department.deployed(), task))
        .filter(view -> hasStatus(call, view))
        .toList();
  }

  private static Stream<Task> tasks(Call call, Bundles.Deployed deployed) {
    LocalDate dueBy = call.argument("dueBy");
    return deployed.bundle().administration().tasks().values().stream()
        .filter(
            task ->
                dueBy == null || task.owedBy().filter(owed -> !owed.isAfter(dueBy)).isPresent());
  }

  private static boolean hasStatus(Call call, TaskView view) {
    String status = call.argument("status");
    return status == null || view.status().name().equals(status);
  }

  private @Nullable TaskView task(Call call) {
    Bundles.Deployed deployed = deployed(call);
    Task task = deployed.bundle().administration().tasks().get(text(call, "clause"));
    return task == null ? null : view(call, deployed, task);
  }

  private TaskView view(Call call, Bundles.Deployed deployed, Task task) {
    return TaskView.of(deployed, task, call.snapshot(), documents.of(deployed.bundle().id()));
  }

  private static List<SeriesView> series(Call call) {
    Bundles.Deployed deployed = deployed(call);
    return deployed.bundle().rules(Series.class).values().stream()
        .map(series -> SeriesView.of(deployed, series))
        .toList();
  }

  private static @Nullable SeriesView oneSeries(Call call) {
    Bundles.Deployed deployed = deployed(call);
    Series series = deployed.bundle().rules(Series.class).get(text(call, "id"));
    return series == null ? null : SeriesView.of(deployed, series);
  }

  private static StandingView standing(Call call) {
    SeriesView view = (SeriesView) Objects.requireNonNull(call.source());
    Optional<Instant> asked =
        Optional.<Instant>ofNullable(call.argument("at"))
            .or(() -> day(call).map(Deadlines::lastMomentOf));
    Bundles.Deployed deployed =
        Asked.inForce(asked.map(AdministrationFields::day), view.deployed());
    PolicyBundle bundle = deployed.bundle();
    Instant moment = asked.orElseGet(() -> call.clock().instant());
    Session session =
        bundle.evaluate(
            new SnapshotFacts(call.snapshot()), Asked.evaluation(call, bundle).asOf(day(moment)));
    return StandingView.of(
        session.standing(inForce(deployed, Series.class, view.series()), moment));
  }

  /** What an issue shows, from the data as of the last day of its period. */
  private static @Nullable ScorecardView content(Call call) {
    SeriesView view = (SeriesView) Objects.requireNonNull(call.source());
    SnapshotFacts facts = new SnapshotFacts(call.snapshot());
    LocalDate end = endOfPeriod(call, view, facts);
    Bundles.Deployed deployed = view.deployed().on(end);
    PolicyBundle bundle = deployed.bundle();
    return inForce(deployed, Series.class, view.series())
        .shows()
        .map(
            scorecard ->
                bundle
                    .evaluate(facts, Asked.evaluation(call, bundle).asOf(end).year(end.getYear()))
                    .score(scorecard))
        .map(score -> ScorecardView.of(deployed, score))
        .orElse(null);
  }

  private static LocalDate endOfPeriod(Call call, SeriesView view, SnapshotFacts facts) {
    PolicyBundle bundle = view.deployed().bundle();
    SortedMap<String, LocalDate> periods =
        bundle.evaluate(facts, Asked.evaluation(call, bundle)).periods(view.series());
    String period = text(call, "period");
    return Optional.ofNullable(periods.get(period))
        .orElseThrow(() -> Asked.unknown("UNKNOWN_PERIOD", period, periods.keySet()));
  }

  private static Optional<LocalDate> day(Call call) {
    return Optional.ofNullable(call.argument("asOf"));
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(FactType.Moment.ZONE).toLocalDate();
  }

  /** The rule as the version that answers has it. */
  private static <R extends Rule> R inForce(Bundles.Deployed deployed, Class<R> kind, R rule) {
    Map<String, R> known = deployed.bundle().rules(kind);
    return Optional.ofNullable(known.get(rule.id()))
        .orElseThrow(() -> Asked.unknown("UNKNOWN_RULE", rule.id(), known.keySet()));
  }

  private static StandingView outcome(Call call) {
    return (StandingView) Objects.requireNonNull(call.source());
  }

  private static List<ClockView> clocks(Call call) {
    Bundles.Deployed deployed = deployed(call);
    return deployed.bundle().rules(Clock.class).values().stream()
        .map(clock -> ClockView.of(deployed, clock))
        .toList();
  }

  private static List<ClockStandingView> clockStandings(Call call) {
    ClockView view = (ClockView) Objects.requireNonNull(call.source());
    Bundles.Deployed deployed = Asked.inForce(day(call), view.deployed());
    PolicyBundle bundle = deployed.bundle();
    Clock clock = inForce(deployed, Clock.class, view.clock());
    SnapshotFacts facts = new SnapshotFacts(call.snapshot());
    Session session = bundle.evaluate(facts, Asked.evaluation(call, bundle).asOf(call.asOf()));
    String status = call.argument("status");
    int first = Objects.requireNonNull(call.<Integer>argument("first"));
    return facts.population(clock.entity(), bundle.region()).stream()
        .filter(subject -> session.concerns(clock, subject))
        .map(subject -> session.standing(clock, subject))
        .filter(outcome -> status == null || outcome.worst().name().equals(status))
        .limit(Math.max(0, first))
        .map(ClockStandingView::of)
        .toList();
  }

  private @Nullable CoverageView coverage(Call call) {
    return bundles
        .get()
        .of(text(call, "region"))
        .map(deployed -> CoverageView.of(Asked.inForce(call, deployed).bundle()))
        .orElse(null);
  }

  private static String text(Call call, String argument) {
    return Objects.requireNonNull(call.<String>argument(argument));
  }
}

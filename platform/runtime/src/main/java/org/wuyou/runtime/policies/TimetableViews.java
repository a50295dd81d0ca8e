package org.wuyou.runtime.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Text;
import org.wuyou.policy.evaluate.ClockOutcome;
import org.wuyou.policy.evaluate.SeriesOutcome;
import org.wuyou.policy.evaluate.Timeliness;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.Series;
import org.wuyou.runtime.policies.OutcomeViews.SubjectView;
import org.wuyou.runtime.policies.RuleViews.RuleView;

/** What is owed by when, in the shapes of the schema. */
final class TimetableViews {
  private TimetableViews() {}

  record SeriesView(
      Bundles.Deployed deployed,
      Series series,
      String id,
      RuleView rule,
      Series.Form form,
      Series.Every every,
      @Nullable String gathers) {
    static SeriesView of(Bundles.Deployed deployed, Series series) {
      return new SeriesView(
          deployed,
          series,
          series.id(),
          RuleView.of(deployed, series),
          series.form(),
          series.every(),
          series.gathers().orElse(null));
    }
  }

  record StandingView(
      SeriesOutcome outcome,
      Instant at,
      Timeliness status,
      int expected,
      int onTime,
      int late,
      int pending,
      int missing) {
    static StandingView of(SeriesOutcome outcome) {
      return new StandingView(
          outcome,
          outcome.at(),
          outcome.worst(),
          outcome.standings().size(),
          outcome.with(Timeliness.ON_TIME).size(),
          outcome.with(Timeliness.LATE).size(),
          outcome.with(Timeliness.PENDING).size(),
          outcome.with(Timeliness.MISSING).size());
    }
  }

  record UnitView(
      String unit,
      Text name,
      String period,
      @Nullable LocalDate due,
      @Nullable Instant sent,
      Timeliness status) {
    /** The units of that status, or all. */
    static List<UnitView> of(List<SeriesOutcome.Standing> standings, @Nullable String status) {
      return standings.stream()
          .filter(one -> status == null || one.status().name().equals(status))
          .map(
              one ->
                  new UnitView(
                      one.unit(),
                      one.name(),
                      one.period(),
                      one.due().orElse(null),
                      one.sent().orElse(null),
                      one.status()))
          .toList();
    }
  }

  record ClockView(
      Bundles.Deployed deployed, Clock clock, String id, RuleView rule, String entity) {
    static ClockView of(Bundles.Deployed deployed, Clock clock) {
      return new ClockView(
          deployed, clock, clock.id(), RuleView.of(deployed, clock), clock.entity());
    }
  }

  record StepView(
      String id, Text name, @Nullable LocalDate due, @Nullable LocalDate done, Timeliness status) {}

  record ClockStandingView(SubjectView subject, Timeliness status, List<StepView> steps) {
    static ClockStandingView of(ClockOutcome outcome) {
      return new ClockStandingView(
          SubjectView.of(outcome.subject()),
          outcome.worst(),
          outcome.limits().stream()
              .map(
                  limit ->
                      new StepView(
                          limit.step().id(),
                          limit.step().name(),
                          limit.due().orElse(null),
                          limit.done().orElse(null),
                          limit.status()))
              .toList());
    }
  }
}

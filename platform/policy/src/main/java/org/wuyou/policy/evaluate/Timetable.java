package org.wuyou.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Body;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Series;

/** Sets what was sent and done beside what was owed by when. */
final class Timetable {
  private final Session session;
  private final PolicyBundle bundle;
  private final Facts facts;

  Timetable(Session session, PolicyBundle bundle, Facts facts) {
    this.session = session;
    this.bundle = bundle;
    this.facts = facts;
  }

  private record Owing(String id, Text name) {
    boolean named(String written) {
      return written.equals(id) || written.equals(name.zh()) || written.equals(name.en());
    }
  }

  private record Sent(Optional<String> unit, Optional<String> period, Instant at) {}

  SeriesOutcome standing(Series series, Instant at) {
    List<Sent> sent = sent(series);
    List<SeriesOutcome.Standing> standings = new ArrayList<>();
    for (Owing unit : owing(series)) {
      for (Deadlines.Period period : periods(series)) {
        standings.add(standing(series, unit, period, sent, at));
      }
    }
    List<SeriesOutcome.Standing> gathered =
        series
            .gathers()
            .map(bundle.rules(Series.class)::get)
            .map(other -> standing(other, at).standings())
            .orElse(List.of());
    return new SeriesOutcome(series, at, standings, gathered);
  }

  private SeriesOutcome.Standing standing(
      Series series, Owing unit, Deadlines.Period period, List<Sent> sent, Instant at) {
    Predicate<Sent> fits =
        one ->
            one.unit().map(unit::named).orElse(true)
                && one.period().map(period::named).orElse(true);
    Optional<Instant> first =
        sent.stream()
            .filter(fits)
            .map(Sent::at)
            .filter(moment -> !moment.isAfter(at))
            .min(Instant::compareTo);
    Optional<LocalDate> due = due(series, period);
    boolean unknown = session.absent(series.records().entity()).isPresent();
    Timeliness status =
        unknown
            ? Timeliness.UNDETERMINED
            : due.isPresent()
                ? Deadlines.standing(
                    first, Deadlines.passed(due.get(), series.bound().in(session::reading)), at)
                : first.isPresent()
                    ? Timeliness.ON_TIME
                    : at.isBefore(Deadlines.endOf(period.last()))
                        ? Timeliness.PENDING
                        : Timeliness.MISSING;
    return new SeriesOutcome.Standing(unit.id(), unit.name(), period.name(), due, first, status);
  }

  private Optional<LocalDate> due(Series series, Deadlines.Period period) {
    return series
        .due()
        .flatMap(
            due ->
                switch (due) {
                  case Series.OnDay on -> Optional.of(on.day());
                  case Series.DayOfNextMonth of ->
                      session
                          .base(of.day(), period.last())
                          .map(day -> nextMonth(period.last(), day));
                });
  }

  private static LocalDate nextMonth(LocalDate end, Exact day) {
    YearMonth next = YearMonth.from(end).plusMonths(1);
    return next.atDay(Math.min(day.rounded(0).intValueExact(), next.lengthOfMonth()));
  }

  /** The last day of each period, by the period's name. */
  SortedMap<String, LocalDate> ends(Series series) {
    SortedMap<String, LocalDate> ends = new TreeMap<>();
    periods(series).forEach(period -> ends.put(period.name(), period.last()));
    return ends;
  }

  private List<Deadlines.Period> periods(Series series) {
    YearMonth end = series.last().orElseGet(() -> YearMonth.from(session.endOfPlan()));
    return series
        .first()
        .map(first -> Deadlines.periods(series.every(), first.in(session::reading), end))
        .orElseGet(() -> List.of(new Deadlines.Period("", end.atEndOfMonth())));
  }

  private List<Owing> owing(Series series) {
    List<Owing> owing = new ArrayList<>();
    if (series.parts()) {
      facts
          .parts(session.division())
          .forEach(part -> owing.add(new Owing(part.code(), part.name())));
    }
    series.units().forEach(id -> owing.add(new Owing(id, name(id))));
    series.owing().ifPresent(register -> owing.addAll(registered(register)));
    boolean regionItself = !series.parts() && series.units().isEmpty() && series.owing().isEmpty();
    return regionItself ? List.of(new Owing("", bundle.name())) : owing;
  }

  private List<Owing> registered(Series.Owing register) {
    return session.population(register.entity(), session.division()).stream()
        .map(session::frame)
        .filter(unit -> register.where().map(w -> w.in(unit).equals(Value.TRUE)).orElse(true))
        .map(
            unit ->
                new Owing(
                    register.id().in(unit) instanceof Value.Words id ? id.text() : "",
                    new Text(unit.self().name(), unit.self().name())))
        .toList();
  }

  private Text name(String id) {
    Body body = bundle.administration().organisation().get(id);
    return body == null
        ? bundle.departments().getOrDefault(id, new Text(id, id))
        : body.head().name();
  }

  private List<Sent> sent(Series series) {
    Series.Records records = series.records();
    List<Sent> sent = new ArrayList<>();
    for (Subject subject : session.population(records.entity(), session.division())) {
      Frame frame = session.frame(subject);
      if (records.where().map(where -> where.in(frame).equals(Value.TRUE)).orElse(true)) {
        moment(subject.value(records.sent()))
            .ifPresent(
                at ->
                    sent.add(
                        new Sent(text(records.unit(), frame), text(records.period(), frame), at)));
      }
    }
    return sent;
  }

  /** The words the expression gives; what the row leaves open fits no unit and no period. */
  private static Optional<String> text(Optional<Expression> expression, Frame frame) {
    return expression.map(
        asked -> asked.in(frame) instanceof Value.Words words ? words.text() : "");
  }

  /** A day counts as its beginning: sent on the last day allowed is in time. */
  private static Optional<Instant> moment(@Nullable Object value) {
    return switch (value) {
      case Instant at -> Optional.of(at);
      case LocalDate day -> Optional.of(day.atStartOfDay(FactType.Moment.ZONE).toInstant());
      case null, default -> Optional.empty();
    };
  }

  ClockOutcome standing(Clock clock, Subject subject, LocalDate on) {
    Frame frame = session.frame(subject);
    List<ClockOutcome.Limit> limits =
        clock.steps().stream()
            .filter(step -> step.when().map(w -> w.in(frame).equals(Value.TRUE)).orElse(true))
            .map(step -> limit(clock, step, frame, on))
            .toList();
    return new ClockOutcome(clock, subject, limits);
  }

  private ClockOutcome.Limit limit(Clock clock, Clock.Step step, Frame frame, LocalDate on) {
    Optional<LocalDate> done =
        step.done().in(frame) instanceof Value.Day day && !day.date().isAfter(on)
            ? Optional.of(day.date())
            : Optional.empty();
    if (!(clock.start().in(frame) instanceof Value.Day start)) {
      return new ClockOutcome.Limit(step, Optional.empty(), done, Timeliness.UNDETERMINED);
    }
    Optional<LocalDate> due =
        session.base(step.within(), on).map(length -> after(start.date(), length, step.within()));
    Timeliness status = due.map(last -> status(done, last, on)).orElse(Timeliness.UNDETERMINED);
    return new ClockOutcome.Limit(step, due, done, status);
  }

  private static Timeliness status(Optional<LocalDate> done, LocalDate last, LocalDate on) {
    return done.map(day -> day.isAfter(last) ? Timeliness.LATE : Timeliness.ON_TIME)
        .orElse(on.isAfter(last) ? Timeliness.MISSING : Timeliness.PENDING);
  }

  private static LocalDate after(LocalDate start, Exact length, Parameter within) {
    int count = length.rounded(0).intValueExact();
    return switch (within.unit()) {
      case MONTH -> start.plusMonths(count);
      case YEAR -> start.plusYears(count);
      default -> start.plusDays(count);
    };
  }
}

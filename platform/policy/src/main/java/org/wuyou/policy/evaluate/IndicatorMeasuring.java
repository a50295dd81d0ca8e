package org.wuyou.policy.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.model.Indicator;
import org.wuyou.policy.model.Population;

/** The figures of a session: over whom each is formed, and what was given in place of one. */
final class IndicatorMeasuring {
  private final Session session;
  private final Evaluation evaluation;
  private final Map<PopulationKey, Measuring.Members> populations = new HashMap<>();

  private record PopulationKey(Population population, String division, LocalDate on, int year) {}

  IndicatorMeasuring(Session session, Evaluation evaluation) {
    this.session = session;
    this.evaluation = evaluation;
  }

  /** Whether the asker gave the figure. */
  boolean given(Indicator indicator) {
    return evaluation.figures().containsKey(indicator.id());
  }

  Measured measured(Indicator indicator, Frame frame, LocalDate due) {
    Exact figure = evaluation.figures().get(indicator.id());
    if (figure != null) {
      return Measured.value(Quantity.of(indicator.unit().toBase(figure)));
    }
    Optional<String> absent =
        indicator
            .population()
            .filter(population -> population.members().isEmpty())
            .flatMap(population -> session.absent(population.entity()));
    if (absent.isPresent()) {
      return Measured.none(Measured.State.NO_DATA, Set.of(absent.get()));
    }
    return Measuring.measure(
        indicator,
        frame,
        members(indicator, frame),
        () -> earlier(indicator, frame, due),
        part -> measured(part, frame, due));
  }

  private Measuring.Members earlier(Indicator indicator, Frame frame, LocalDate due) {
    int year = due.getYear() - 1;
    if (indicator.measure() instanceof Indicator.NetIncrease net
        && net.since().isPresent()
        && net.since().get().in(frame) instanceof Value.Number since) {
      year = since.exact().rounded(0).intValueExact();
    }
    LocalDate day = due.withYear(year);
    return members(indicator, session.run(frame.run().division(), day).frame(null, year));
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
      known = split(population, session.frames(run, population.entity(), owner.year()));
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
}

package org.wuyou.policy.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Text;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.Statistic;
import org.wuyou.policy.facts.Subject;

/**
 * A record read as if it were the register. Asked for what was not read before it throws {@link
 * NotRecorded}: a guess would be no replay.
 */
public final class RecordedFacts implements Facts {
  private final FactRecord record;
  private final List<Subject> subjects = new ArrayList<>();

  public RecordedFacts(FactRecord record) {
    this.record = record;
    record.subjects().forEach(noted -> subjects.add(new Known(noted)));
  }

  /** Something was asked for that the record does not hold. */
  public static final class NotRecorded extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotRecorded(String fact) {
      super(fact);
    }
  }

  /** The subject that was judged. */
  public Subject subject() {
    return subjects.get(record.subject());
  }

  private List<Subject> at(List<Integer> numbers) {
    return numbers.stream().map(subjects::get).toList();
  }

  @Override
  public List<Subject> population(String entity, String division) {
    return record.populations().stream()
        .filter(known -> known.entity().equals(entity) && known.division().equals(division))
        .findFirst()
        .map(known -> at(known.members()))
        .orElseThrow(() -> new NotRecorded(entity + " " + division));
  }

  @Override
  public Optional<Statistic> statistic(String indicator, String division, int year) {
    FactRecord.Figure figure =
        record.statistics().stream()
            .filter(known -> known.indicator().equals(indicator))
            .filter(known -> known.division().equals(division) && known.year() == year)
            .findFirst()
            .orElseThrow(() -> new NotRecorded(indicator + " " + division + " " + year));
    return figure.found()
        ? Optional.of(new Statistic(figure.value(), figure.source()))
        : Optional.empty();
  }

  @Override
  public List<Division> parts(String division) {
    List<Division> parts = record.parts().get(division);
    if (parts == null) {
      throw new NotRecorded(division);
    }
    return parts;
  }

  @Override
  public Text divisionName(String division) {
    return record.names().getOrDefault(division, new Text(division, division));
  }

  private final class Known implements Subject {
    private final FactRecord.Noted noted;

    Known(FactRecord.Noted noted) {
      this.noted = noted;
    }

    @Override
    public String entity() {
      return noted.entity();
    }

    @Override
    public String name() {
      return noted.name();
    }

    @Override
    public @Nullable Object value(String fact) {
      Datum datum = noted.values().get(fact);
      if (datum == null) {
        throw new NotRecorded(noted.name() + "." + fact);
      }
      return datum.value();
    }

    @Override
    public @Nullable Subject one(String fact) {
      Integer number = noted.ones().get(fact);
      if (number == null) {
        throw new NotRecorded(noted.name() + "." + fact);
      }
      return number == FactRecord.NOBODY ? null : subjects.get(number);
    }

    @Override
    public List<Subject> many(String fact) {
      List<Integer> numbers = noted.manys().get(fact);
      if (numbers == null) {
        throw new NotRecorded(noted.name() + "." + fact);
      }
      return at(numbers);
    }
  }
}

package org.wuyou.policy.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Text;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.Statistic;
import org.wuyou.policy.facts.Subject;

/**
 * Facts that take down what is read of them. For one evaluation in one thread; ask it about
 * subjects it gave itself ({@link #of}).
 */
public final class Recording implements Facts {
  private final Facts facts;
  private final Map<Subject, Watched> watched = new LinkedHashMap<>();
  private final Map<List<Object>, FactRecord.Figure> statistics = new LinkedHashMap<>();
  private final Map<List<String>, List<Watched>> populations = new LinkedHashMap<>();
  private final Map<String, List<Facts.Division>> parts = new HashMap<>();
  private final Map<String, Text> names = new HashMap<>();

  public Recording(Facts facts) {
    this.facts = facts;
  }

  /** The subject, taking down what is read of it. */
  public Subject of(Subject original) {
    return watch(original);
  }

  private Watched watch(Subject original) {
    return watched.computeIfAbsent(original, subject -> new Watched(subject, watched.size()));
  }

  /**
   * What was read of one subject.
   *
   * @param manys names of the relations whose members were read
   */
  public record Touched(Subject original, Set<String> manys) {
    public Touched {
      manys = Set.copyOf(manys);
    }
  }

  /** Every subject anything was read of. */
  public List<Touched> touched() {
    return watched.values().stream()
        .map(subject -> new Touched(subject.original, subject.manys.keySet()))
        .toList();
  }

  /** Entities of which whole populations were read. */
  public Set<String> populationsRead() {
    Set<String> entities = new LinkedHashSet<>();
    populations.keySet().forEach(key -> entities.add(key.getFirst()));
    return entities;
  }

  /** Whether figures of divisions were looked for. */
  public boolean statisticsRead() {
    return !statistics.isEmpty();
  }

  /** What was read so far. */
  public FactRecord record(Subject judged) {
    List<FactRecord.Noted> noted = watched.values().stream().map(Watched::noted).toList();
    List<FactRecord.Population> whole = new ArrayList<>();
    populations.forEach(
        (key, members) ->
            whole.add(new FactRecord.Population(key.get(0), key.get(1), numbers(members))));
    return new FactRecord(
        ((Watched) judged).number, noted, List.copyOf(statistics.values()), whole, parts, names);
  }

  private static List<Integer> numbers(List<Watched> members) {
    return members.stream().map(member -> member.number).toList();
  }

  @Override
  public List<Subject> population(String entity, String division) {
    List<Watched> members = facts.population(entity, division).stream().map(this::watch).toList();
    populations.put(List.of(entity, division), members);
    return List.copyOf(members);
  }

  @Override
  public Optional<Statistic> statistic(String indicator, String division, int year) {
    Optional<Statistic> found = facts.statistic(indicator, division, year);
    statistics.put(
        List.of(indicator, division, year),
        new FactRecord.Figure(
            indicator,
            division,
            year,
            found.isPresent(),
            found.map(Statistic::value).orElse(BigDecimal.ZERO),
            found.map(Statistic::source).orElse("")));
    return found;
  }

  @Override
  public List<Division> parts(String division) {
    return parts.computeIfAbsent(division, facts::parts);
  }

  @Override
  public Text divisionName(String division) {
    return names.computeIfAbsent(division, facts::divisionName);
  }

  /** One subject being read; there is one for each original, so identity tells them apart. */
  private final class Watched implements Subject {
    private final Subject original;
    private final int number;
    private final Map<String, Datum> values = new HashMap<>();
    private final Map<String, Integer> ones = new HashMap<>();
    private final Map<String, List<Integer>> manys = new HashMap<>();

    Watched(Subject original, int number) {
      this.original = original;
      this.number = number;
    }

    FactRecord.Noted noted() {
      return new FactRecord.Noted(original.entity(), original.name(), values, ones, manys);
    }

    @Override
    public String entity() {
      return original.entity();
    }

    @Override
    public String name() {
      return original.name();
    }

    @Override
    public @Nullable Object value(String fact) {
      Object value = original.value(fact);
      values.put(fact, Datum.of(value));
      return value;
    }

    @Override
    public @Nullable Subject one(String fact) {
      Subject other = original.one(fact);
      Watched seen = other == null ? null : watch(other);
      ones.put(fact, seen == null ? FactRecord.NOBODY : seen.number);
      return seen;
    }

    @Override
    public List<Subject> many(String fact) {
      List<Watched> members = original.many(fact).stream().map(Recording.this::watch).toList();
      manys.put(fact, numbers(members));
      return List.copyOf(members);
    }
  }
}

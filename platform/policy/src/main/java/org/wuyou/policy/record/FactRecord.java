package org.wuyou.policy.record;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wuyou.policy.Text;
import org.wuyou.policy.facts.Facts;

/**
 * All that one evaluation read of the register, and nothing else. Subjects are known by their place
 * among {@code subjects}.
 *
 * @param subject the one that was judged
 * @param statistics figures of divisions that were looked for, found or not
 * @param populations whole populations that were read
 * @param parts divisions whose parts were asked for
 * @param names divisions whose names were asked for
 */
public record FactRecord(
    int subject,
    List<Noted> subjects,
    List<Figure> statistics,
    List<Population> populations,
    Map<String, List<Facts.Division>> parts,
    Map<String, Text> names) {
  /** Where a reference leads that is empty. */
  static final int NOBODY = -1;

  public FactRecord {
    subjects = List.copyOf(subjects);
    statistics = List.copyOf(statistics);
    populations = List.copyOf(populations);
    parts = Map.copyOf(parts);
    names = Map.copyOf(names);
  }

  /** What was read of one subject: values, the subjects it refers to, those that refer to it. */
  public record Noted(
      String entity,
      String name,
      Map<String, Datum> values,
      Map<String, Integer> ones,
      Map<String, List<Integer>> manys) {
    public Noted {
      values = Map.copyOf(values);
      ones = Map.copyOf(ones);
      manys = Map.copyOf(manys);
    }
  }

  /**
   * @param value in the base unit; meaningless unless {@code found}
   */
  public record Figure(
      String indicator,
      String division,
      int year,
      boolean found,
      BigDecimal value,
      String source) {}

  public record Population(String entity, String division, List<Integer> members) {
    public Population {
      members = List.copyOf(members);
    }
  }

  /**
   * Every value read, by the path a person would take to it: {@code returns[2026].rdExpenditure}.
   * Of a population only what is reached from the subject is told.
   */
  public Map<String, Datum> byPath() {
    Map<String, Datum> paths = new LinkedHashMap<>();
    walk("", subject, new HashSet<>(), paths);
    for (Figure figure : statistics) {
      paths.put(
          figure.indicator() + "[" + figure.division() + ", " + figure.year() + "]",
          Datum.of(figure.found() ? figure.value() : null));
    }
    return paths;
  }

  private void walk(String path, int at, Set<Integer> seen, Map<String, Datum> paths) {
    if (!seen.add(at)) {
      return;
    }
    Noted noted = subjects.get(at);
    new TreeMap<>(noted.values()).forEach((fact, value) -> paths.put(path + fact, value));
    new TreeMap<>(noted.ones())
        .forEach(
            (fact, other) -> {
              if (other == NOBODY) {
                paths.put(path + fact, Datum.of(null));
              } else {
                walk(path + fact + ".", other, seen, paths);
              }
            });
    new TreeMap<>(noted.manys())
        .forEach(
            (fact, members) -> {
              paths.put(path + fact + ".count", Datum.of(BigDecimal.valueOf(members.size())));
              for (int member : members) {
                walk(path + fact + "[" + label(member) + "].", member, seen, paths);
              }
            });
  }

  /** The year, where a subject is told from its like by that. */
  private String label(int member) {
    Noted noted = subjects.get(member);
    Datum year = noted.values().get("year");
    return year == null || year.kind() != Datum.Kind.NUMBER ? noted.name() : year.text();
  }
}

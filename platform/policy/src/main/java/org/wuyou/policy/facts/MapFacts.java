package org.wuyou.policy.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.policy.Text;

/**
 * A register held in memory. A subject lies in the division its {@code divisionCode} says, or its
 * enterprise's; without one it lies everywhere.
 */
public final class MapFacts implements Facts {
  private final Map<String, List<Subject>> subjects = new LinkedHashMap<>();
  private final Map<String, Statistic> statistics = new LinkedHashMap<>();
  private final List<Division> divisions = new ArrayList<>();

  public MapFacts with(Subject subject) {
    subjects.computeIfAbsent(subject.entity(), entity -> new ArrayList<>()).add(subject);
    return this;
  }

  public MapFacts with(String indicator, String division, int year, Statistic statistic) {
    statistics.put(key(indicator, division, year), statistic);
    return this;
  }

  public MapFacts with(Division division) {
    divisions.add(division);
    return this;
  }

  @Override
  public List<Subject> population(String entity, String division) {
    return subjects.getOrDefault(entity, List.of()).stream()
        .filter(subject -> lies(subject, division))
        .toList();
  }

  private static boolean lies(Subject subject, String division) {
    return !(subject.value("divisionCode") instanceof String code) || within(code, division);
  }

  private static boolean within(String code, String region) {
    String prefix =
        region.endsWith("0000")
            ? region.substring(0, 2)
            : region.endsWith("00") ? region.substring(0, 4) : region;
    return code.startsWith(prefix);
  }

  @Override
  public Optional<Statistic> statistic(String indicator, String division, int year) {
    return Optional.ofNullable(statistics.get(key(indicator, division, year)))
        .or(() -> Optional.ofNullable(statistics.get(key(indicator, "", year))));
  }

  private static String key(String indicator, String division, int year) {
    return indicator + "|" + division + "|" + year;
  }

  @Override
  public List<Division> parts(String division) {
    return divisions.stream()
        .filter(part -> !part.code().equals(division) && within(part.code(), division))
        .toList();
  }

  @Override
  public Text divisionName(String division) {
    return divisions.stream()
        .filter(part -> part.code().equals(division))
        .map(Division::name)
        .findFirst()
        .orElse(new Text(division, division));
  }
}

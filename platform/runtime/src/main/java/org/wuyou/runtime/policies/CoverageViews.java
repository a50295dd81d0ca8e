package org.wuyou.runtime.policies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.Text;
import org.wuyou.policy.model.Citation;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.model.Task;
import org.wuyou.policy.parse.Spot;

/** Where every clause and figure of a bundle lives, and which cases exercise it. */
final class CoverageViews {
  private CoverageViews() {}

  record PlaceView(String kind, String id, String file, int line, List<String> cases) {
    static PlaceView of(String kind, String id, Spot spot, List<String> cases) {
      return new PlaceView(kind, id, spot.file(), spot.line(), cases);
    }
  }

  record ClauseView(
      String clause, Text name, Task.Level level, boolean covered, List<PlaceView> places) {}

  record FigureView(String figure, List<PlaceView> places) {}

  record CoverageView(
      String bundle,
      int clauseCount,
      int coveredClauses,
      List<String> missing,
      List<ClauseView> clauses,
      List<FigureView> figures) {
    static CoverageView of(PolicyBundle bundle) {
      Places places = Places.of(bundle);
      List<ClauseView> clauses =
          bundle.administration().tasks().values().stream().map(places::clause).toList();
      List<String> missing =
          clauses.stream().filter(one -> !one.covered()).map(ClauseView::clause).toList();
      return new CoverageView(
          bundle.id(),
          clauses.size(),
          clauses.size() - missing.size(),
          missing,
          clauses,
          places.figures().entrySet().stream()
              .map(figure -> new FigureView(figure.getKey(), figure.getValue()))
              .toList());
    }
  }

  /** All places by clause and by figure. */
  private record Places(
      Map<String, List<PlaceView>> clauses, Map<String, List<PlaceView>> figures) {
    static Places of(PolicyBundle bundle) {
      Places places = new Places(new LinkedHashMap<>(), new TreeMap<>());
      Map<String, List<String>> cases = new LinkedHashMap<>();
      for (PolicyCase example : bundle.cases()) {
        cases.computeIfAbsent(example.rule(), rule -> new ArrayList<>()).add(example.name());
      }
      bundle
          .rules()
          .forEach(
              rule ->
                  places.add(
                      rule.head().citation(),
                      PlaceView.of(
                          kind(rule),
                          rule.id(),
                          rule.head().spot(),
                          cases.getOrDefault(rule.id(), List.of())),
                      rule instanceof Target ? List.of(rule.id()) : List.of()));
      bundle
          .parameters()
          .values()
          .forEach(
              parameter ->
                  places.add(
                      parameter.citation(),
                      PlaceView.of("PARAMETER", parameter.id(), parameter.spot(), List.of()),
                      List.of()));
      return places;
    }

    private static String kind(Rule rule) {
      return rule.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    private void add(Citation citation, PlaceView place, List<String> own) {
      clauses.computeIfAbsent(citation.clause(), clause -> new ArrayList<>()).add(place);
      own.forEach(id -> figures.computeIfAbsent(id, figure -> new ArrayList<>()).add(place));
      citation
          .figures()
          .forEach(id -> figures.computeIfAbsent(id, figure -> new ArrayList<>()).add(place));
    }

    /** A rule must be there with a case where a rule decides; elsewhere the task is enough. */
    ClauseView clause(Task task) {
      List<PlaceView> places = new ArrayList<>();
      places.add(PlaceView.of("TASK", task.id(), task.head().spot(), List.of()));
      places.addAll(clauses.getOrDefault(task.id(), List.of()));
      boolean covered =
          task.level() != Task.Level.RULE
              || places.stream().anyMatch(place -> !place.cases().isEmpty());
      return new ClauseView(task.id(), task.head().name(), task.level(), covered, places);
    }
  }
}

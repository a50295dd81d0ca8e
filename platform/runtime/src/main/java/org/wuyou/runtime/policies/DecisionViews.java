package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.evaluate.Ruling;
import org.wuyou.policy.record.Datum;
import org.wuyou.policy.record.FactRecord;

/** Decisions and their replay, in the shapes of the schema. */
final class DecisionViews {
  private DecisionViews() {}

  record LineView(String id, String state, @Nullable String value, @Nullable String requirement) {
    static LineView of(Ruling.Line line) {
      return new LineView(
          line.id(), line.state(), line.value().orElse(null), line.requirement().orElse(null));
    }
  }

  record RulingView(
      String outcome,
      @Nullable BigDecimal amount,
      @Nullable String shown,
      List<LineView> lines,
      List<String> missing) {
    static RulingView of(Ruling ruling) {
      return new RulingView(
          ruling.outcome(),
          ruling.amount().map(Exact::decimal).orElse(null),
          ruling.shown().orElse(null),
          ruling.lines().stream().map(LineView::of).toList(),
          SubjectViews.sorted(ruling.missing()));
    }
  }

  record FactView(String path, @Nullable String value) {}

  static List<FactView> facts(FactRecord record) {
    return values(record).entrySet().stream()
        .map(fact -> new FactView(fact.getKey(), fact.getValue()))
        .toList();
  }

  /** Values by path, null where the fact was missing. */
  static Map<String, @Nullable String> values(FactRecord record) {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    record
        .byPath()
        .forEach(
            (path, datum) ->
                values.put(path, datum.kind() == Datum.Kind.MISSING ? null : datum.text()));
    return values;
  }

  record DifferenceView(String what, @Nullable String kept, @Nullable String found) {}

  record ReplayView(
      boolean same,
      RulingView replayed,
      List<DifferenceView> differences,
      @Nullable RulingView today,
      List<DifferenceView> drift,
      List<DifferenceView> changedFacts) {}
}

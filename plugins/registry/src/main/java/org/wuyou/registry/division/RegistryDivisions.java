package org.wuyou.registry.division;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wuyou.registry.division.DivisionAnswer.Result;
import org.wuyou.spi.Call;
import org.wuyou.spi.data.Aggregation;
import org.wuyou.spi.data.Aggregation.Grain;
import org.wuyou.spi.data.Aggregation.GroupBy;
import org.wuyou.spi.data.Aggregation.Kind;
import org.wuyou.spi.data.Aggregation.Measure;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Group;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.data.Table;

/** How the registering authorities' division codes of all enterprises resolve; the rest is listed. */
public record RegistryDivisions(
    int enterprises,
    int missing,
    int inUse,
    int resolved,
    int unresolved,
    List<Unresolved> unresolvedCodes) {
  private static final String FIELD = "registryDivision";
  private static final int EXAMPLES = 10;

  /** A code that is in no revision, and who is registered under it. */
  public record Unresolved(String code, int enterprises, List<Row> examples) {}

  static RegistryDivisions of(Call call) {
    Table table = call.snapshot().table("Enterprise");
    Aggregation byCode =
        new Aggregation(
            Condition.ALL,
            List.of(new GroupBy(FIELD, Grain.VALUE)),
            List.of(new Measure(Kind.COUNT, null, null)));
    Map<Result, Integer> counts = new EnumMap<>(Result.class);
    List<Unresolved> unresolved = new ArrayList<>();
    for (Group group : table.aggregate(byCode)) {
      String code = (String) group.keys().getFirst();
      Object counted = group.values().getFirst();
      int count = counted instanceof Long number ? Math.toIntExact(number) : 0;
      Result result = DivisionHistory.resolve(call.snapshot(), code, call.asOf()).result();
      counts.merge(result, count, Integer::sum);
      if (result == Result.UNKNOWN && code != null) {
        unresolved.add(new Unresolved(code, count, examples(table, code)));
      }
    }
    return new RegistryDivisions(
        table.size(),
        counts.getOrDefault(Result.MISSING, 0),
        counts.getOrDefault(Result.IN_USE, 0),
        counts.getOrDefault(Result.SUCCEEDED, 0)
            + counts.getOrDefault(Result.PRECEDED, 0)
            + counts.getOrDefault(Result.RAISED, 0),
        counts.getOrDefault(Result.UNKNOWN, 0),
        List.copyOf(unresolved));
  }

  private static List<Row> examples(Table table, String code) {
    var page = table.select(Selection.first(EXAMPLES, Condition.eq(FIELD, code)));
    List<Row> rows = new ArrayList<>();
    for (int position : page.positions()) {
      rows.add(table.row(position));
    }
    return List.copyOf(rows);
  }
}

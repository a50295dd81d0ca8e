package org.wuyou.store.migrate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.store.MigrationPlan.Kind;
import org.wuyou.store.MigrationPlan.Risk;
import org.wuyou.store.MigrationPlan.Step;
import org.wuyou.store.disk.TableSchema;
import org.wuyou.store.table.Layout;
import org.wuyou.store.table.LiveTable;
import org.wuyou.store.table.Relayout;
import org.wuyou.store.table.TableState;

/** Holds the rows there are against what the next declaration demands of them. */
record Constraints(
    Map<String, TableSchema> schemas, Map<String, LiveTable> tables, List<Step> steps) {

  void check(TableTarget target) {
    EntityType type = target.type();
    LiveTable table = target.from() == null ? null : tables.get(target.from());
    if (type == null || table == null || table.state().size() == 0) {
      return;
    }
    TableState state = table.state();
    Layout layout = Layout.of(type.name(), type, target.schema().columns());
    for (int i = 0; i < layout.uniques().size(); i++) {
      List<Integer> columns = layout.uniques().get(i);
      List<Relayout.@Nullable Origin> origins =
          columns.stream().map(target.columns()::get).toList();
      boolean same =
          origins.stream().allMatch(o -> o != null && o.conversion() == null)
              && known(target, origins);
      if (!same) {
        unique(type, layout, columns, origins, state, i == 0 && layout.keyed());
      }
    }
    for (Field field : type.storedFields()) {
      if (field.required()) {
        required(type, field, target.columns().get(layout.column(field.name())), state);
      }
    }
  }

  /** Whether the rows were held to this set of columns before. */
  private boolean known(TableTarget target, List<Relayout.@Nullable Origin> origins) {
    TableSchema before = Objects.requireNonNull(schemas.get(Objects.requireNonNull(target.from())));
    List<String> names =
        origins.stream()
            .map(o -> before.columns().get(Objects.requireNonNull(o).column()).name())
            .toList();
    return before.uniques().contains(names);
  }

  private static @Nullable Object cell(
      TableState state, int position, Relayout.@Nullable Origin origin) {
    Object cell = origin == null ? null : state.cell(position, origin.column());
    return cell == null || origin == null || origin.conversion() == null
        ? cell
        : origin.conversion().apply(cell);
  }

  private static boolean lacking(TableState state, int position, Relayout.@Nullable Origin origin) {
    return origin == null
        || state.isNull(position, origin.column())
        || (origin.conversion() != null && cell(state, position, origin) == null);
  }

  private void unique(
      EntityType type,
      Layout layout,
      List<Integer> columns,
      List<Relayout.@Nullable Origin> origins,
      TableState state,
      boolean key) {
    Set<List<@Nullable Object>> seen = new HashSet<>();
    int bad = 0;
    for (int position = 0; position < state.limit(); position++) {
      if (state.live(position)) {
        List<@Nullable Object> tuple = new ArrayList<>();
        for (Relayout.Origin origin : origins) {
          tuple.add(cell(state, position, origin));
        }
        bad += tuple.contains(null) ? (key ? 1 : 0) : seen.add(tuple) ? 0 : 1;
      }
    }
    String names = String.join(", ", columns.stream().map(c -> layout.at(c).name()).toList());
    if (bad > 0) {
      steps.add(
          new Step(
              Kind.UNIQUE,
              type.name(),
              names,
              Risk.BLOCKED,
              bad,
              new Label(
                  names + " 应唯一，但现有 " + bad + " 行重复或缺失；请先更正这些行",
                  names
                      + " must be unique, but "
                      + bad
                      + " rows share or lack a value; mend them first")));
    }
  }

  private void required(
      EntityType type, Field field, Relayout.@Nullable Origin origin, TableState state) {
    int missing = 0;
    for (int position = 0; position < state.limit(); position++) {
      missing += state.live(position) && lacking(state, position, origin) ? 1 : 0;
    }
    if (missing > 0) {
      steps.add(
          new Step(
              Kind.REQUIRE,
              type.name(),
              field.name(),
              Risk.SAFE,
              missing,
              new Label(
                  "字段 " + field.name() + " 必填，现有 " + missing + " 行无值；这些行保留，下次修改时须补填",
                  field.name()
                      + " is required and "
                      + missing
                      + " rows lack it; they stay, to be completed when next changed")));
    }
  }
}

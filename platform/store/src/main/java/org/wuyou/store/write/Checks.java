package org.wuyou.store.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Violation;
import org.wuyou.spi.model.Field;
import org.wuyou.store.column.TextList;
import org.wuyou.store.table.Column;
import org.wuyou.store.table.RowImage;
import org.wuyou.store.table.Values;

/** The modules' own rules on the rows that a transaction leaves. */
record Checks(Map<String, List<RowCheck>> byEntity) {

  boolean concern(Draft draft) {
    return draft.touched().keySet().stream().anyMatch(byEntity::containsKey);
  }

  /** Puts errors into one list and warnings into the other. */
  void run(Draft draft, Snapshot before, List<Violation> errors, List<Violation> warnings) {
    draft
        .touched()
        .forEach(
            (entity, table) -> {
              for (RowImage image : byEntity.containsKey(entity) ? table.images() : List.<RowImage>of()) {
                if (image.live()) {
                  run(entity, table, image, before, errors, warnings);
                }
              }
            });
  }

  private void run(
      String entity,
      DraftTable table,
      RowImage image,
      Snapshot before,
      List<Violation> errors,
      List<Violation> warnings) {
    Map<String, @Nullable Object> values = values(table, image, before);
    for (RowCheck check : Objects.requireNonNull(byEntity.get(entity))) {
      for (RowCheck.Fault fault : check.check(values, before)) {
        List<String> path = fault.field().isEmpty() ? List.of() : List.of(fault.field().split("\\."));
        Violation violation =
            new Violation(
                table.changeOf(image.position()),
                fault.code(),
                path,
                path.isEmpty() ? null : values.get(path.getFirst()),
                fault.message());
        (fault.severity() == RowCheck.Severity.ERROR ? errors : warnings).add(violation);
      }
    }
  }

  private static Map<String, @Nullable Object> values(DraftTable table, RowImage image, Snapshot before) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Field field : table.layout().declaration().storedFields()) {
      int index = table.layout().column(field.name());
      Object cell = image.cells()[index];
      boolean changed = !table.base().live(image.position()) || !Objects.equals(cell, table.base().cell(image.position(), index));
      values.put(field.name(), cell == null ? null : value(table.layout().at(index), cell, changed, before));
    }
    return values;
  }

  private static Object value(Column column, Object cell, boolean changed, Snapshot before) {
    String target = column.target();
    if (column.list()) {
      List<Object> elements = new ArrayList<>();
      for (String element : TextList.split((String) cell)) {
        Object value = Values.elementValue(column.type(), element);
        elements.add(target == null ? value : RowKey.id((Long) value));
      }
      return List.copyOf(elements);
    }
    if (column.coded()) {
      return cell;
    }
    if (target == null) {
      return Values.value(column.type(), (Long) cell);
    }
    int position = (int) (long) (Long) cell;
    return changed ? RowKey.id(position + 1L) : before.table(target).row(position);
  }
}

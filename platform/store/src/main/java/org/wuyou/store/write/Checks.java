package org.wuyou.store.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
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

  /** Puts what the modules derive into the rows, as if it had been written. */
  void complete(Draft draft, Snapshot before, CellReader cells, List<Violation> errors) {
    concerned(
        draft,
        errors,
        (table, image) -> {
          @Nullable Object[] row = image.cells().clone();
          int change = table.changeOf(image.position());
          for (RowCheck check : checks(table)) {
            Map<String, @Nullable Object> values = values(table, row, image.position(), before);
            check
                .complete(values, before)
                .forEach(
                    (name, value) -> {
                      Field field = table.layout().declaration().field(name);
                      row[table.layout().column(name)] =
                          value == null
                              ? null
                              : cells.read(draft, field, value, new Faults(change, errors));
                    });
          }
          if (!Arrays.equals(row, image.cells())) {
            table.put(new RowImage(image.position(), image.version(), row), change);
          }
        });
  }

  /** Puts errors into one list and warnings into the other. */
  void run(Draft draft, Snapshot before, List<Violation> errors, List<Violation> warnings) {
    List<Violation> found = new ArrayList<>();
    concerned(
        draft,
        errors,
        (table, image) -> {
          Map<String, @Nullable Object> values =
              values(table, image.cells(), image.position(), before);
          int change = table.changeOf(image.position());
          for (RowCheck check : checks(table)) {
            for (RowCheck.Fault fault : check.check(values, before)) {
              boolean error = fault.severity() == RowCheck.Severity.ERROR;
              (error ? found : warnings).add(violation(change, fault, values));
            }
          }
        });
    errors.addAll(found);
  }

  /**
   * Each row that a rule concerns and that is whole: what is wrong with the others is already
   * known.
   */
  private void concerned(
      Draft draft, List<Violation> errors, BiConsumer<DraftTable, RowImage> action) {
    Set<Integer> faulty = errors.stream().map(Violation::change).collect(Collectors.toSet());
    draft
        .touched()
        .forEach(
            (entity, table) -> {
              for (RowImage image :
                  byEntity.containsKey(entity) ? table.images() : List.<RowImage>of()) {
                if (image.live() && !faulty.contains(table.changeOf(image.position()))) {
                  action.accept(table, image);
                }
              }
            });
  }

  private List<RowCheck> checks(DraftTable table) {
    return Objects.requireNonNull(byEntity.get(table.layout().entity()));
  }

  private static Violation violation(
      int change, RowCheck.Fault fault, Map<String, @Nullable Object> values) {
    List<String> path = fault.field().isEmpty() ? List.of() : List.of(fault.field().split("\\."));
    Object value = path.isEmpty() ? null : values.get(path.getFirst());
    return new Violation(change, fault.code(), path, value, fault.message());
  }

  private static Map<String, @Nullable Object> values(
      DraftTable table, @Nullable Object[] cells, int position, Snapshot before) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Field field : table.layout().declaration().storedFields()) {
      int index = table.layout().column(field.name());
      Object cell = cells[index];
      boolean changed =
          !table.base().live(position) || !Objects.equals(cell, table.base().cell(position, index));
      values.put(
          field.name(),
          cell == null ? null : value(table.layout().at(index), cell, changed, before));
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

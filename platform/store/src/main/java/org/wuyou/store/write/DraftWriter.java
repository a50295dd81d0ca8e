package org.wuyou.store.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult.Effect;
import org.wuyou.spi.data.CommitResult.Outcome;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.data.Violation;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.store.table.RowImage;

/** Carries the changes of one transaction out on its draft, gathering all that is wrong. */
final class DraftWriter {
  private final Draft draft;
  private final CellReader cells;
  private final List<Violation> violations = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  DraftWriter(Draft draft, CellReader cells) {
    this.draft = draft;
    this.cells = cells;
  }

  List<Violation> violations() {
    return violations;
  }

  List<Outcome> outcomes() {
    return outcomes;
  }

  void write(Transaction transaction) {
    for (int i = 0; i < transaction.changes().size(); i++) {
      Change change = transaction.changes().get(i);
      DraftTable table = draft.table(change.entity());
      Faults faults = new Faults(i, violations);
      Outcome outcome =
          switch (change) {
            case Change.Insert insert -> insert(table, insert.values(), i, faults);
            case Change.Update update -> update(table, update, i, faults);
            case Change.Upsert upsert -> upsert(table, upsert.values(), i, faults);
            case Change.Remove remove -> remove(table, remove, i, faults);
          };
      outcomes.add(outcome);
    }
  }

  private Outcome insert(
      DraftTable table, Map<String, @Nullable Object> values, int change, Faults faults) {
    @Nullable Object[] row = new @Nullable Object[table.layout().columns().size()];
    int before = violations.size();
    assign(table, row, values, faults);
    EntityType type = table.layout().declaration();
    for (Field field : type.storedFields()) {
      boolean needed = field.required() || type.key().contains(field.name());
      if (needed && values.get(field.name()) == null) {
        faults.required(field);
      }
    }
    if (violations.size() > before) {
      return new Outcome(Effect.CREATED, 0);
    }
    int position = table.nextPosition();
    table.put(new RowImage(position, 1, row), change);
    return new Outcome(Effect.CREATED, position + 1L);
  }

  private void assign(
      DraftTable table,
      @Nullable Object[] row,
      Map<String, @Nullable Object> values,
      Faults faults) {
    EntityType type = table.layout().declaration();
    values.forEach(
        (name, value) -> {
          Field field = type.field(name);
          int column = table.layout().column(name);
          row[column] = value == null ? null : cells.read(draft, field, value, faults);
        });
  }

  private Outcome update(DraftTable table, Change.Update update, int change, Faults faults) {
    int position = draft.find(update.entity(), update.target());
    if (position < 0) {
      faults.notFound(update.target());
      return new Outcome(Effect.UNCHANGED, 0);
    }
    Long expected = update.expectedVersion();
    if (expected != null && expected != table.version(position)) {
      faults.versionConflict(expected, table.version(position));
      return new Outcome(Effect.UNCHANGED, position + 1L);
    }
    return change(table, position, update.values(), change, faults);
  }

  private Outcome change(
      DraftTable table,
      int position,
      Map<String, @Nullable Object> values,
      int change,
      Faults faults) {
    @Nullable Object[] before = table.cells(position);
    @Nullable Object[] row = before.clone();
    assign(table, row, values, faults);
    EntityType type = table.layout().declaration();
    values.forEach(
        (name, value) -> {
          Field field = type.field(name);
          if (value == null && (field.required() || type.key().contains(name))) {
            faults.required(field);
          }
        });
    if (Arrays.equals(before, row)) {
      return new Outcome(Effect.UNCHANGED, position + 1L);
    }
    // However often a transaction changes a row, that is one new version.
    RowImage earlier = table.image(position);
    long version = earlier == null ? table.version(position) + 1 : earlier.version();
    table.put(new RowImage(position, version, row), change);
    return new Outcome(Effect.UPDATED, position + 1L);
  }

  private Outcome upsert(
      DraftTable table, Map<String, @Nullable Object> values, int change, Faults faults) {
    EntityType type = table.layout().declaration();
    if (!table.layout().keyed()) {
      throw new IllegalArgumentException(type.name() + " has no key to upsert by");
    }
    List<@Nullable Object> key = new ArrayList<>();
    List<Violation> hidden = new ArrayList<>();
    for (String name : type.key()) {
      Object value = values.get(name);
      Object cell =
          value == null
              ? null
              : cells.read(draft, type.field(name), value, new Faults(change, hidden));
      if (cell == null) {
        // What is wrong with the key is told by the insertion.
        return insert(table, values, change, faults);
      }
      key.add(cell);
    }
    int position = table.findKey(key);
    return position < 0
        ? insert(table, values, change, faults)
        : change(table, position, values, change, faults);
  }

  private Outcome remove(DraftTable table, Change.Remove remove, int change, Faults faults) {
    RowKey target = remove.target();
    int position = draft.find(remove.entity(), target);
    if (position < 0) {
      faults.notFound(target);
      return new Outcome(Effect.UNCHANGED, 0);
    }
    Long expected = remove.expectedVersion();
    if (expected != null && expected != table.version(position)) {
      faults.versionConflict(expected, table.version(position));
      return new Outcome(Effect.UNCHANGED, position + 1L);
    }
    table.put(RowImage.removed(position, table.layout().columns().size()), change);
    return new Outcome(Effect.REMOVED, position + 1L);
  }
}

package org.wuyou.store.write;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Violation;
import org.wuyou.spi.model.Field;
import org.wuyou.store.column.TextList;
import org.wuyou.store.table.Column;
import org.wuyou.store.table.RowImage;
import org.wuyou.store.table.TableState;
import org.wuyou.store.table.Values;

/**
 * What must hold between rows when a transaction ends: uniqueness, and no reference to a removed
 * row.
 */
record Integrity(Draft draft, List<Violation> violations) {

  void check() {
    draft.touched().values().forEach(this::uniques);
    draft
        .touched()
        .forEach(
            (entity, table) -> {
              TreeSet<Integer> removed = new TreeSet<>();
              for (RowImage image : table.images()) {
                if (!image.live() && table.base().live(image.position())
                    || !image.live() && image.position() >= table.base().limit()) {
                  removed.add(image.position());
                }
              }
              if (!removed.isEmpty()) {
                references(entity, table, removed);
              }
            });
  }

  private void uniques(DraftTable table) {
    for (int unique = 0; unique < table.layout().uniques().size(); unique++) {
      Map<List<@Nullable Object>, Integer> seen = new HashMap<>();
      for (RowImage image : table.images()) {
        List<@Nullable Object> tuple =
            image.live() ? table.tuple(image.position(), unique) : List.of();
        if (tuple.isEmpty() || tuple.contains(null)) {
          continue;
        }
        Integer other = seen.putIfAbsent(tuple, image.position());
        int base = other != null ? -1 : table.base().findCells(unique, tuple);
        // A row of the base that this transaction changed is judged by what it is now.
        boolean taken =
            other != null || (base >= 0 && base != image.position() && table.image(base) == null);
        if (taken) {
          notUnique(table, unique, image, tuple);
        }
      }
    }
  }

  private void notUnique(
      DraftTable table, int unique, RowImage image, List<@Nullable Object> tuple) {
    List<Field> fields = new ArrayList<>();
    List<Object> shown = new ArrayList<>();
    for (int i = 0; i < tuple.size(); i++) {
      Column column = table.layout().at(table.layout().uniques().get(unique).get(i));
      fields.add(table.layout().declaration().field(column.name()));
      Object cell = Objects.requireNonNull(tuple.get(i));
      shown.add(
          column.coded()
              ? cell
              : column.reference() ? (Long) cell + 1 : Values.value(column.type(), (Long) cell));
    }
    new Faults(table.changeOf(image.position()), violations).notUnique(fields, shown);
  }

  private void references(String entity, DraftTable target, Set<Integer> removed) {
    for (String name : draft.states().keySet()) {
      DraftTable sources = draft.kept(name);
      for (int column = 0; column < sources.layout().columns().size(); column++) {
        Column declared = sources.layout().at(column);
        if (entity.equals(declared.target())) {
          Map<Integer, Set<Integer>> found = new HashMap<>();
          if (declared.list()) {
            listed(sources, column, removed, found);
          } else {
            direct(sources, column, removed, found);
          }
          found.forEach(
              (position, rows) ->
                  new Faults(target.changeOf(position), violations)
                      .stillReferenced(name, declared.name(), position + 1L, rows.size()));
        }
      }
    }
  }

  private static void direct(
      DraftTable sources, int column, Set<Integer> removed, Map<Integer, Set<Integer>> found) {
    TableState base = sources.base();
    for (int target : removed) {
      for (int source : base.referencesBy(column).sources(target)) {
        if (sources.image(source) == null) {
          found.computeIfAbsent(target, t -> new HashSet<>()).add(source);
        }
      }
    }
    for (RowImage image : sources.images()) {
      Object cell = image.cells()[column];
      if (cell instanceof Long target && removed.contains((int) (long) target)) {
        found.computeIfAbsent((int) (long) target, t -> new HashSet<>()).add(image.position());
      }
    }
  }

  private static void listed(
      DraftTable sources, int column, Set<Integer> removed, Map<Integer, Set<Integer>> found) {
    TableState base = sources.base();
    Map<Integer, BitSet> holders = new HashMap<>();
    for (int code = 0; code < base.dictionary(column).size(); code++) {
      for (int target : targets(base.dictionary(column).text(code), removed)) {
        holders.computeIfAbsent(target, t -> new BitSet()).set(code);
      }
    }
    for (int source = 0; source < base.limit() && !holders.isEmpty(); source++) {
      if (base.live(source) && sources.image(source) == null && !base.isNull(source, column)) {
        int code = (int) base.longAt(source, column);
        for (Map.Entry<Integer, BitSet> holder : holders.entrySet()) {
          if (holder.getValue().get(code)) {
            found.computeIfAbsent(holder.getKey(), t -> new HashSet<>()).add(source);
          }
        }
      }
    }
    for (RowImage image : sources.images()) {
      if (image.cells()[column] instanceof String list) {
        for (int target : targets(list, removed)) {
          found.computeIfAbsent(target, t -> new HashSet<>()).add(image.position());
        }
      }
    }
  }

  private static List<Integer> targets(String list, Set<Integer> removed) {
    return TextList.split(list).stream()
        .map(id -> (int) (Long.parseLong(id) - 1))
        .filter(removed::contains)
        .toList();
  }
}

package org.wuyou.gateway.files.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.files.Finding;
import org.wuyou.gateway.files.cell.CellReader;
import org.wuyou.gateway.files.cell.Reading;
import org.wuyou.gateway.files.column.Column;
import org.wuyou.gateway.files.column.Leaf;
import org.wuyou.gateway.files.sheet.Cell;
import org.wuyou.gateway.files.sheet.Line;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

/** Makes drafts of lines: every cell with a home is read, and references are put together. */
final class RowReader {
  private final EntityType entity;
  private final Model model;
  private final CellReader cells;
  private final Table table;
  private final boolean emptyClears;

  RowReader(EntityType entity, Model model, Table table, boolean emptyClears) {
    this.entity = entity;
    this.model = model;
    this.cells = new CellReader(model);
    this.table = table;
    this.emptyClears = emptyClears;
  }

  Draft read(Line line) {
    Map<List<Field>, Object> found = new HashMap<>();
    List<Finding> errors = new ArrayList<>(table.misshapen(line));
    List<Finding> warnings = new ArrayList<>();
    if (errors.isEmpty()) {
      for (Column column : table.plan().columns()) {
        read(line, column, found, errors, warnings);
      }
      errors.addAll(table.shifted(line, errors));
    }
    Map<String, @Nullable Object> values = errors.isEmpty() ? values(found) : Map.of();
    List<Object> key = key(values);
    if (errors.isEmpty() && key.size() < entity.key().size()) {
      errors.addAll(keyMissing(line, values));
    }
    return new Draft(line, key, values, errors, warnings);
  }

  private void read(
      Line line,
      Column column,
      Map<List<Field>, Object> found,
      List<Finding> errors,
      List<Finding> warnings) {
    Cell cell = line.cell(column.index());
    switch (cells.read(cell, column)) {
      case Reading.Blank blank -> {}
      case Reading.Value(Object value, List<Reading.Remark> remarks) -> {
        found.put(column.leaf().path(), value);
        for (Reading.Remark remark : remarks) {
          warnings.add(finding(line, column, cell, remark.code(), remark.message()));
        }
      }
      case Reading.Unknown(Reading.Remark remark) ->
          warnings.add(finding(line, column, cell, remark.code(), remark.message()));
      case Reading.Bad(String code, Label message) ->
          errors.add(finding(line, column, cell, code, message));
    }
  }

  private static Finding finding(Line line, Column column, Cell cell, String code, Label message) {
    return new Finding(line.number(), column.header(), cell.shown(), code, message);
  }

  private Map<String, @Nullable Object> values(Map<List<Field>, Object> found) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Column column : table.plan().columns()) {
      Leaf leaf = column.leaf();
      String name = leaf.root().name();
      if (values.containsKey(name)) {
        continue;
      }
      Object value = assemble(leaf.path().subList(0, 1), found);
      if (value != null || (emptyClears && !leaf.root().required())) {
        values.put(name, value);
      }
    }
    return values;
  }

  /** The value at a path; of a reference the key, or null if a part of it is missing. */
  private @Nullable Object assemble(List<Field> path, Map<List<Field>, Object> found) {
    if (!(path.getLast().type() instanceof ValueType.Reference(String target))) {
      return found.get(path);
    }
    EntityType type = model.entity(target);
    List<Object> parts = new ArrayList<>();
    for (String name : type.key()) {
      List<Field> deeper = new ArrayList<>(path);
      deeper.add(type.field(name));
      Object part = assemble(deeper, found);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return new RowKey.ByKey(parts);
  }

  private List<Object> key(Map<String, @Nullable Object> values) {
    List<Object> key = new ArrayList<>();
    for (String name : entity.key()) {
      Object value = values.get(name);
      if (value != null) {
        key.add(value);
      }
    }
    return key;
  }

  private List<Finding> keyMissing(Line line, Map<String, @Nullable Object> values) {
    List<Finding> missing = new ArrayList<>();
    for (String name : entity.key()) {
      if (values.get(name) == null) {
        missing.add(
            new Finding(
                line.number(),
                table.headerOf(name),
                "",
                "KEY_MISSING",
                new Label(
                    "“"
                        + entity.field(name).label().zh()
                        + "”为空，无法辨认这一行；请逐行填写（合并的单元格请先取消合并），不用的行请删除。",
                    "\""
                        + entity.field(name).label().en()
                        + "\" is empty, so the row cannot be told from others; fill it in on every row (split merged cells first) or delete the row.")));
      }
    }
    return missing;
  }
}

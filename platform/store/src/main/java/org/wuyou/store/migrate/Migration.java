package org.wuyou.store.migrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;
import org.wuyou.store.MigrationPlan;
import org.wuyou.store.MigrationPlan.Kind;
import org.wuyou.store.MigrationPlan.Risk;
import org.wuyou.store.MigrationPlan.Step;
import org.wuyou.store.disk.TableSchema;
import org.wuyou.store.table.Column;
import org.wuyou.store.table.Layout;
import org.wuyou.store.table.LiveTable;
import org.wuyou.store.table.Relayout;

/**
 * Works out what a next model does to the tables there are, and makes the tables that follow it.
 */
public final class Migration {
  private final Model next;
  private final Map<String, TableSchema> schemas;
  private final Map<String, LiveTable> tables;
  private final Map<String, String> renamed = new HashMap<>();
  private final Set<String> owners = new HashSet<>();
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, TableTarget> targets = new LinkedHashMap<>();

  public Migration(Model next, Map<String, TableSchema> schemas, Map<String, LiveTable> tables) {
    this.next = next;
    this.schemas = schemas;
    this.tables = tables;
    for (EntityType type : next.entities().values()) {
      owners.add(type.owner());
      type.fields().values().forEach(field -> owners.add(field.owner()));
      type.renamedFrom()
          .filter(
              old ->
                  !schemas.containsKey(type.name())
                      && schemas.containsKey(old)
                      && !next.entities().containsKey(old))
          .ifPresent(old -> renamed.put(old, type.name()));
    }
    next.entities().values().forEach(this::declared);
    schemas.values().stream()
        .filter(
            schema ->
                !next.entities().containsKey(schema.entity())
                    && !renamed.containsKey(schema.entity()))
        .forEach(this::absent);
    Constraints constraints = new Constraints(schemas, tables, steps);
    targets.values().forEach(constraints::check);
  }

  public MigrationPlan plan() {
    return new MigrationPlan(next, steps);
  }

  /** The tables under the next model. */
  public Map<String, LiveTable> carryOut() {
    Map<String, LiveTable> result = new LinkedHashMap<>();
    targets.forEach(
        (entity, target) -> {
          Layout layout = Layout.of(entity, target.type(), target.schema().columns());
          LiveTable old = target.from() == null ? null : tables.get(target.from());
          result.put(entity, moved(old, layout, target));
        });
    return result;
  }

  private static LiveTable moved(@Nullable LiveTable old, Layout layout, TableTarget target) {
    if (old == null) {
      return LiveTable.empty(layout);
    }
    return old.state().layout().equals(layout) ? old : Relayout.move(old, layout, target.columns());
  }

  /** Schemas that differ from those kept. */
  public List<TableSchema> changedSchemas() {
    return targets.values().stream()
        .map(TableTarget::schema)
        .filter(schema -> !schema.equals(schemas.get(schema.entity())))
        .toList();
  }

  /** New names of entities by their old ones. */
  public Map<String, String> renamed() {
    return renamed;
  }

  /** Entities all of whose rows must be written anew. */
  public List<String> rewritten() {
    return targets.entrySet().stream()
        .filter(e -> e.getValue().rewritten())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<List<String>> uniques(EntityType type) {
    List<List<String>> uniques = new ArrayList<>();
    if (!type.key().isEmpty()) {
      uniques.add(type.key());
    }
    uniques.addAll(type.uniques());
    return uniques;
  }

  private void step(
      Kind kind, String entity, String field, Risk risk, int rows, String zh, String en) {
    steps.add(new Step(kind, entity, field, risk, rows, new Label(zh, en)));
  }

  private void declared(EntityType type) {
    String old =
        schemas.containsKey(type.name())
            ? type.name()
            : type.renamedFrom().filter(renamed::containsKey).orElse(null);
    TableSchema schema = old == null ? null : schemas.get(old);
    if (schema == null) {
      step(
          Kind.ADD_ENTITY,
          type.name(),
          "",
          Risk.SAFE,
          0,
          "新增实体 " + type.name(),
          "adds the entity " + type.name());
      schema = new TableSchema(type.name(), type.owner(), 1, List.of(), List.of());
    } else if (!type.name().equals(old)) {
      step(
          Kind.RENAME_ENTITY,
          type.name(),
          "",
          Risk.SAFE,
          rows(old),
          "实体 " + old + " 改名为 " + type.name(),
          "renames the entity " + old + " to " + type.name());
    } else if (!schema.columns().isEmpty()
        && schema.columns().stream().noneMatch(Column::declared)) {
      step(
          Kind.ENTITY_RETURNS,
          type.name(),
          "",
          Risk.SAFE,
          rows(old),
          "实体 " + old + " 的数据恢复可用",
          "the data of " + old + " answers again");
    }
    new Fields(type, schema, old).work();
  }

  private int rows(@Nullable String entity) {
    LiveTable table = entity == null ? null : tables.get(entity);
    return table == null ? 0 : table.state().size();
  }

  private void absent(TableSchema schema) {
    if (schema.columns().stream().anyMatch(Column::declared)) {
      step(
          Kind.ENTITY_ABSENT,
          schema.entity(),
          "",
          Risk.SAFE,
          rows(schema.entity()),
          "实体 " + schema.entity() + " 不再声明；数据保留",
          "the entity " + schema.entity() + " is no longer declared; its data is kept");
    }
    List<Column> columns = new ArrayList<>();
    Map<Integer, Relayout.Origin> origins = new HashMap<>();
    for (Column column : schema.columns()) {
      origins.put(columns.size(), new Relayout.Origin(columns.size(), null));
      columns.add(retarget(column.declared(false)));
    }
    TableSchema kept =
        new TableSchema(
            schema.entity(), schema.owner(), schema.nextNumber(), columns, schema.uniques());
    targets.put(schema.entity(), new TableTarget(schema.entity(), null, kept, origins, false));
  }

  /** References follow an entity that is renamed. */
  private Column retarget(Column column) {
    String target = column.target();
    String now = target == null ? null : renamed.get(target);
    return now == null
        ? column
        : new Column(
            column.number(),
            column.name(),
            new ValueType.Reference(now),
            column.list(),
            column.owner(),
            column.declared());
  }

  /** The columns of one declared entity. */
  private final class Fields {
    private final EntityType type;
    private final TableSchema schema;
    private final @Nullable String old;
    private final List<Column> columns = new ArrayList<>();
    private final Map<Integer, Relayout.Origin> origins = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private int nextNumber;
    private boolean rewritten;

    Fields(EntityType type, TableSchema schema, @Nullable String old) {
      this.type = type;
      this.schema = schema;
      this.old = old;
      this.nextNumber = schema.nextNumber();
    }

    void work() {
      for (Field field : type.storedFields()) {
        int before = find(field);
        if (before < 0) {
          add(field);
        } else {
          keep(field, before);
        }
      }
      for (int i = 0; i < schema.columns().size(); i++) {
        if (!taken.contains(i)) {
          left(schema.columns().get(i), i);
        }
      }
      TableSchema target =
          new TableSchema(type.name(), type.owner(), nextNumber, columns, uniques(type));
      targets.put(type.name(), new TableTarget(old, type, target, origins, rewritten));
    }

    private int find(Field field) {
      int byName = indexOf(field.name());
      return byName >= 0 ? byName : field.renamedFrom().map(this::indexOf).orElse(-1);
    }

    private int indexOf(String name) {
      for (int i = 0; i < schema.columns().size(); i++) {
        if (schema.columns().get(i).name().equals(name) && !taken.contains(i)) {
          return i;
        }
      }
      return -1;
    }

    private void add(Field field) {
      if (old != null) {
        step(
            Kind.ADD_FIELD,
            type.name(),
            field.name(),
            Risk.SAFE,
            rows(old),
            "新增字段 " + field.name(),
            "adds the field " + field.name());
      }
      columns.add(
          new Column(nextNumber++, field.name(), field.type(), field.list(), field.owner(), true));
    }

    private void keep(Field field, int before) {
      taken.add(before);
      Column column = schema.columns().get(before);
      if (!column.name().equals(field.name())) {
        step(
            Kind.RENAME_FIELD,
            type.name(),
            field.name(),
            Risk.SAFE,
            rows(old),
            "字段 " + column.name() + " 改名为 " + field.name(),
            "renames the field " + column.name() + " to " + field.name());
      } else if (!column.declared() && schema.columns().stream().anyMatch(Column::declared)) {
        step(
            Kind.FIELD_RETURNS,
            type.name(),
            field.name(),
            Risk.SAFE,
            rows(old),
            "字段 " + field.name() + " 的数据恢复可用",
            "the data of " + field.name() + " answers again");
      }
      Column same =
          new Column(
              column.number(), field.name(), field.type(), field.list(), field.owner(), true);
      boolean sameForm =
          retarget(column).type().equals(field.type()) && column.list() == field.list();
      boolean enumeration = field.type() instanceof ValueType.Enumeration;
      if (sameForm && (!enumeration || unknownValues(before, same) == 0)) {
        origins.put(columns.size(), new Relayout.Origin(before, null));
        columns.add(same);
      } else {
        convert(field, before);
      }
    }

    private int unknownValues(int before, Column same) {
      return new Losses(Objects.requireNonNull(tables.get(Objects.requireNonNull(old))))
          .texts(before, new Conversion(same, same, next.enums()));
    }

    private void convert(Field field, int before) {
      Column from = schema.columns().get(before);
      Column to =
          new Column(nextNumber++, field.name(), field.type(), field.list(), field.owner(), true);
      Conversion conversion = new Conversion(from, to, next.enums());
      int lost =
          new Losses(Objects.requireNonNull(tables.get(Objects.requireNonNull(old))))
              .rows(before, conversion);
      step(
          Kind.CONVERT_FIELD,
          type.name(),
          field.name(),
          lost == 0 ? Risk.SAFE : Risk.LOSSY,
          lost == 0 ? rows(old) : lost,
          lost == 0
              ? "字段 " + field.name() + " 换为新类型，数值不变"
              : "字段 " + field.name() + " 换为新类型，" + lost + " 行的值无法保留",
          lost == 0
              ? "takes the field " + field.name() + " to its new type, every value as it is"
              : "takes the field "
                  + field.name()
                  + " to its new type; "
                  + lost
                  + " rows lose their value");
      origins.put(
          columns.size(),
          new Relayout.Origin(before, cell -> cell == null ? null : conversion.convert(cell)));
      columns.add(to);
      rewritten = true;
    }

    /** A column that the next declaration does not name. */
    private void left(Column column, int before) {
      boolean moduleGone = !owners.contains(column.owner());
      int values =
          new Losses(Objects.requireNonNull(tables.get(Objects.requireNonNull(old))))
              .values(before);
      if (moduleGone) {
        if (column.declared()) {
          step(
              Kind.FIELD_ABSENT,
              type.name(),
              column.name(),
              Risk.SAFE,
              values,
              "字段 " + column.name() + " 所属模块 " + column.owner() + " 不在；数据保留",
              "the module "
                  + column.owner()
                  + " of the field "
                  + column.name()
                  + " is absent; its data is kept");
        }
        origins.put(columns.size(), new Relayout.Origin(before, null));
        columns.add(retarget(column.declared(false)));
      } else {
        step(
            Kind.DROP_FIELD,
            type.name(),
            column.name(),
            values == 0 ? Risk.SAFE : Risk.LOSSY,
            values,
            "删除字段 " + column.name() + "（" + values + " 行有值）",
            "drops the field " + column.name() + ", which has a value in " + values + " rows");
      }
    }
  }
}

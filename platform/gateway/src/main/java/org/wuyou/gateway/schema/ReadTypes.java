package org.wuyou.gateway.schema;

import static org.wuyou.gateway.schema.SchemaDraft.describe;

import org.wuyou.gateway.fetch.Connection;
import org.wuyou.gateway.fetch.Figures;
import org.wuyou.gateway.fetch.RowFields;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

/** Entities as objects, their connections, and the queries that give them. */
final class ReadTypes {
  static final String UNIT = "(\"金额单位 | Unit of the amount\" unit: MoneyUnit = YUAN)";

  private static final String PAGE_ARGUMENTS =
      """
        "取前几行（默认 50，至多 500） | The first rows (50 unless told, 500 at most)"
        first: Int
        "在此游标之后 | After this cursor"
        after: String
        "取后几行 | The last rows"
        last: Int
        "在此游标之前 | Before this cursor"
        before: String
      """;

  private final Model model;
  private final SchemaDraft draft;

  ReadTypes(Model model, SchemaDraft draft) {
    this.model = model;
    this.draft = draft;
  }

  /**
   * @param deprecations the {@code @deprecated} directive of a field as SDL, or an empty text
   */
  void write(EntityType entity, java.util.function.Function<String, String> deprecations) {
    object(entity, deprecations);
    connection(entity);
    key(entity);
    queries(entity);
  }

  private void object(EntityType entity, java.util.function.Function<String, String> deprecations) {
    String type = entity.name();
    StringBuilder sdl = new StringBuilder();
    sdl.append(describe(entity.label()))
        .append("\ntype ")
        .append(type)
        .append(" implements Node {\n");
    FilterTypes.line(sdl, "全局标识，不透明", "Global identity, opaque", "id: ID!");
    FilterTypes.line(sdl, "版本，每次更改加一", "Version, counts the changes", "version: Long!");
    draft.answer(type, "id", RowFields.ID);
    draft.answer(type, "version", RowFields.VERSION);
    for (Field field : entity.fields().values()) {
      switch (field.type()) {
        case ValueType.Computed computed -> {
          // Added as declared.
        }
        case ValueType.Inverse inverse -> inverse(sdl, entity, field, inverse);
        default -> {
          String unit = DataTypes.money(field) ? UNIT : "";
          FilterTypes.line(
              sdl,
              field,
              field.name() + unit + ": " + written(field) + deprecations.apply(field.name()));
          draft.answer(type, field.name(), RowFields.stored(entity, field));
        }
      }
    }
    draft.types(sdl.append("}").toString());
    draft.owner(type, entity.owner());
  }

  private static String written(Field field) {
    String type = DataTypes.output(field.type());
    String listed = field.list() ? "[" + type + "!]" : type;
    // A field that only some may read is missing for the others.
    return field.required() && field.readRoles().isEmpty() ? listed + "!" : listed;
  }

  private void inverse(
      StringBuilder sdl, EntityType owner, Field field, ValueType.Inverse inverse) {
    EntityType entity = model.entity(inverse.entity());
    FilterTypes.line(
        sdl,
        field,
        field.name()
            + "(\n"
            + choice(entity)
            + order(entity)
            + PAGE_ARGUMENTS
            + "  ): "
            + entity.name()
            + "Connection!");
    draft.answer(owner.name(), field.name(), RowFields.inverse(owner, field));
    String figures = field.name() + "Aggregate";
    if (!owner.fields().containsKey(figures)) {
      FilterTypes.line(
          sdl,
          field.label().zh() + "的统计",
          "Figures over " + field.label().en(),
          figures + AggregateTypes.arguments(entity) + ": [" + entity.name() + "Aggregate!]!");
      draft.answer(owner.name(), figures, Figures.ofInverse(entity.name(), inverse.field()));
    }
  }

  /** The arguments that choose rows. */
  static String choice(EntityType entity) {
    String where = "    \"筛选条件 | Which rows\"\n    where: " + entity.name() + "Where\n";
    return new EntityNames(entity).searched()
        ? where + "    \"全文检索 | Full text\"\n    search: String\n"
        : where;
  }

  private static String order(EntityType entity) {
    return "    \"排序；相同者按创建次序 | Order; equals in order of creation\"\n    orderBy: ["
        + entity.name()
        + "Order!]\n";
  }

  private void connection(EntityType entity) {
    String type = entity.name();
    EntityNames names = new EntityNames(entity);
    draft.types(
        """
        %s
        type %2$sConnection {
          "行与各自的游标 | Rows with their cursors"
          edges: [%2$sEdge!]!
          "行 | Rows"
          nodes: [%2$s!]!
          "分页信息 | Where the page lies"
          pageInfo: PageInfo!
          "满足条件的总行数 | Number of all rows that satisfy the condition"
          totalCount: Long!
        }
        %3$s
        type %2$sEdge {
          "游标，换页时用 | Cursor, for turning pages"
          cursor: String!
          "行 | The row"
          node: %2$s!
        }
        """
            .formatted(
                describe("一页" + names.zh(), "A page of " + names.en()),
                type,
                describe(names.zh() + "及其游标", names.en() + " with its cursor")));
    String connection = type + "Connection";
    draft.answer(connection, "edges", Connection.EDGES);
    draft.answer(connection, "nodes", Connection.NODES);
    draft.answer(connection, "pageInfo", Connection.PAGE);
    draft.answer(connection, "totalCount", Connection.TOTAL_COUNT);
    draft.answer(type + "Edge", "cursor", Connection.EDGE_CURSOR);
    draft.answer(type + "Edge", "node", Connection.EDGE_NODE);
    draft.owner(connection, entity.owner());
    draft.owner(type + "Edge", entity.owner());
  }

  private void key(EntityType entity) {
    StringBuilder sdl = new StringBuilder();
    sdl.append(
        describe(
            "指明一个" + entity.label().zh() + "：给 id，或给全部主键字段",
            "Names one " + entity.label().en() + ": by id, or by all fields of the key"));
    sdl.append("\ninput ").append(entity.name()).append("Key {\n");
    FilterTypes.line(sdl, "全局标识", "Global identity", "id: ID");
    for (String name : entity.key()) {
      Field field = entity.field(name);
      FilterTypes.line(sdl, field, name + ": " + DataTypes.input(field.type()));
    }
    draft.types(sdl.append("}").toString());
    draft.owner(entity.name() + "Key", entity.owner());
  }

  private void queries(EntityType entity) {
    EntityNames names = new EntityNames(entity);
    StringBuilder keys = new StringBuilder();
    for (String name : entity.key()) {
      Field field = entity.field(name);
      FilterTypes.line(keys, field, name + ": " + DataTypes.input(field.type()) + "!");
    }
    draft.root(
        "Query",
        names.one(),
        entity.owner(),
        describe("按主键查一个" + names.zh(), "One " + names.en() + " by its key")
            + "\n"
            + names.one()
            + "(\n"
            + keys
            + "): "
            + names.type()
            + "\n",
        RowFields.byKey(names.type()));
    draft.root(
        "Query",
        names.many(),
        entity.owner(),
        describe("分页查" + names.zh(), names.en() + ", by pages")
            + "\n"
            + names.many()
            + "(\n"
            + choice(entity)
            + order(entity)
            + PAGE_ARGUMENTS
            + "): "
            + names.type()
            + "Connection!\n",
        RowFields.many(names.type()));
    draft.root(
        "Query",
        names.many() + "Aggregate",
        entity.owner(),
        describe(names.zh() + "的统计", "Figures over " + names.en())
            + "\n"
            + names.many()
            + "Aggregate"
            + AggregateTypes.arguments(entity)
            + ": ["
            + names.type()
            + "Aggregate!]!\n",
        Figures.ofAll(names.type()));
  }
}

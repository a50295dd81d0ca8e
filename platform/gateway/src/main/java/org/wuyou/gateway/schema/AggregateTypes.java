package org.wuyou.gateway.schema;

import static org.wuyou.gateway.schema.SchemaDraft.describe;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.wuyou.gateway.fetch.Figures;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.ValueType;

/** Figures over the rows of an entity, per group. */
final class AggregateTypes {
  private final SchemaDraft draft;

  AggregateTypes(SchemaDraft draft) {
    this.draft = draft;
  }

  void write(EntityType entity) {
    groupBy(entity);
    StringBuilder sdl = new StringBuilder();
    StringBuilder order = new StringBuilder();
    String type = entity.name() + "Aggregate";
    String where =
        "(\"只计满足此条件的行 | Only rows that satisfy this\" where: " + entity.name() + "Where)";
    sdl.append(
        describe(
            "一组" + entity.label().zh() + "的统计", "Figures over a group of " + entity.label().en()));
    sdl.append("\ntype ").append(type).append(" {\n");
    FilterTypes.line(
        sdl,
        "分组的键，按 groupBy 的次序；缺失为空",
        "Keys of the group in the order of groupBy; null where missing",
        "keys: [String]!");
    FilterTypes.line(sdl, "行数", "Number of rows", "count" + where + ": Long!");
    FilterTypes.line(
        sdl,
        "满足条件的行所占比例",
        "Share of the rows that satisfy the condition",
        "share(\"分子的条件 | Condition of the numerator\" where: " + entity.name() + "Where!): Share!");
    draft.answer(type, "keys", Figures.KEYS);
    draft.answer(type, "count", Figures.COUNT);
    draft.answer(type, "share", Figures.SHARE);
    order.append(describe("统计结果的排序，每项一个", "Order of groups, one each"));
    order.append("\ninput ").append(type).append("Order @oneOf {\n");
    FilterTypes.line(order, "按分组的键", "By the keys", "keys: Direction");
    FilterTypes.line(order, "按行数", "By the number of rows", "count: Direction");
    for (Kind kind : KINDS) {
      List<Field> fields = entity.storedFields().stream().filter(kind.takes).toList();
      if (!fields.isEmpty()) {
        String member = entity.name() + kind.suffix;
        FilterTypes.line(sdl, kind.zh, kind.en, kind.field + where + ": " + member + "!");
        FilterTypes.line(order, kind.zh, kind.en, kind.field + ": " + member + "Order");
        draft.answer(type, kind.field, Figures.SEVERAL);
        members(entity, member, kind, fields);
      }
    }
    draft.types(sdl.append("}").toString());
    draft.types(order.append("}").toString());
    draft.owner(type, entity.owner());
    draft.owner(type + "Order", entity.owner());
  }

  private void members(EntityType entity, String member, Kind kind, List<Field> fields) {
    StringBuilder sdl = new StringBuilder();
    StringBuilder order = new StringBuilder();
    sdl.append(
        describe(entity.label().zh() + "：" + kind.zh, kind.en + " of " + entity.label().en()));
    sdl.append("\ntype ").append(member).append(" {\n");
    order.append(describe("按" + kind.zh + "排序", "Order by: " + kind.en));
    order.append("\ninput ").append(member).append("Order @oneOf {\n");
    for (Field field : fields) {
      String type = kind.result.apply(field.type());
      boolean money = DataTypes.money(field) && !kind.field.equals("countDistinct");
      FilterTypes.line(sdl, field, field.name() + (money ? ReadTypes.UNIT : "") + ": " + type);
      FilterTypes.line(order, field, field.name() + ": Direction");
      draft.answer(member, field.name(), Figures.member(field.name(), money));
    }
    draft.types(sdl.append("}").toString());
    draft.types(order.append("}").toString());
    draft.owner(member, entity.owner());
    draft.owner(member + "Order", entity.owner());
  }

  /** One kind of figure: which fields have it and of what type it is. */
  private record Kind(
      String field,
      String suffix,
      String zh,
      String en,
      Predicate<Field> takes,
      Function<ValueType, String> result) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "sum",
              "Sum",
              "合计（没有值则为空）",
              "Sum (null without values)",
              AggregateTypes::summed,
              AggregateTypes::sumType),
          new Kind(
              "avg",
              "Average",
              "平均（没有值则为空；金额以元计）",
              "Average (null without values; money in yuan)",
              DataTypes::number,
              AggregateTypes::averageType),
          new Kind("min", "Minimum", "最小值", "Minimum", DataTypes::comparable, DataTypes::output),
          new Kind("max", "Maximum", "最大值", "Maximum", DataTypes::comparable, DataTypes::output),
          new Kind(
              "countDistinct",
              "DistinctCount",
              "不同值的个数",
              "Number of different values",
              f -> DataTypes.single(f) || DataTypes.reference(f),
              type -> "Long"));

  /** Percentages are not summed. */
  private static boolean summed(Field field) {
    return DataTypes.number(field) && !(field.type() instanceof ValueType.Percent);
  }

  private static String sumType(ValueType type) {
    return type instanceof ValueType.Int ? "Long" : DataTypes.output(type);
  }

  /** An average of money is finer than the fen. */
  private static String averageType(ValueType type) {
    return type instanceof ValueType.Percent ? "Percent" : "Decimal";
  }

  private void groupBy(EntityType entity) {
    StringBuilder sdl = new StringBuilder();
    sdl.append(
        describe(
            entity.label().zh() + "的分组，每项一个字段",
            "Groups of " + entity.label().en() + ", one field each"));
    sdl.append("\ninput ").append(entity.name()).append("GroupBy @oneOf {\n");
    for (Field field : entity.storedFields()) {
      if (DataTypes.single(field)) {
        FilterTypes.line(sdl, field, field.name() + ": " + DataTypes.grain(field.type()));
      } else if (DataTypes.reference(field)) {
        FilterTypes.line(
            sdl, field, field.name() + ": " + DataTypes.output(field.type()) + "GroupBy");
      }
    }
    draft.types(sdl.append("}").toString());
    draft.owner(entity.name() + "GroupBy", entity.owner());
  }

  static String arguments(EntityType entity) {
    return "(\n"
        + ReadTypes.choice(entity)
        + "    \"分组；不给则全部为一组 | Groups; one of all rows if not given\"\n    groupBy: ["
        + entity.name()
        + "GroupBy!]\n"
        + "    \"只要满足此条件的组 | Only groups that satisfy this\"\n    having: AggregateHaving\n"
        + "    \"组的次序；不给则按键升序 | Order of the groups; by key if not given\"\n    orderBy: ["
        + entity.name()
        + "AggregateOrder!]\n"
        + "    \"只要前几组 | Only the first groups\"\n    first: Int\n  )";
  }
}

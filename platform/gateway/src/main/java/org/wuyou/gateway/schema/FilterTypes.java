package org.wuyou.gateway.schema;

import static org.wuyou.gateway.schema.SchemaDraft.describe;

import java.util.HashSet;
import java.util.Set;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.EnumType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

/** The inputs by which rows are chosen and ordered: {@code where}, {@code orderBy}. */
final class FilterTypes {
  private final Model model;
  private final SchemaDraft draft;
  private final Set<String> made = new HashSet<>();

  FilterTypes(Model model, SchemaDraft draft) {
    this.model = model;
    this.draft = draft;
  }

  void write(EntityType entity) {
    where(entity);
    rows(entity);
    order(entity);
  }

  private void where(EntityType entity) {
    String name = entity.name() + "Where";
    StringBuilder sdl = new StringBuilder();
    sdl.append(
        describe(
            entity.label().zh() + "的筛选条件；同时给出的各项须全部满足，缺失值不满足任何比较",
            "Which rows of "
                + entity.label().en()
                + "; all that is given must hold, and no comparison holds for a missing value"));
    sdl.append("\ninput ").append(name).append(" {\n");
    line(sdl, "全部满足", "All of these", "and: [" + name + "!]");
    line(sdl, "至少满足其一", "At least one of these", "or: [" + name + "!]");
    line(sdl, "不满足", "Not this", "not: " + name);
    if (new EntityNames(entity).searched()) {
      line(sdl, "全文检索，繁简通用", "Full text, simplified and traditional alike", "search: String");
    }
    for (Field field : entity.fields().values()) {
      field(sdl, field);
    }
    draft.types(sdl.append("}").toString());
    draft.owner(name, entity.owner());
  }

  private void field(StringBuilder sdl, Field field) {
    String label = describe(field.label());
    switch (field.type()) {
      case ValueType.Computed computed -> {
        // Computed values are not in the table and cannot be filtered by.
      }
      case ValueType.Inverse(String entity, String back) ->
          sdl.append("  " + label + "\n  " + field.name() + ": " + entity + "Rows\n");
      case ValueType.Reference(String entity) when !field.list() -> {
        sdl.append("  " + label + "\n  " + field.name() + ": " + entity + "Where\n");
        line(
            sdl,
            field.label().zh() + "为空",
            field.label().en() + " is missing",
            field.name() + "IsNull: Boolean");
      }
      case ValueType.Reference reference -> {
        // Lists of references are read, not filtered by.
      }
      default -> {
        String filter = field.list() ? listFilter(field.type()) : filter(field.type());
        sdl.append("  " + label + "\n  " + field.name() + ": " + filter + "\n");
      }
    }
  }

  /**
   * The scalars' filters are common; an enumeration's is made with the first entity that has it.
   */
  private String filter(ValueType type) {
    String filter = DataTypes.filter(type);
    if (type instanceof ValueType.Enumeration(String name) && made.add(filter)) {
      EnumType enumeration = model.enumeration(name);
      StringBuilder sdl = new StringBuilder();
      sdl.append(
          describe(enumeration.label().zh() + "条件", "Conditions on " + enumeration.label().en()));
      sdl.append("\ninput ").append(filter).append(" {\n");
      line(sdl, "等于", "Equal", "eq: " + name);
      line(sdl, "不等于", "Not equal", "ne: " + name);
      line(sdl, "属于", "One of", "in: [" + name + "!]");
      line(sdl, "不属于", "None of", "notIn: [" + name + "!]");
      line(sdl, "为空", "Missing", "isNull: Boolean");
      draft.types(sdl.append("}").toString());
      draft.owner(filter, enumeration.owner());
    }
    return filter;
  }

  private String listFilter(ValueType type) {
    String item = DataTypes.input(type);
    String filter = item + "ListFilter";
    if (made.add(filter)) {
      StringBuilder sdl = new StringBuilder();
      sdl.append(describe("列表条件", "Conditions on a list"));
      sdl.append("\ninput ").append(filter).append(" {\n");
      line(sdl, "含有", "Holds", "has: " + item);
      line(sdl, "为空", "Missing", "isNull: Boolean");
      draft.types(sdl.append("}").toString());
      draft.owner(filter, org.wuyou.gateway.sdl.BuiltIn.PLATFORM);
    }
    return filter;
  }

  private void rows(EntityType entity) {
    String where = entity.name() + "Where";
    StringBuilder sdl = new StringBuilder();
    sdl.append(
        describe(
            "对若干" + entity.label().zh() + "的条件", "Conditions on rows of " + entity.label().en()));
    sdl.append("\ninput ").append(entity.name()).append("Rows {\n");
    line(sdl, "至少一行满足", "At least one row satisfies it", "some: " + where);
    line(sdl, "没有一行满足", "No row satisfies it", "none: " + where);
    line(sdl, "每一行都满足（没有行也算）", "Every row satisfies it (so do none at all)", "every: " + where);
    draft.types(sdl.append("}").toString());
    draft.owner(entity.name() + "Rows", entity.owner());
  }

  private void order(EntityType entity) {
    String name = entity.name() + "Order";
    StringBuilder sdl = new StringBuilder();
    sdl.append(
        describe(
            entity.label().zh() + "的排序，每项一个字段",
            "Order of " + entity.label().en() + ", one field each"));
    sdl.append("\ninput ").append(name).append(" @oneOf {\n");
    line(sdl, "创建次序", "Order of creation", "id: Direction");
    for (Field field : entity.fields().values()) {
      if (DataTypes.single(field)) {
        line(sdl, field, field.name() + ": Direction");
      } else if (DataTypes.reference(field)) {
        line(sdl, field, field.name() + ": " + DataTypes.output(field.type()) + "Order");
      }
    }
    draft.types(sdl.append("}").toString());
    draft.owner(name, entity.owner());
  }

  static void line(StringBuilder sdl, Field field, String text) {
    sdl.append("  ").append(describe(field.label())).append("\n  ").append(text).append("\n");
  }

  static void line(StringBuilder sdl, String zh, String en, String text) {
    sdl.append("  ").append(describe(zh, en)).append("\n  ").append(text).append("\n");
  }
}

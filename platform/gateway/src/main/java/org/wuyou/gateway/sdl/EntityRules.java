package org.wuyou.gateway.sdl;

import graphql.language.DirectivesContainer;
import graphql.language.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

/** What entities say of each other and of their own fields must hold. */
final class EntityRules {
  private final Declarations declarations;
  private final Model model;
  private final Faults faults;

  EntityRules(Declarations declarations, Model model, Faults faults) {
    this.declarations = declarations;
    this.model = model;
    this.faults = faults;
  }

  void check() {
    Map<String, String> plurals = new HashMap<>();
    for (EntityType entity : model.entities().values()) {
      Node<?> place = declaration(entity);
      key(entity, place);
      entity.uniques().forEach(set -> set.forEach(name -> stored(entity, name, "unique", place)));
      entity.scopeField().ifPresent(path -> scope(entity, path, place));
      plural(entity, plurals.putIfAbsent(entity.plural(), entity.name()), place);
      entity.fields().values().forEach(field -> inverse(entity, field));
    }
  }

  private Node<?> declaration(EntityType entity) {
    return directiveOf(declarations.object(entity.name()).definition());
  }

  private static Node<?> directiveOf(DirectivesContainer<?> type) {
    return type.getDirectives("entity").getFirst();
  }

  private void plural(EntityType entity, String other, Node<?> place) {
    String single = SchemaNames.single(entity.name());
    if (other != null || single.equals(entity.plural())) {
      String taken = other == null ? entity.name() : other;
      faults.add(
          place,
          "PLURAL",
          new Label(
              "复数名 " + entity.plural() + " 已被 " + taken + " 使用。",
              "The plural name " + entity.plural() + " is taken by " + taken + "."),
          new Label("请写 @entity(plural: …)。", "Write @entity(plural: …)."));
    }
  }

  private void key(EntityType entity, Node<?> place) {
    if (entity.key().isEmpty()) {
      faults.add(
          place,
          "NO_KEY",
          new Label(entity.name() + " 没有业务主键。", entity.name() + " has no key."),
          new Label("请写 @entity(key: [\"字段\"])。", "Write @entity(key: [\"field\"])."));
    }
    for (String name : entity.key()) {
      stored(entity, name, "key", place);
      Field field = entity.fields().get(name);
      if (field != null && field.stored() && (!field.required() || field.list())) {
        faults.add(
            declarations.object(entity.name()).field(name),
            "KEY_NOT_REQUIRED",
            new Label(
                "主键字段 " + name + " 必须为非空的单值。",
                "The key field " + name + " must be a single value that is never missing."),
            new Label("请在类型后加 !。", "Add ! to its type."));
      }
    }
  }

  private void stored(EntityType entity, String name, String where, Node<?> place) {
    Field field = entity.fields().get(name);
    if (field == null) {
      unknown(entity, name, where, place);
    } else if (!field.stored()) {
      faults.add(
          place,
          "NOT_STORED",
          new Label(
              where + " 中的 " + entity.name() + "." + name + " 不是存储字段。",
              entity.name() + "." + name + " in " + where + " is not stored."),
          new Label("请改用存储字段。", "Name a stored field."));
    }
  }

  private void unknown(EntityType entity, String name, String where, Node<?> place) {
    List<String> names = new ArrayList<>(entity.fields().keySet());
    faults.add(
        place,
        "UNKNOWN_FIELD",
        new Label(
            where + "：" + entity.name() + " 没有字段 " + name + "。",
            where + ": " + entity.name() + " has no field " + name + "."),
        Faults.didYouMean(
            Nearest.of(name, names),
            new Label(
                "现有字段：" + String.join("、", names), "It has " + String.join(", ", names) + ".")));
  }

  /** The path leads over references to a division code. */
  private void scope(EntityType entity, String path, Node<?> place) {
    EntityType at = entity;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i < names.length; i++) {
      Field field = at.fields().get(names[i]);
      if (field == null) {
        unknown(at, names[i], "scope", place);
        return;
      }
      boolean last = i == names.length - 1;
      if (last && isDivision(field.type())) {
        return;
      }
      if (!last && field.type() instanceof ValueType.Reference(String next) && !field.list()) {
        at = model.entity(next);
      } else {
        faults.add(
            place,
            "SCOPE",
            new Label(
                "scope 应经引用到达 DivisionCode 字段，" + at.name() + "." + names[i] + " 不是。",
                "scope leads over references to a DivisionCode; "
                    + at.name()
                    + "."
                    + names[i]
                    + " does not."),
            new Label(
                "例如 divisionCode 或 enterprise.divisionCode。",
                "Such as divisionCode or enterprise.divisionCode."));
        return;
      }
    }
  }

  private static boolean isDivision(ValueType type) {
    return type instanceof ValueType.Code(var kind) && kind == ValueType.Code.Kind.DIVISION;
  }

  private void inverse(EntityType entity, Field field) {
    if (!(field.type() instanceof ValueType.Inverse(String other, String of))) {
      return;
    }
    Node<?> place = declarations.object(entity.name()).field(field.name());
    Field back = model.entity(other).fields().get(of);
    if (back == null) {
      unknown(model.entity(other), of, "@inverse", place);
    } else if (!(back.type() instanceof ValueType.Reference(String target))
        || !target.equals(entity.name())) {
      faults.add(
          place,
          "INVERSE",
          new Label(
              other + "." + of + " 不是对 " + entity.name() + " 的引用。",
              other + "." + of + " is no reference to " + entity.name() + "."),
          new Label("请指明指回本实体的引用字段。", "Name the field that refers to this entity."));
    }
  }
}

package org.wuyou.gateway.fetch;

import java.util.Map;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

/** Fields of an entity and over its references, named as the caller named them. */
final class Paths {
  private Paths() {}

  /**
   * The field, if the caller may know it.
   *
   * @throws RequestFault FORBIDDEN
   */
  static Field readable(RequestContext context, EntityType entity, String name) {
    Field field = entity.field(name);
    if (!context.access().mayRead(context.caller(), field)) {
      throw RequestFault.forbidden(
          "无权查看字段 " + entity.name() + "." + name + "。",
          "You may not read the field " + entity.name() + "." + name + ".");
    }
    checkThere(context, entity, field);
    return field;
  }

  /** Between a migration and the generation made for it, a column may be on one side only. */
  private static void checkThere(RequestContext context, EntityType entity, Field field) {
    EntityType stored = context.snapshot().model().entities().get(entity.name());
    Field column = stored == null ? null : stored.fields().get(field.name());
    if (!(field.type() instanceof ValueType.Computed) && column == null) {
      throw new RequestFault(
          "PLUGIN_UNAVAILABLE",
          new Label("数据正在迁移；请稍后再试。", "The data is being migrated; try again shortly."),
          Map.of("reason", "MIGRATING"));
    }
  }

  /** The type of the value at the path; {@code id} is given as a whole number. */
  static ValueType type(Model model, EntityType entity, String path) {
    EntityType at = entity;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      if (!(at.field(names[i]).type() instanceof ValueType.Reference(String next))) {
        throw new IllegalArgumentException(path + " does not lead over references");
      }
      at = model.entity(next);
    }
    String last = names[names.length - 1];
    return last.equals("id") ? new ValueType.Decimal(0) : at.field(last).type();
  }

  static String join(String prefix, String name) {
    return prefix.isEmpty() ? name : prefix + "." + name;
  }
}

package org.wuyou.gateway.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wuyou.gateway.values.GlobalId;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

/** Key inputs, {@code {id: "…"}} or {@code {uscc: "…"}}, as the store's keys. */
final class Keys {
  private static final String ID = "id";

  private Keys() {}

  /** By {@code id}, or else by all key fields. */
  static RowKey read(Model model, EntityType entity, Map<String, Object> input) {
    if (!(input.get(ID) instanceof String text)) {
      return ofFields(model, entity, input);
    }
    GlobalId id = GlobalId.parse(text).orElseThrow(Keys::badId);
    if (!id.entity().equals(entity.name())) {
      throw RequestFault.badRequest(
          "ID_OF_ANOTHER_TYPE",
          "此标识属于 " + id.entity() + "，此处应为 " + entity.name() + "。",
          "This id is of a " + id.entity() + "; here a " + entity.name() + " is wanted.");
    }
    return new RowKey.ById(id.id());
  }

  @SuppressWarnings("unchecked")
  static RowKey ofFields(Model model, EntityType entity, Map<String, Object> input) {
    List<Object> values = new ArrayList<>(entity.key().size());
    for (String name : entity.key()) {
      Object value = input.get(name);
      if (value == null) {
        String all = String.join(", ", entity.key());
        throw RequestFault.badRequest(
            "KEY_INCOMPLETE",
            "主键不完整，缺少 " + name + "；请给出 id，或给出全部主键字段：" + all + "。",
            "The key lacks " + name + "; give id, or all key fields: " + all + ".");
      }
      values.add(
          entity.field(name).type() instanceof ValueType.Reference(String target)
              ? read(model, model.entity(target), (Map<String, Object>) value)
              : value);
    }
    return new RowKey.ByKey(values);
  }

  static RequestFault badId() {
    return RequestFault.badRequest(
        "ID_INVALID", "标识无效；请使用查询所得的 id。", "The id is not valid; use one that a query gave.");
  }
}

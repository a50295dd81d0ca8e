package org.wuyou.gateway.schema;

import org.wuyou.gateway.sdl.SchemaNames;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Label;

/** What the parts of one entity's schema are called. */
record EntityNames(EntityType entity) {
  String type() {
    return entity.name();
  }

  String one() {
    return SchemaNames.single(entity.name());
  }

  String many() {
    return entity.plural();
  }

  String zh() {
    return entity.label().zh();
  }

  String en() {
    return entity.label().en();
  }

  boolean searched() {
    return entity.fields().values().stream().anyMatch(org.wuyou.spi.model.Field::searched);
  }

  /** {@code "企业的…" | "… of Enterprise"}. */
  String describe(String zh, String en) {
    return SchemaDraft.describe(zh, en);
  }

  static String describe(Label label) {
    return SchemaDraft.describe(label);
  }
}

package org.wuyou.spi.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** All entities and enumerations of one schema generation, by name, in declared order. */
public record Model(Map<String, EntityType> entities, Map<String, EnumType> enums) {
  public static final Model EMPTY = new Model(Map.of(), Map.of());

  public Model {
    entities = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entities));
    enums = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(enums));
  }

  /** The entity of that name; a programming error if there is none. */
  public EntityType entity(String name) {
    EntityType entity = entities.get(name);
    if (entity == null) {
      throw new IllegalArgumentException(
          "no entity " + name + "; the model has " + entities.keySet());
    }
    return entity;
  }

  /** The enumeration of that name; a programming error if there is none. */
  public EnumType enumeration(String name) {
    EnumType type = enums.get(name);
    if (type == null) {
      throw new IllegalArgumentException(
          "no enumeration " + name + "; the model has " + enums.keySet());
    }
    return type;
  }
}

package org.wuyou.spi.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entity as declared in the SDL.
 *
 * @param owner the module that declares it
 * @param plural the name of its list query ("enterprises")
 * @param fields all fields by name, in declared order
 * @param key names of the fields that identify a row for people and files ({@code uscc}; {@code
 *     enterprise, year})
 * @param uniques further sets of fields no two rows may share
 * @param scopeField path to the division code that says which region a row belongs to ({@code
 *     divisionCode}, {@code enterprise.divisionCode}), if any
 * @param access who may create, change and remove rows through the generated operations
 */
public record EntityType(
    String name,
    String plural,
    String owner,
    Label label,
    Map<String, Field> fields,
    List<String> key,
    List<List<String>> uniques,
    Optional<String> scopeField,
    Optional<String> renamedFrom,
    Access access) {

  /**
   * {@code OPEN}: by role; {@code PLATFORM}: only the platform or a module's command writes rows.
   */
  public enum Access {
    OPEN,
    PLATFORM
  }

  public EntityType {
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    key = List.copyOf(key);
    uniques = List.copyOf(uniques);
  }

  /** The field of that name; a programming error if there is none. */
  public Field field(String fieldName) {
    Field field = fields.get(fieldName);
    if (field == null) {
      throw new IllegalArgumentException(
          "no field " + fieldName + " on " + name + "; it has " + fields.keySet());
    }
    return field;
  }

  public List<Field> storedFields() {
    return fields.values().stream().filter(Field::stored).toList();
  }
}

package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a worked case, entered, and the enterprises among them by name.
 *
 * <p>Entities come in the order written. Enterprises are named; what stands in one under the name
 * of an entity are rows of its own. {@code @甲} refers to the enterprise 甲, {@code @} to the one
 * around, {@code {n}} is the number of the row, and {@code repeat} enters so many alike.
 */
record WorkedRows(Map<String, String> codes) {
  private static final String ENTERPRISE = "Enterprise";

  static WorkedRows enter(World world, String county, JsonNode rows) {
    WorkedRows entered = new WorkedRows(new LinkedHashMap<>());
    rows.properties()
        .forEach(
            entity -> {
              if (entity.getKey().equals(ENTERPRISE)) {
                entered.enterprises(world, county, entity.getValue());
              } else {
                entered.others(world, entity.getKey(), entity.getValue());
              }
            });
    return entered;
  }

  /** The name of the enterprise with that credit code; any other key is its own name. */
  String name(String key) {
    String named = key;
    for (Map.Entry<String, String> code : codes.entrySet()) {
      named = named.replace(code.getValue(), code.getKey());
    }
    return named;
  }

  private void enterprises(World world, String county, JsonNode named) {
    Map<String, List<Map<String, Object>>> more = new LinkedHashMap<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : named.properties()) {
      int repeat = one.getValue().path("repeat").asInt(1);
      for (int i = 1; i <= repeat; i++) {
        String name = repeat == 1 ? one.getKey() : one.getKey() + i;
        Map<String, Object> row = world.enterpriseRow(name, county);
        String code = String.valueOf(row.get("uscc"));
        codes.put(name, code);
        int number = codes.size();
        for (Map.Entry<String, JsonNode> field : one.getValue().properties()) {
          if (Character.isUpperCase(field.getKey().charAt(0))) {
            for (JsonNode child : field.getValue()) {
              more.computeIfAbsent(field.getKey(), entity -> new ArrayList<>())
                  .add(child(child, code, number));
            }
          } else if (!field.getKey().equals("repeat")) {
            row.put(field.getKey(), value(field.getValue(), number, code));
          }
        }
        rows.add(row);
      }
    }
    world.enter(ENTERPRISE, rows);
    more.forEach(world::enter);
  }

  private Map<String, Object> child(JsonNode row, String code, int number) {
    Map<String, Object> fields = fields(row, number, code);
    if (!fields.containsValue(Map.of("uscc", code))) {
      fields.put("enterprise", Map.of("uscc", code));
    }
    return fields;
  }

  private void others(World world, String entity, JsonNode rows) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (JsonNode row : rows) {
      for (int i = 0; i < row.path("repeat").asInt(1); i++) {
        all.add(fields(row, all.size() + 1, null));
      }
    }
    world.enter(entity, all);
  }

  private Map<String, Object> fields(JsonNode row, int number, @Nullable String around) {
    Map<String, Object> fields = new LinkedHashMap<>();
    row.properties().stream()
        .filter(field -> !field.getKey().equals("repeat"))
        .forEach(field -> fields.put(field.getKey(), value(field.getValue(), number, around)));
    return fields;
  }

  private @Nullable Object value(JsonNode written, int number, @Nullable String around) {
    if (written.isObject()) {
      return fields(written, number, around);
    }
    if (written.isArray()) {
      List<Object> values = new ArrayList<>();
      written.forEach(each -> values.add(value(each, number, around)));
      return values;
    }
    if (written.isTextual()) {
      String text = written.asText().replace("{n}", String.valueOf(number));
      return text.startsWith("@") ? Map.of("uscc", code(text.substring(1), around)) : text;
    }
    return written.isNull()
        ? null
        : written.isBoolean() ? (Object) written.asBoolean() : number(written);
  }

  private static Object number(JsonNode written) {
    return written.isInt() ? (Object) written.asInt() : written.asText();
  }

  private String code(String name, @Nullable String around) {
    String code = name.isEmpty() ? around : codes.get(name);
    if (code == null) {
      throw new AssertionError("no enterprise " + name);
    }
    return code;
  }
}

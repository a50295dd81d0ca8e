package org.wuyou.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one entity, written through the API: {@code Rows.of("Enterprise").row("uscc", code,
 * "name", "甲").save(client)}.
 */
public final class Rows {
  private final String entity;
  private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

  private Rows(String entity) {
    this.entity = entity;
  }

  public static Rows of(String entity) {
    return new Rows(entity);
  }

  /** One more row: names and values in turn; a reference is a map of the other's key. */
  public Rows row(@Nullable Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a name without a value, or a value without a name");
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    rows.add(row);
    return this;
  }

  /** Creates or changes all of them in one transaction; fails the test if any is refused. */
  public JsonNode save(GraphqlClient client) {
    String field = Character.toLowerCase(entity.charAt(0)) + entity.substring(1) + "Upsert";
    return client.mutate(
        "mutation Save($rows: [%1$sUpsert!]!) { %2$s(input: $rows) { created updated unchanged userErrors { code message path } } }"
            .formatted(entity, field),
        Map.of("rows", rows));
  }
}

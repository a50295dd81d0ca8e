package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every rule says of an enterprise, in the one form in which reasons are shown. */
final class Verdicts {
  /** By the field of an enterprise: where its answers name the rule. */
  private static final Map<String, String> RULES =
      Map.of("standards", "/standard", "targets", "/target/rule", "tiers", "/tier");

  private Verdicts() {}

  /** All verdicts, or those of one rule. */
  static ObjectNode of(JsonNode enterprise, @Nullable String rule) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("uscc", enterprise.path("uscc"));
    json.set("name", enterprise.path("name"));
    ArrayNode verdicts = json.putArray("verdicts");
    for (String field : new String[] {"tiers", "standards", "targets"}) {
      for (JsonNode answer : enterprise.path(field)) {
        JsonNode of = answer.at(RULES.get(field));
        if (rule == null || rule.equals(of.path("id").asText())) {
          ObjectNode one = verdicts.addObject();
          one.set("rule", of);
          one.putArray("answers").add(answer(answer));
        }
      }
    }
    return json;
  }

  private static ObjectNode answer(JsonNode found) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("status", found.has("verdict") ? found.path("verdict") : found.path("status"));
    for (String field : new String[] {"name", "shown", "amount", "amountStatus", "findings"}) {
      if (found.has(field)) {
        answer.set(field, found.path(field));
      }
    }
    return answer;
  }
}

package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every rule says of an enterprise, in the one form in which reasons are shown. */
final class Verdicts {
  private static final Set<String> SILENT =
      Set.of("OUT_OF_SCOPE", "NOT_IN_FORCE", "NO_TARGET_FOR_YEAR");

  private Verdicts() {}

  /** The verdict of one rule, or of all that speak of the enterprise. */
  static ObjectNode of(JsonNode enterprise, @Nullable String rule) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("uscc", enterprise.path("uscc"));
    json.set("name", enterprise.path("name"));
    ArrayNode verdicts = json.putArray("verdicts");
    for (JsonNode place : enterprise.path("tiers")) {
      add(verdicts, place.path("tier"), place, rule);
    }
    for (JsonNode entry : enterprise.at("/menu/nodes")) {
      add(verdicts, entry.path("rule"), entry, rule);
    }
    return json;
  }

  private static void add(
      ArrayNode verdicts, JsonNode of, JsonNode found, @Nullable String wanted) {
    ObjectNode answer = answer(found);
    boolean shown =
        wanted == null
            ? !SILENT.contains(answer.path("status").asText())
            : wanted.equals(of.path("id").asText());
    if (shown) {
      ObjectNode one = verdicts.addObject();
      one.set("rule", of);
      one.putArray("answers").add(answer);
    }
  }

  private static ObjectNode answer(JsonNode found) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    JsonNode subject = found.path("subject");
    if (subject.isObject() && !subject.path("entity").asText().equals("Enterprise")) {
      answer.set("subject", subject.path("name"));
    }
    JsonNode status = found.path("status");
    answer.set("status", status.isTextual() ? status : found.path("verdict"));
    for (String field : new String[] {"name", "shown", "payment", "findings"}) {
      if (found.hasNonNull(field)) {
        answer.set(field, found.path(field));
      }
    }
    return answer;
  }
}

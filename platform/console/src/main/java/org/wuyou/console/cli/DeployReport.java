package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A report of a deployment, rehearsed or real, as the server gave it. */
record DeployReport(JsonNode json) {
  boolean refused() {
    return outcome().equals("REFUSED");
  }

  boolean unchanged() {
    return outcome().equals("UNCHANGED");
  }

  /** Whether the deployment would lose data, so that consent is needed. */
  boolean losesData() {
    for (JsonNode step : json.at("/impact/migration")) {
      if (step.path("lossy").asBoolean()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the module runs already, so that this is an update. */
  boolean replaces() {
    return !json.path("replaces").isNull();
  }

  String upload() {
    return json.path("upload").asText();
  }

  void show(Output output) {
    Texts texts = output.texts();
    String version = json.path("version").asText("");
    output.line(
        "report.title",
        json.path("plugin").asText(),
        replaces() ? json.path("replaces").asText() + " → " + version : version,
        texts.say("outcome." + outcome()));
    json.path("faults").forEach(fault -> fault(fault, output));
    JsonNode impact = json.path("impact");
    List<String> lines = new ArrayList<>();
    for (JsonNode change : impact.path("schemaChanges")) {
      lines.add(
          mark(change.path("breaking"), texts, "report.breaking")
              + change.path("message").asText());
    }
    for (JsonNode step : impact.path("migration")) {
      lines.add(mark(step.path("lossy"), texts, "report.lossy") + step.path("message").asText());
    }
    for (JsonNode change : impact.path("policyChanges")) {
      lines.add(
          texts.say("policyChange." + change.path("change").asText())
              + " "
              + change.path("file").asText());
    }
    for (JsonNode effect : impact.path("policyShifts")) {
      lines.add(
          texts.say(
              "report.policyShift",
              effect.path("rule").asText(),
              effect.path("name").asText(),
              effect.path("presentEligible").asText(),
              effect.path("reformEligible").asText(),
              effect.path("winners").asText(),
              effect.path("losers").asText()));
    }
    for (JsonNode dependent : impact.path("dependents")) {
      lines.add(texts.say("report.dependent", dependent.asText()));
    }
    for (JsonNode broken : impact.path("brokenOperations")) {
      lines.add(
          texts.say(
              "report.brokenOperation",
              broken.path("query").asText(),
              broken.path("reason").asText()));
    }
    if (lines.isEmpty() && !refused()) {
      lines.add(texts.say("report.nothing"));
    }
    lines.forEach(line -> output.text("  " + line));
    if (json.path("swapMillis").isNumber()) {
      output.line("report.swap", json.path("swapMillis").asInt());
    }
  }

  /** A fault with its place and remedy, on three lines. */
  static void fault(JsonNode fault, Output output) {
    String place = fault.path("file").asText();
    if (fault.path("line").isNumber()) {
      place += ":" + fault.path("line").asInt();
    }
    if (fault.path("column").isNumber()) {
      place += ":" + fault.path("column").asInt();
    }
    output.text("  " + fault.path("code").asText() + " " + place);
    output.text("    " + fault.path("message").asText());
    output.text("    → " + fault.path("remedy").asText());
  }

  private static String mark(JsonNode flag, Texts texts, String key) {
    return flag.asBoolean() ? texts.say(key) + " " : "";
  }

  private String outcome() {
    return json.path("outcome").asText();
  }
}

package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes, for people, what a rule says and the reason for each of its clauses. */
record Reasons(Output output) {
  private static final Map<String, String> MARKS = Map.of("MET", "✓", "NOT_MET", "✗");

  /** What an answer says beside its status and its clauses; those tell what is missing. */
  private static final List<String> SHOWN =
      List.of("amount", "payment", "shown", "rank", "selected", "effects", "due");

  /** States of a payment that the verdict and the amount tell already. */
  private static final List<String> PLAIN = List.of("SET", "NOT_ENTITLED");

  /** One rule with its answers, as {@link Verdicts} and the tool for folders give them. */
  void show(JsonNode one) {
    JsonNode rule = one.path("rule");
    output.text("");
    output.line(
        "reasons.rule",
        rule.path("id").asText(),
        text(rule.path("name")),
        rule.path("article").asText(),
        rule.path("locator").asText());
    if (one.has("name")) {
      output.line("reasons.case", one.path("name").asText());
    }
    one.path("answers").forEach(this::answer);
  }

  private void answer(JsonNode answer) {
    List<String> head = new ArrayList<>();
    if (!answer.path("subject").asText("").isEmpty()) {
      head.add(
          answer.path("subject").asText() + output.texts().say("reasons.colon").stripLeading());
    }
    head.add(status(answer));
    if (answer.has("right") && !answer.path("right").asBoolean()) {
      head.add(output.texts().say("reasons.wanted", answer.path("wanted").asText()));
    }
    output.text("  " + String.join(" ", head));
    answer.path("findings").forEach(this::finding);
  }

  /** The status in words, with the band, the figure or the amount it comes with. */
  private String status(JsonNode answer) {
    String code = answer.path("status").asText();
    String key = "status." + code;
    StringBuilder text =
        new StringBuilder(
            output.texts().bundle().containsKey(key) ? output.texts().say(key) : code);
    text.append(" (").append(code).append(')');
    if (!answer.path("name").isMissingNode() && !answer.path("name").isNull()) {
      text.append(' ').append(text(answer.path("name")));
    }
    if (!answer.path("shown").asText("").isEmpty()) {
      text.append(' ').append(answer.path("shown").asText());
    }
    switch (answer.at("/payment/state").asText()) {
      case "SET" ->
          text.append(' ')
              .append(output.texts().say("reasons.amount", answer.at("/payment/shown").asText()));
      case "AMOUNT_NOT_SET" -> text.append(' ').append(output.texts().say("status.AMOUNT_NOT_SET"));
      default -> {
        // Not entitled, or facts are missing: the clauses below tell why.
      }
    }
    JsonNode details = answer.path("details");
    boolean entitled = !joined(details.path("payment")).equals("NOT_ENTITLED");
    details
        .properties()
        .forEach(
            detail -> {
              String value = joined(detail.getValue());
              boolean amount = detail.getKey().equals("amount");
              if (SHOWN.contains(detail.getKey())
                  && !value.isEmpty()
                  && !PLAIN.contains(value)
                  && (entitled || !amount)) {
                text.append(' ')
                    .append(amount ? output.texts().say("reasons.amount", value) : value);
              }
            });
    return text.toString();
  }

  private void finding(JsonNode finding) {
    output.text(
        "    "
            + MARKS.getOrDefault(finding.path("state").asText(), "?")
            + " "
            + finding.path("id").asText()
            + " "
            + text(finding.path("say")));
    List<String> figures = new ArrayList<>();
    add(figures, "reasons.value", finding.path("value"));
    add(figures, "reasons.requirement", finding.path("requirement"));
    JsonNode shortfall = finding.path("shortfall");
    add(figures, "reasons.shortfall", shortfall.has("say") ? shortfall.path("say") : shortfall);
    add(figures, "reasons.parameters", finding.path("parameters"));
    add(figures, "reasons.missing", finding.path("missing"));
    figures.add(output.texts().say("reasons.article", finding.path("article").asText()));
    output.text("      " + String.join(output.texts().say("reasons.and"), figures));
  }

  private void add(List<String> figures, String key, JsonNode value) {
    String shown =
        value.isArray() ? joined(value) : value.isObject() ? text(value) : value.asText("");
    if (!value.isNull() && !shown.isEmpty()) {
      figures.add(output.texts().say(key, shown));
    }
  }

  private static String joined(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return String.join(", ", texts);
  }

  private String text(JsonNode both) {
    return both.path(output.texts().locale().equals(Locale.ENGLISH) ? "en" : "zh").asText();
  }
}

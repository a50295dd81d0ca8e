package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.BundleSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code wuyou policy simulate}: a rule under other figures, readings or files, against the
 * present, over the whole register of a running server.
 */
@Command(name = "simulate")
final class PolicySimulateCommand extends ClientCommand {
  private static final List<String> GROUPS = List.of("divisions", "industries", "tiers");

  @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "policy.candidate")
  private @Nullable Path folder;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      required = true,
      descriptionKey = "policy.simulateRegion")
  private String region = "";

  @Option(names = "--rule", paramLabel = "ID", required = true, descriptionKey = "policy.judged")
  private String rule = "";

  @Option(names = "--set", paramLabel = "PARAMETER=VALUE", descriptionKey = "policy.set")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(names = "--reading", paramLabel = "READING=CHOICE", descriptionKey = "policy.reading")
  private Map<String, String> readings = new LinkedHashMap<>();

  @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "policy.year")
  private @Nullable Integer year;

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "policy.asOf")
  private @Nullable LocalDate asOf;

  @Option(names = "--scope", paramLabel = "CODE", descriptionKey = "policy.scope")
  private @Nullable String scope;

  PolicySimulateCommand(Connection connection) {
    super(connection);
  }

  @Override
  int run(Server server, Output output) throws IOException {
    JsonNode outcome =
        server.run(Operations.POLICIES, "Simulate", variables()).path("policySimulate");
    output.result(outcome, () -> show(outcome, output));
    return ExitCode.DONE;
  }

  private ObjectNode variables() throws IOException {
    LocalDate day = asOf == null && year != null ? LocalDate.of(year, 12, 31) : asOf;
    ObjectNode variables =
        Operations.variables()
            .put("region", region)
            .put("rule", rule)
            .put("year", year)
            .put("asOf", day == null ? null : day.toString())
            .put("scope", scope);
    inputs(variables.putArray("parameters"), parameters, "parameter", "value");
    inputs(variables.putArray("readings"), readings, "reading", "choice");
    if (folder != null) {
      Path files = PolicyFolder.path(folder, texts());
      inputs(variables.putArray("files"), BundleSource.read(files).files(), "path", "text");
    }
    return variables;
  }

  private static void inputs(
      ArrayNode inputs, Map<String, String> given, String name, String value) {
    given.forEach((key, text) -> inputs.addObject().put(name, key).put(value, text));
  }

  private void show(JsonNode outcome, Output output) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(texts().say("simulate.total"), outcome.path("total")));
    for (String group : GROUPS) {
      for (JsonNode one : outcome.path(group)) {
        rows.add(
            row(one.path("name").asText() + " " + one.path("key").asText(), one.path("tally")));
      }
    }
    output.table(List.of(texts().say("simulate.columns").split(",")), rows);
    for (String change : new String[] {"winners", "losers"}) {
      JsonNode changed = outcome.path(change);
      if (changed.path("totalCount").asInt() > 0) {
        output.text("");
        output.line("simulate." + change, changed.path("totalCount").asInt());
        changed.path("nodes").forEach(one -> output.text("  " + subject(one)));
      }
    }
    if (!outcome.path("unset").isEmpty()) {
      output.line("simulate.unset", String.join(", ", texts(outcome.path("unset"))));
    }
  }

  private static List<String> row(String name, JsonNode tally) {
    return List.of(
        name,
        tally.path("subjects").asText(),
        tally.path("presentEligible").asText() + " → " + tally.path("reformEligible").asText(),
        "+" + tally.path("winners").asText() + " / -" + tally.path("losers").asText(),
        figure(tally.path("presentCoverage")) + " → " + figure(tally.path("reformCoverage")),
        figure(tally.path("presentCost")) + " → " + figure(tally.path("reformCost")));
  }

  private static String subject(JsonNode one) {
    return one.at("/subject/name").asText()
        + "  "
        + figure(one.path("presentAmount"))
        + " → "
        + figure(one.path("reformAmount"));
  }

  /** An exact decimal as it came; a dash where there is none. */
  private static String figure(JsonNode decimal) {
    return decimal.isNull() || decimal.isMissingNode() ? "–" : decimal.asText();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}

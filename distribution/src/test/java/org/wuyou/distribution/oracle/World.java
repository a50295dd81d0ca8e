package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wuyou.runtime.Product;
import org.wuyou.runtime.ProductSettings;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.data.Transaction;

/** The running product with an empty register, spoken to over HTTP only. */
final class World implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "a-token-for-the-oracle";
  private static final int ROWS_AT_ONCE = 400;
  private static final List<String> ENTERED =
      List.of(
          "RdInstitutionYear",
          "RdInstitution",
          "RdProject",
          "RdAccount",
          "Title",
          "YearlyReturn",
          "AboveScaleMembership",
          "RegionStatistic",
          "Enterprise",
          "DevelopmentZone");

  private final Product product;
  private final HttpClient http = HttpClient.newHttpClient();
  private int enterprises;

  private World(Product product) {
    this.product = product;
  }

  static World start(Path plugins) {
    try {
      Path data = Files.createTempDirectory("wuyou-oracle");
      return new World(
          Product.start(
              ProductSettings.of(data, 0)
                  .withAdminToken(TOKEN)
                  .inDevelopmentMode()
                  .withPlugins(List.of(plugins))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The data of an answer that must have no errors. */
  JsonNode ask(String query, Map<String, ?> variables) {
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(product.url().resolve("/graphql"))
                  .header("Authorization", "Bearer " + TOKEN)
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          JSON.writeValueAsString(
                              Map.of("query", query, "variables", variables))))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode answer = JSON.readTree(response.body());
      if (answer.has("errors") || !answer.has("data")) {
        throw new AssertionError(query + "\n" + answer.toPrettyString());
      }
      return answer.get("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  JsonNode ask(String query) {
    return ask(query, Map.of());
  }

  /** Enters rows of an entity through its upsert. */
  void enter(String entity, List<? extends Map<String, ?>> rows) {
    String field = Character.toLowerCase(entity.charAt(0)) + entity.substring(1) + "Upsert";
    String mutation =
        "mutation($rows: [%sUpsert!]!) { %s(input: $rows) { userErrors { code message path } } }"
            .formatted(entity, field);
    for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
      List<?> some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
      JsonNode errors = ask(mutation, Map.of("rows", some)).path(field).path("userErrors");
      if (!errors.isEmpty()) {
        throw new AssertionError(entity + ": " + errors.toPrettyString());
      }
    }
  }

  void enter(String entity, Map<String, ?> row) {
    enter(entity, List.of(row));
  }

  /** Enters an enterprise under that name and gives its credit code. */
  String enterprise(String name, String division, Map<String, ?> more) {
    Map<String, Object> row = enterpriseRow(name, division);
    row.putAll(more);
    enter("Enterprise", row);
    return String.valueOf(row.get("uscc"));
  }

  /** A row for an industrial legal person with the next credit code. */
  Map<String, Object> enterpriseRow(String name, String division) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("uscc", CreditCode.numbered(++enterprises));
    row.put("name", name);
    row.put("divisionCode", division);
    row.put("industryCode", "25");
    row.put("legalPerson", true);
    return row;
  }

  /** Enters that many enterprises alike and gives their credit codes. */
  List<String> enterprises(int count, String division, Map<String, ?> more) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> row = enterpriseRow("企业" + (enterprises + 1), division);
      row.putAll(more);
      rows.add(row);
    }
    enter("Enterprise", rows);
    return rows.stream().map(row -> String.valueOf(row.get("uscc"))).toList();
  }

  void listed(List<String> codes, int year) {
    enter(
        "AboveScaleMembership",
        codes.stream()
            .map(code -> Map.of("enterprise", Map.of("uscc", code), "year", year, "listed", true))
            .toList());
  }

  void report(String code, int year, Map<String, ?> figures) {
    Map<String, Object> row = new LinkedHashMap<>(figures);
    row.put("enterprise", Map.of("uscc", code));
    row.put("year", year);
    enter("YearlyReturn", row);
  }

  void institutions(List<String> codes) {
    enter(
        "RdInstitution",
        codes.stream()
            .map(
                code ->
                    Map.of(
                        "code",
                        "I-" + code,
                        "name",
                        "研发中心",
                        "enterprise",
                        Map.of("uscc", code)))
            .toList());
  }

  void titles(List<String> codes, String kind, String issuedOn) {
    enter(
        "Title",
        codes.stream()
            .map(
                code ->
                    Map.of(
                        "enterprise",
                        Map.of("uscc", code),
                        "kind",
                        kind,
                        "level",
                        "NATIONAL",
                        "issuedOn",
                        issuedOn,
                        "validUntil",
                        "2040-01-01"))
            .toList());
  }

  void statistic(String region, int year, String indicator, String value, String unit) {
    enter(
        "RegionStatistic",
        Map.of(
            "region", region, "year", year, "indicator", indicator, "value", value, "unit", unit,
            "source", "oracle"));
  }

  /** Empties the register, all but its reference data; what refers goes before what it refers to. */
  void clear() {
    Snapshot snapshot = product.store().snapshot();
    List<Change> removals = new ArrayList<>();
    for (String entity : ENTERED) {
      Table table = snapshot.table(entity);
      for (int position : table.positions(Condition.ALL)) {
        removals.add(new Change.Remove(entity, RowKey.id(table.idAt(position)), null));
      }
    }
    if (!removals.isEmpty()) {
      CommitResult result = product.store().commit(new Transaction("oracle", removals));
      if (!(result instanceof CommitResult.Committed)) {
        throw new AssertionError(String.valueOf(result));
      }
    }
    enterprises = 0;
  }

  @Override
  public void close() {
    http.close();
    product.close();
  }
}

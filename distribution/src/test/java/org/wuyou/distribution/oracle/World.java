package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.RunningProduct;
import org.wuyou.testkit.SampleCodes;

/** The running product with an empty register, spoken to over HTTP only. */
final class World implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 400;

  /** Comes with the modules, and no case changes it. */
  private static final Set<String> REFERENCE =
      Set.of("Division", "DivisionPeriod", "IndustryClass", "ContractTerm");

  private final RunningProduct product;
  private final GraphqlClient client;
  private int enterprises;

  private World(RunningProduct product) {
    this.product = product;
    this.client = product.client();
  }

  static World start(Path plugins) {
    try {
      return new World(RunningProduct.start(Clock.systemUTC(), List.of(plugins)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The data of an answer that must have no errors. */
  JsonNode ask(String query, Map<String, ?> variables) {
    return client.query(query, variables);
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
      client.mutate(
          mutation, Map.of("rows", rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE))));
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
    row.put("uscc", SampleCodes.uscc("140500", ++enterprises));
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
                    Map.of("code", "I-" + code, "name", "研发中心", "enterprise", Map.of("uscc", code)))
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
            "region",
            region,
            "year",
            year,
            "indicator",
            indicator,
            "value",
            value,
            "unit",
            unit,
            "source",
            "oracle"));
  }

  /**
   * Empties the register, all but its reference data; what refers goes before what it refers to.
   */
  void clear() {
    EntityStore store = product.product().store();
    Snapshot snapshot = store.snapshot();
    SequencedSet<String> order = new LinkedHashSet<>();
    snapshot.model().entities().keySet().forEach(entity -> after(snapshot.model(), entity, order));
    List<Change> removals = new ArrayList<>();
    for (String entity : order.reversed()) {
      if (snapshot.model().entity(entity).access() == EntityType.Access.OPEN
          && !REFERENCE.contains(entity)) {
        Table table = snapshot.table(entity);
        Arrays.stream(table.positions(Condition.ALL))
            .mapToObj(at -> new Change.Remove(entity, RowKey.id(table.idAt(at)), null))
            .forEach(removals::add);
      }
    }
    if (!removals.isEmpty()
        && !(store.commit(new Transaction("oracle", removals)) instanceof CommitResult.Committed)) {
      throw new AssertionError("the register could not be emptied");
    }
    enterprises = 0;
  }

  /** Puts an entity behind all that it refers to. */
  private static void after(Model model, String entity, Set<String> order) {
    for (var field : model.entity(entity).storedFields()) {
      if (field.type() instanceof ValueType.Reference(String other)
          && !other.equals(entity)
          && !order.contains(other)) {
        after(model, other, order);
      }
    }
    order.add(entity);
  }

  @Override
  public void close() {
    product.close();
  }
}

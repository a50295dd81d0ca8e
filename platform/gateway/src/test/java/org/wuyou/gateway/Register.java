package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.value.Money;
import org.wuyou.spi.value.Uscc;
import org.wuyou.store.StoreSettings;
import org.wuyou.store.WuyouStore;

/** A real store with five enterprises behind a real gateway. */
final class Register implements AutoCloseable {
  static final Caller ADMIN = new Caller("admin", Set.of("admin"), Optional.empty());
  static final Caller READER = new Caller("reader", Set.of("reader"), Optional.empty());
  static final Caller AUDITOR = new Caller("auditor", Set.of("auditor"), Optional.empty());
  static final Caller JINCHENG = new Caller("jincheng", Set.of("admin"), Optional.of("140500"));
  static final String A = uscc("9114050000000001A");
  static final String B = uscc("9114050000000002B");
  static final String C = uscc("9114050000000003C");
  static final String D = uscc("9114010000000004D");
  static final String E = uscc("9137130000000005E");
  static final String FREE = uscc("9114050000000009F");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T17:00:00Z"), ZoneOffset.UTC);

  final WuyouStore store;
  final Gateway gateway;
  final List<Transaction> audited = new CopyOnWriteArrayList<>();
  private final List<Consumer<CommitFeed.Commit>> listeners = new CopyOnWriteArrayList<>();
  private Snapshot last;

  private Register(WuyouStore store, Limits limits, Generation generation) {
    this.store = store;
    this.last = store.snapshot();
    store.checks(generation.checks());
    store.onCommit(
        event -> {
          List<CommitFeed.Changed> changes = new ArrayList<>();
          event
              .rows()
              .forEach(
                  (entity, rows) ->
                      rows.forEach(
                          r -> changes.add(new CommitFeed.Changed(entity, r.effect(), r.id()))));
          CommitFeed.Commit commit = new CommitFeed.Commit(last, event.snapshot(), changes);
          last = event.snapshot();
          listeners.forEach(l -> l.accept(commit));
        });
    CommitAudit audit =
        (transaction, caller, coordinate) -> {
          audited.add(transaction);
          return transaction;
        };
    CommitFeed feed =
        listener -> {
          listeners.add(listener);
          return () -> listeners.remove(listener);
        };
    this.gateway =
        new Gateway(
            new GatewaySettings(
                store, generation, ResolverGuard.DIRECT, CLOCK, limits, audit, feed));
  }

  static Register open(Path directory) {
    return open(directory, Limits.DEFAULT);
  }

  static Register open(Path directory, Limits limits) {
    Generation generation = Samples.composed(Samples.registry());
    Register register =
        new Register(
            WuyouStore.open(StoreSettings.of(directory, generation.model())), limits, generation);
    register.fill();
    return register;
  }

  private void fill() {
    enterprise(
        A,
        "甲钢铁",
        "140581",
        "3110",
        "LARGE",
        "150000000",
        500,
        "highTech",
        true,
        "intensity",
        new BigDecimal("3.5"),
        "score",
        new BigDecimal("90.5"),
        "founded",
        LocalDate.of(2001, 5, 1),
        "formerNames",
        List.of("老甲"));
    enterprise(
        B,
        "乙煤矿",
        "140502",
        "0610",
        "MEDIUM",
        "20000000",
        null,
        "highTech",
        false,
        "founded",
        LocalDate.of(2001, 7, 1));
    enterprise(C, "丙软件", "140581", "6510", "SMALL", null, 20, "parent", RowKey.key(A));
    enterprise(
        D, "丁机械", "140100", "3499", "LARGE", "150000000", 300, "founded", LocalDate.of(2010, 1, 1));
    enterprise(E, "戊食品", "371302", "13", null, "500.05", 7);
    commit(
        new Change.Insert(
            "YearlyReturn",
            values("enterprise", RowKey.key(A), "year", 2023, "rdExpenditure", money("1000000"))));
    commit(
        new Change.Insert(
            "YearlyReturn",
            values("enterprise", RowKey.key(A), "year", 2024, "rdExpenditure", money("1205000"))));
    commit(new Change.Insert("YearlyReturn", values("enterprise", RowKey.key(B), "year", 2024)));
    commit(new Change.Insert("LogEntry", values("number", 1, "text", "started")));
  }

  private void enterprise(
      String uscc,
      String name,
      String division,
      String industry,
      String size,
      String revenue,
      Integer employees,
      Object... more) {
    Map<String, Object> values =
        values("uscc", uscc, "name", name, "divisionCode", division, "industryCode", industry);
    put(values, "size", size);
    put(values, "revenue", revenue == null ? null : money(revenue));
    put(values, "employees", employees);
    values.putAll(values(more));
    commit(new Change.Insert("Enterprise", values));
  }

  private static void put(Map<String, Object> values, String name, Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  static Map<String, Object> values(Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }

  static Money money(String yuan) {
    return Money.yuan(new BigDecimal(yuan));
  }

  private static String uscc(String seventeen) {
    return seventeen + Uscc.checkCharacter(seventeen + "0");
  }

  void commit(Change change) {
    assertInstanceOf(
        CommitResult.Committed.class, store.commit(new Transaction("test", List.of(change))));
  }

  Answer ask(String query) {
    return ask(query, ADMIN, Map.of());
  }

  Answer ask(String query, Caller caller, Map<String, Object> variables) {
    return gateway.execute(new Operation(query, null, variables, false, Locale.ENGLISH), caller);
  }

  /** The data as JSON with single quotes; there must be no error. */
  String data(String query) {
    return data(query, ADMIN);
  }

  String data(String query, Caller caller) {
    Answer answer = ask(query, caller, Map.of());
    assertEquals(List.of(), answer.errors(), query);
    return json(answer.data());
  }

  /** The codes of the errors, in order. */
  List<String> codes(String query, Caller caller) {
    return ask(query, caller, Map.of()).errors().stream().map(Answer.Fault::code).toList();
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value).replace('"', '\'');
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}

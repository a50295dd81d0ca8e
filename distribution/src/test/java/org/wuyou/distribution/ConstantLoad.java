package org.wuyou.distribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.wuyou.testkit.GraphqlClient;

/** Four clients that ask and write without pause until they are stopped. */
final class ConstantLoad implements AutoCloseable {
  static final String WRITE =
      "mutation($uscc: Uscc!, $address: String) { enterpriseUpsert(input: [{ uscc: $uscc,"
          + " name: \"常更企业\", divisionCode: \"140502\", address: $address }])"
          + " { userErrors { code message } } }";
  private static final List<String> QUERIES =
      List.of(
          "{ enterprises(first: 3) { totalCount nodes { uscc name address } } }",
          "{ region(code: \"140500\") { targetBoard { shown threshold } } }",
          "{ enterprisesAggregate(groupBy: [{ divisionCode: CITY }]) { keys count } }");
  private static final int FAILURES_KEPT = 5;

  private final GraphqlClient client;
  private final LongAdder queries = new LongAdder();
  private final LongAdder mutations = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final List<Thread> clients = new ArrayList<>();

  ConstantLoad(GraphqlClient client, String uscc) {
    this.client = client;
    clients.add(Thread.startVirtualThread(() -> write(uscc)));
    QUERIES.forEach(query -> clients.add(Thread.startVirtualThread(() -> ask(query))));
  }

  private void write(String uscc) {
    while (open.get()) {
      mutations.increment();
      String address = mutations.sum() + " 号";
      attempt(() -> client.mutate(WRITE, Map.of("uscc", uscc, "address", address)));
    }
  }

  private void ask(String query) {
    while (open.get()) {
      queries.increment();
      attempt(() -> client.query(query));
    }
  }

  private void attempt(Runnable request) {
    try {
      request.run();
    } catch (RuntimeException | AssertionError e) {
      failed.increment();
      if (failures.size() < FAILURES_KEPT) {
        failures.add(e.toString());
      }
    }
  }

  void stop() throws InterruptedException {
    open.set(false);
    for (Thread each : clients) {
      each.join();
    }
  }

  long requests() {
    return queries.sum() + mutations.sum();
  }

  /** The first requests that failed, by what was said. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  String summary() {
    return "requests: %d queries, %d mutations, %d failed"
        .formatted(queries.sum(), mutations.sum(), failed.sum());
  }

  @Override
  public void close() {
    open.set(false);
  }
}

package org.wuyou.gateway.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.wuyou.gateway.Answer;

/** Counts and times requests: by address and status, and GraphQL operations by name and outcome. */
final class HttpMeters {
  /** Clients choose operation names, so only so many are told apart. */
  private static final int NAMES = 100;

  private static final String ANY_OTHER_NAME = "(other)";

  private final MeterRegistry meters;
  private final LongAdder inFlight = new LongAdder();
  private final ConcurrentHashMap<Request, Timer> requests = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Operation, Timer> operations = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Boolean> names = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Counter> errors = new ConcurrentHashMap<>();

  private record Request(String endpoint, int status) {}

  private record Operation(String name, String outcome) {}

  HttpMeters(MeterRegistry meters) {
    this.meters = meters;
    Gauge.builder("wuyou.http.in.flight", inFlight, LongAdder::sum)
        .description("Requests being answered")
        .register(meters);
  }

  /** A callback that notes the time until the answer is sent. */
  Callback measure(String endpoint, Response response, Callback callback) {
    inFlight.increment();
    return new Measured(endpoint, response, callback);
  }

  /** Notes one executed or refused GraphQL operation. */
  void operation(String name, Answer answer, long nanos) {
    String outcome =
        answer.requestError() ? "refused" : answer.errors().isEmpty() ? "ok" : "partial";
    operations
        .computeIfAbsent(new Operation(known(name, answer), outcome), this::operationTimer)
        .record(nanos, TimeUnit.NANOSECONDS);
    for (Answer.Fault fault : answer.errors()) {
      errors.computeIfAbsent(fault.code(), this::errorCounter).increment();
    }
  }

  private String known(String name, Answer answer) {
    if (names.containsKey(name)) {
      return name;
    }
    if (answer.requestError() || names.size() >= NAMES) {
      return ANY_OTHER_NAME;
    }
    names.put(name, true);
    return name;
  }

  private Timer operationTimer(Operation operation) {
    return Timer.builder("wuyou.graphql.requests")
        .description("GraphQL operations by name and outcome")
        .tags("operation", operation.name, "outcome", operation.outcome)
        .serviceLevelObjectives(BUCKETS)
        .register(meters);
  }

  private Counter errorCounter(String code) {
    return Counter.builder("wuyou.graphql.errors")
        .description("GraphQL errors by code")
        .tags("code", code)
        .register(meters);
  }

  private Timer requestTimer(Request request) {
    return Timer.builder("wuyou.http.requests")
        .description("HTTP requests by address and status")
        .tags("endpoint", request.endpoint, "status", Integer.toString(request.status))
        .serviceLevelObjectives(BUCKETS)
        .register(meters);
  }

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(30),
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30)
  };

  private final class Measured implements Callback {
    private final String endpoint;
    private final Response response;
    private final Callback next;
    private final long began = System.nanoTime();

    Measured(String endpoint, Response response, Callback next) {
      this.endpoint = endpoint;
      this.response = response;
      this.next = next;
    }

    @Override
    public void succeeded() {
      note();
      next.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
      note();
      next.failed(failure);
    }

    @Override
    public InvocationType getInvocationType() {
      return next.getInvocationType();
    }

    /** Before the exchange is over, for afterwards Jetty may use its objects again. */
    private void note() {
      inFlight.decrement();
      requests
          .computeIfAbsent(
              new Request(endpoint, response.getStatus()), HttpMeters.this::requestTimer)
          .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }
  }
}

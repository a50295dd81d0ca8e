package org.wuyou.gateway.http;

import graphql.*;
import graphql.schema.*;
import graphql.schema.idl.*;
import java.util.*;
import java.util.concurrent.*;
import org.wuyou.gateway.*;
import org.wuyou.spi.Caller;

/** TEMP until the real gateway lands. */
final class SampleGateway extends Gateway {
  static final String SDL =
      """
      type Query { hello(name: String): String fails: String! secret: String slow: String big(n: Int!): [String!]! }
      type Mutation { touch: String }
      type Subscription { ticks(n: Int!): Int! silence: Int }
      """;
  final CountDownLatch began = new CountDownLatch(1);
  final CountDownLatch release = new CountDownLatch(1);
  final CountDownLatch cancelled = new CountDownLatch(1);
  final GraphQL graphql;

  SampleGateway() {
    var w =
        RuntimeWiring.newRuntimeWiring()
            .type(
                "Query",
                b ->
                    b.dataFetcher("hello", e -> "你好 " + e.getArgument("name"))
                        .dataFetcher(
                            "fails",
                            e -> {
                              throw new IllegalStateException("inner secret");
                            })
                        .dataFetcher(
                            "slow",
                            e -> {
                              began.countDown();
                              release.await();
                              return "done";
                            })
                        .dataFetcher(
                            "big",
                            e -> Collections.nCopies(e.<Integer>getArgument("n"), "企业企业企业企业")))
            .type("Mutation", b -> b.dataFetcher("touch", e -> "touched"))
            .build();
    graphql =
        GraphQL.newGraphQL(
                new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SDL), w))
            .build();
  }

  public Answer execute(Operation o, Caller c) {
    if (o.queriesOnly() && o.query().contains("mutation"))
      return new Answer(
          null,
          List.of(
              new Answer.Fault(
                  "BAD_REQUEST", "no", List.of(), List.of(), Map.of("reason", "QUERY_REQUIRED"))),
          true,
          false);
    var r =
        graphql.execute(
            ExecutionInput.newExecutionInput(o.query())
                .operationName(o.operationName())
                .variables(o.variables()));
    List<Answer.Fault> f =
        r.getErrors().stream()
            .map(
                e ->
                    new Answer.Fault(
                        r.isDataPresent() ? "INTERNAL" : "VALIDATION",
                        e.getMessage(),
                        List.of(),
                        e.getPath() == null ? List.of() : e.getPath(),
                        Map.of()))
            .toList();
    return new Answer(r.getData(), f, !r.isDataPresent(), false);
  }

  public Flow.Publisher<Answer> subscribe(Operation o, Caller c) {
    if (!o.query().contains("subscription"))
      return sub ->
          sub.onSubscribe(
              new Flow.Subscription() {
                boolean done;

                public void request(long n) {
                  if (!done) {
                    done = true;
                    sub.onNext(execute(o, c));
                    sub.onComplete();
                  }
                }

                public void cancel() {}
              });
    if (o.query().contains("silence"))
      return sub ->
          sub.onSubscribe(
              new Flow.Subscription() {
                public void request(long k) {}

                public void cancel() {}
              });
    int n = o.query().contains("999") ? Integer.MAX_VALUE : 3;
    return sub ->
        sub.onSubscribe(
            new Flow.Subscription() {
              int i;

              public void request(long k) {
                if (i < n)
                  sub.onNext(
                      new Answer(new HashMap<>(Map.of("ticks", i++)), List.of(), false, false));
                else sub.onComplete();
              }

              public void cancel() {
                cancelled.countDown();
              }
            });
  }

  public Generation current() {
    return new Generation(SDL);
  }
}

package org.wuyou.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.wuyou.gateway.CommitAudit;
import org.wuyou.gateway.CommitFeed;
import org.wuyou.gateway.Composition;
import org.wuyou.gateway.Gateway;
import org.wuyou.gateway.GatewaySettings;
import org.wuyou.gateway.Generation;
import org.wuyou.gateway.Limits;
import org.wuyou.gateway.ResolverGuard;
import org.wuyou.gateway.SchemaComposer;
import org.wuyou.spi.Contribution;

/** A gateway over a small module whose fields a test can hold up, and whose commits it makes. */
final class SampleGateway {
  private static final String SDL =
      """
      extend type Query {
        "问候 | Greeting"
        hello("姓名 | Name" name: String): String
        "总是失败 | Always fails"
        fails: String!
        "可被测试拦住 | Held up by the test"
        slow: String
        "很大 | Large"
        big("个数 | How many" n: Int!): [String!]!
      }
      extend type Mutation {
        "触碰 | Touches"
        touch: String
      }
      "节拍 | A tick"
      type Tick @entity(key: ["number"]) {
        "序号 | Number"
        number: Int!
      }
      """;

  /** {@code slow} has begun. */
  final CountDownLatch began = new CountDownLatch(1);

  /** Lets {@code slow} end. */
  final CountDownLatch release = new CountDownLatch(1);

  /** A subscription has been given up. */
  final CountDownLatch cancelled = new CountDownLatch(1);

  final Gateway gateway;

  SampleGateway(MeterRegistry meters) {
    gateway =
        new Gateway(
            new GatewaySettings(
                new EmptyStore(),
                compose(),
                ResolverGuard.DIRECT,
                Clock.systemUTC(),
                Limits.DEFAULT,
                CommitAudit.NONE,
                this::threeTicks));
  }

  /** Swaps to a generation that is the same but new, which ends all subscriptions. */
  void swap() {
    gateway.publish(compose());
  }

  private Generation compose() {
    Contribution module =
        new Contribution(
            "sample",
            "1.0.0",
            Map.of("sample.graphqls", SDL),
            Map.of(
                "Query.hello", call -> "你好 " + call.<String>argument("name"),
                "Query.fails",
                    call -> {
                      throw new IllegalStateException("inner secret");
                    },
                "Query.slow",
                    call -> {
                      began.countDown();
                      release.await();
                      return "done";
                    },
                "Query.big",
                    call ->
                        Collections.nCopies(
                            Objects.requireNonNull(call.<Integer>argument("n")), "企业企业企业企业"),
                "Mutation.touch", call -> "touched"),
            Map.of());
    return switch (SchemaComposer.compose(List.of(module))) {
      case Composition.Composed composed -> composed.generation();
      case Composition.Rejected rejected -> throw new AssertionError(rejected.faults().toString());
    };
  }

  /** Three rows are created as soon as someone listens; then nothing more happens. */
  private CommitFeed.Listening threeTicks(java.util.function.Consumer<CommitFeed.Commit> listener) {
    for (int i = 0; i < 3; i++) {
      listener.accept(EmptyStore.created("Tick", i));
    }
    return cancelled::countDown;
  }
}

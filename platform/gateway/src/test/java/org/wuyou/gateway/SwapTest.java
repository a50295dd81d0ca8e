package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.spi.Contribution;

@DisplayName("Publishing a generation")
class SwapTest {
  @TempDir Path directory;
  private Register register;

  @BeforeEach
  void open() {
    register = Register.open(directory);
  }

  @AfterEach
  void close() {
    register.close();
  }

  private static Contribution module(int version, org.wuyou.spi.Resolver resolver) {
    return new Contribution(
        "mine",
        Integer.toString(version),
        Map.of("a.graphqls", "extend type Query {\n\"版本 | Version\"\nmine: Int!\n}"),
        Map.of("Query.mine", resolver),
        Map.of());
  }

  @Test
  void fails_no_request_that_runs_meanwhile() throws Exception {
    register.gateway.publish(Samples.composed(Samples.registry(), module(0, call -> 0)));
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger answered = new AtomicInteger();
    List<List<Answer.Fault>> failures = java.util.Collections.synchronizedList(new ArrayList<>());
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      boolean writer = i == 0;
      clients.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!stop.get()) {
                      Answer answer =
                          register.ask(
                              writer
                                  ? "mutation{enterpriseUpdate(key:{uscc:\""
                                      + Register.A
                                      + "\"},input:{employees:"
                                      + answered.get()
                                      + "}){userErrors{code}}}"
                                  : "{mine enterprises(where:{size:{eq:LARGE}}){nodes{name returns{totalCount}}}}");
                      if (!answer.errors().isEmpty()) {
                        failures.add(answer.errors());
                      }
                      answered.incrementAndGet();
                    }
                  }));
    }
    for (int version = 1; version <= 20; version++) {
      int current = version;
      Retirement old =
          register.gateway.publish(
              Samples.composed(Samples.registry(), module(version, call -> current)));
      assertTrue(old.awaitDrained(Duration.ofSeconds(20)), "drained");
      assertEquals("{'mine':" + version + "}", register.data("{mine}"));
    }
    stop.set(true);
    for (Thread client : clients) {
      client.join();
    }
    assertEquals(List.of(), failures);
    assertTrue(answered.get() > 20, "answered " + answered);
  }

  @Test
  void keeps_in_mind_what_clients_ask() {
    register.data("{enterprises{totalCount}}");

    register.gateway.publish(Samples.composed(Samples.registry()));

    long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (register.gateway.asked().isEmpty() && System.nanoTime() < limit) {
      Thread.onSpinWait();
    }
    assertEquals(List.of("{enterprises{totalCount}}"), register.gateway.asked());
  }

  @Test
  void lets_a_request_end_on_the_generation_it_began_with() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    register.gateway.publish(
        Samples.composed(
            module(
                1,
                call -> {
                  inside.countDown();
                  go.await();
                  return 1;
                })));
    AtomicReference<Answer> answer = new AtomicReference<>();
    Thread client = Thread.ofPlatform().start(() -> answer.set(register.ask("{mine}")));
    inside.await();
    Generation next = Samples.composed(module(2, call -> 2));
    Retirement old = register.gateway.publish(next);
    assertSame(next, register.gateway.current());
    assertFalse(old.awaitDrained(Duration.ofMillis(20)));
    assertEquals("{'mine':2}", register.data("{mine}"));
    go.countDown();
    client.join();
    assertEquals("{'mine':1}", Register.json(answer.get().data()));
    assertTrue(old.awaitDrained(Duration.ofSeconds(20)));
  }
}

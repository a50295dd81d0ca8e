package org.wuyou.runtime.slow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.runtime.Running;
import org.wuyou.runtime.Things;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.runtime.plugin.JarMaker;

/** Updates under constant load; the command is in the README of this room. */
@Tag("slow")
@DisplayName("Updating under load")
class HotDeploySuite {
  private static final int REGION_UPDATES = Integer.getInteger("region.updates", 200);
  private static final int MODULE_UPDATES = Integer.getInteger("module.updates", 50);
  private static final int CLIENTS = 4;

  @TempDir Path data;

  @Test
  void fails_no_request_and_leaves_no_loader() throws Exception {
    try (Running running = Running.in(data)) {
      assertDone(running.deploy(module(0)));
      assertDone(running.deploy(region(0)));
      running.data(
          "mutation { thingCreate(input: { code: \"a\", amount: 0 }) { userErrors { code } } }");
      Load load = new Load(running);
      List<Integer> region = update(running, REGION_UPDATES, HotDeploySuite::region);
      List<Integer> module = update(running, MODULE_UPDATES, HotDeploySuite::module);
      load.stop();

      System.out.printf("region bundle: %d updates, swap %s%n", region.size(), figures(region));
      System.out.printf("module with code: %d updates, swap %s%n", module.size(), figures(module));
      System.out.printf(
          "requests: %d queries, %d mutations, %d failed%n",
          load.queries.sum(), load.mutations.sum(), load.failures.size());
      assertEquals(List.of(), load.failures.stream().limit(5).toList());
      assertTrue(load.queries.sum() > REGION_UPDATES + MODULE_UPDATES);

      int left = loadersLeft(running);
      System.out.printf("loaders left: %d%n", left);
      assertEquals(0, left);
    }
  }

  private static List<Integer> update(
      Running running, int updates, java.util.function.IntFunction<JarMaker> version) {
    List<Integer> millis = new ArrayList<>();
    for (int i = 1; i <= updates; i++) {
      DeployReport report = running.deploy(version.apply(i));
      assertDone(report);
      millis.add(report.swapMillis());
    }
    return millis;
  }

  /** A region's bundle: policy files, and a field of its own on a type of the module. */
  private static JarMaker region(int number) {
    return JarMaker.jar("region-demo", "1.0." + number)
        .header("Wuyou-Requires", "things;version=\"[1,2)\"")
        .schema("region.graphqls", "extend type Thing { \"备注 | Remark\" remark: String }")
        .text("META-INF/wuyou/sample/README.txt", "release " + number);
  }

  private static JarMaker module(int number) {
    return Things.version("1.0." + number);
  }

  /** Waits, with collections, until the loaders of all replaced versions are gone. */
  private static int loadersLeft(Running running) {
    int left = Integer.MAX_VALUE;
    for (int round = 0; round < 100 && left > 0; round++) {
      System.gc();
      LockSupport.parkNanos(200_000_000);
      left =
          running
              .data("{ serverStatus { lingering { plugin } } }")
              .at("/serverStatus/lingering")
              .size();
    }
    return left;
  }

  private static String figures(List<Integer> millis) {
    List<Integer> sorted = millis.stream().sorted().toList();
    return Stream.of(50, 95, 100)
        .map(
            percent ->
                "p"
                    + percent
                    + " "
                    + sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100))
                    + " ms")
        .collect(Collectors.joining(", "));
  }

  private static void assertDone(DeployReport report) {
    assertEquals(DeployReport.Outcome.DONE, report.outcome(), report.toString());
  }

  /** Clients that ask and write without pause. */
  private static final class Load {
    private final LongAdder queries = new LongAdder();
    private final LongAdder mutations = new LongAdder();
    private final List<String> failures = java.util.Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicInteger number = new AtomicInteger();
    private final List<Thread> clients = new ArrayList<>();

    Load(Running running) {
      for (int i = 0; i < CLIENTS; i++) {
        boolean writes = i == 0;
        clients.add(Thread.startVirtualThread(() -> run(running, writes)));
      }
    }

    private void run(Running running, boolean writes) {
      while (open.get()) {
        String operation =
            writes
                ? "mutation { thingUpsert(input: [{ code: \"a\", amount: "
                    + number.incrementAndGet()
                    + " }]) { userErrors { code } } }"
                : "{ things(first: 3) { totalCount nodes { code amount release } } }";
        try {
          var answer = running.ask(operation);
          if (answer.has("errors")
              || answer.toString().contains("\"code\":\"")
                  && answer.at("/data/thingUpsert/userErrors").size() > 0) {
            failures.add(answer.toString());
          }
          (writes ? mutations : queries).increment();
        } catch (RuntimeException e) {
          failures.add(e.toString());
        }
      }
    }

    void stop() throws InterruptedException {
      open.set(false);
      for (Thread client : clients) {
        client.join();
      }
    }
  }
}

package org.wuyou.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.RunningProduct;
import org.wuyou.testkit.SampleCodes;

/**
 * The shipped registry and a shipped region bundle, updated again and again while clients ask and
 * write; the command is in {@code platform/docs/commands.md}.
 */
@Tag("slow")
@DisplayName("Updating under load")
class HotDeploySuite {
  private static final int REGION_UPDATES = Integer.getInteger("region.updates", 200);
  private static final int REGISTRY_UPDATES = Integer.getInteger("registry.updates", 50);
  private static final String REGISTRY = "wuyou-plugin-registry";
  private static final String REGION = "wuyou-region-jincheng";
  private static final String BOARD =
      "{ region(code: \"140500\") { targetBoard(targets: [\"HOT-1\"]) { shown threshold } } }";

  /** A target whose figure differs in every version of the bundle. */
  private static final String TARGET =
      """
      article: 热部署
      locator: 热部署
      clause: JC-T1
      departments: [gxj]
      parameters:
        hotWanted: {name: {zh: 应有企业数, en: Enterprises wanted}, unit: 家, values: {2021-01-01: %d}}
      indicators:
        hotCount: {name: {zh: 企业数, en: Enterprises}, unit: 家, kind: count, over: Enterprise, having: "name != ''"}
      targets:
        - id: HOT-1
          name: {zh: 企业数目标, en: Target for the number of enterprises}
          summary: {zh: 登记的企业数, en: Number of enterprises registered}
          indicator: hotCount
          must: 不低于
          value: hotWanted
          due: 2021-12-31
      """;

  private static final String CASES =
      """
      cases:
        - {name: 恰好, rule: HOT-1, figures: {hotCount: %d}, expect: MET}
        - {name: 略低, rule: HOT-1, figures: {hotCount: %d}, expect: NOT_MET}
        - {name: 略高, rule: HOT-1, figures: {hotCount: %d}, expect: MET}
      """;

  /** The first figure wanted. */
  private static final int WANTED = 1000;

  @TempDir Path folder;

  @Test
  void fails_no_request_changes_the_answers_and_leaves_no_loader() throws Exception {
    List<Path> stock = List.of(PluginJars.ofImage(REGISTRY), region(0));
    try (RunningProduct running = RunningProduct.start(Clock.systemUTC(), stock)) {
      GraphqlClient client = running.client();
      client.mutate(
          ConstantLoad.WRITE, Map.of("uscc", SampleCodes.uscc("140502", 1), "address", "0"));
      assertEquals(WANTED + "", wanted(client));
      List<DeployReport> region = new ArrayList<>();
      List<DeployReport> registry = new ArrayList<>();
      try (ConstantLoad load = new ConstantLoad(client, SampleCodes.uscc("140502", 1))) {
        for (int i = 1; i <= REGION_UPDATES; i++) {
          region.add(running.deploy(region(i)));
          assertEquals(WANTED + i + "", wanted(client), "the answer follows the bundle");
        }
        for (int i = 1; i <= REGISTRY_UPDATES; i++) {
          registry.add(running.deploy(PluginJars.withVersion(REGISTRY, "0.1.1" + i, folder)));
        }
        load.stop();
        System.out.printf("region bundle: %d updates, swap %s%n", region.size(), swaps(region));
        System.out.printf("registry: %d updates, swap %s%n", registry.size(), swaps(registry));
        System.out.println(load.summary());
        assertEquals(List.of(), load.failures());
        assertTrue(load.requests() > REGION_UPDATES + REGISTRY_UPDATES, load.summary());
      }
      int left = loadersLeft(client);
      System.out.printf("loaders left: %d%n", left);
      assertEquals(0, left);
    }
  }

  private Path region(int number) throws IOException {
    int wanted = WANTED + number;
    return PluginJars.withVersion(
        REGION,
        "0.1.1" + number,
        folder,
        Map.of(
            "META-INF/wuyou/policy/targets/hot-deploy.yaml",
            TARGET.formatted(wanted),
            "META-INF/wuyou/policy/targets/hot-deploy.cases.yaml",
            CASES.formatted(wanted, wanted - 1, wanted + 1)));
  }

  private static String wanted(GraphqlClient client) {
    return client.query(BOARD).at("/region/targetBoard/0/threshold").asText();
  }

  /** Waits, with collections, until the loaders of all replaced versions are gone. */
  private static int loadersLeft(GraphqlClient client) {
    int left = Integer.MAX_VALUE;
    for (int round = 0; round < 100 && left > 0; round++) {
      System.gc();
      LockSupport.parkNanos(200_000_000);
      left =
          client
              .query("{ serverStatus { lingering { plugin } } }")
              .at("/serverStatus/lingering")
              .size();
    }
    return left;
  }

  private static String swaps(List<DeployReport> reports) {
    List<Integer> millis = reports.stream().map(DeployReport::swapMillis).sorted().toList();
    return Stream.of(50, 95, 100)
        .map(p -> "p" + p + " " + millis.get(Math.min(millis.size() - 1, millis.size() * p / 100)))
        .collect(Collectors.joining(" ms, ", "", " ms"));
  }
}

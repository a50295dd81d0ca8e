package org.wuyou.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.runtime.plugin.JarMaker;
import org.wuyou.runtime.plugin.Terms;

@DisplayName("The jars a product is started with")
class StockTest {
  private static final String VERSION = "{ plugin(module: \"things\") { version signedBy } }";

  @TempDir Path data;
  @TempDir Path stock;

  @Test
  void are_trusted_without_a_signature_and_run_again_after_a_restart() throws Exception {
    Things.version("1.0.0").writeTo(stock);
    try (Running running = signedOnly()) {
      assertEquals("1.0.0", running.data(VERSION).at("/plugin/version").asText());
      DeployReport other = running.deploy(Things.version("1.1.0"));
      assertEquals("UNSIGNED", other.faults().getFirst().code());
    }
    try (Running running = signedOnly()) {
      assertEquals("1.0.0", running.data(VERSION).at("/plugin/version").asText());
      assertEquals("distribution", running.data(VERSION).at("/plugin/signedBy").asText());
    }
  }

  @Test
  void do_not_come_back_when_an_administrator_has_removed_them() throws Exception {
    Things.version("1.0.0").writeTo(stock);
    try (Running running = watching()) {
      running.product().plugins().remove("things", false, Terms.commit("test"));
    }
    try (Running running = watching()) {
      assertTrue(running.data(VERSION).at("/plugin/version").isNull());
    }
  }

  @Test
  void go_in_together_and_without_the_one_that_is_refused() throws Exception {
    Things.version("1.0.0").writeTo(stock);
    JarMaker.jar("bad", "1.0.0").schema("bad.graphqls", "type Thing { a: Int }").writeTo(stock);
    JarMaker.jar("good", "1.0.0")
        .header("Wuyou-Requires", "things;version=\"[1,2)\"")
        .schema("good.graphqls", "extend type Thing { \"色 | Colour\" colour: String }")
        .writeTo(stock);
    try (Running running = watching()) {
      String modules = running.data("{ plugins { module state } }").at("/plugins").toString();
      assertTrue(modules.contains("{\"module\":\"things\",\"state\":\"ACTIVE\"}"), modules);
      assertTrue(modules.contains("{\"module\":\"good\",\"state\":\"ACTIVE\"}"), modules);
      assertTrue(modules.contains("{\"module\":\"bad\",\"state\":\"FAILED\"}"), modules);
    }
  }

  private Running signedOnly() throws IOException {
    return Running.in(data, s -> s.withPlugins(List.of(stock)).inProductionMode());
  }

  private Running watching() throws IOException {
    return Running.in(data, s -> s.withWatched(stock));
  }
}

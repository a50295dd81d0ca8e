package org.wuyou.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WuyouServer
@DisplayName("A test with a server")
class WuyouServerTest {
  @Test
  void meets_the_real_product(RunningProduct product, GraphqlClient client) {
    assertEquals("Query", client.query("{ __typename }").path("__typename").asText());
    assertEquals(200, client.send(client.request("/health/ready").build()).statusCode());
    assertTrue(Files.isDirectory(product.data().resolve("store")));
  }

  @Test
  void is_told_in_full_what_failed(GraphqlClient client) {
    AssertionError failure =
        assertThrows(AssertionError.class, () -> client.query("{ nothing }", Map.of("n", 1)));
    assertTrue(failure.getMessage().contains("{ nothing }"), failure.getMessage());
    assertTrue(failure.getMessage().contains("VALIDATION"), failure.getMessage());
  }

  @Test
  void may_ask_without_the_right_token(RunningProduct product) {
    GraphqlReply reply = product.client("another").ask("{ __typename }", Map.of());
    assertEquals(401, reply.status());
    assertEquals("UNAUTHENTICATED", reply.code());
  }

  @Test
  void sees_why_a_plugin_is_refused(RunningProduct product, @TempDir Path folder) throws Exception {
    Path noJar = Files.writeString(folder.resolve("no.jar"), "not a jar");
    AssertionError failure = assertThrows(AssertionError.class, () -> product.deploy(noJar));
    assertTrue(failure.getMessage().contains("no.jar was refused:\n"), failure.getMessage());
  }

  @Test
  void may_restart_it(RunningProduct product) throws Exception {
    product.restart();
    assertEquals("Query", product.client().query("{ __typename }").path("__typename").asText());
  }
}

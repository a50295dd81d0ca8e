package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.RunningProduct;
import org.wuyou.testkit.SampleCodes;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(plugins = "plugins/registry")
@DisplayName("The registry in the running product")
class RunningRegistryTest {
  private static final String BY_CODE = "query ($uscc: Uscc!) { enterprise(uscc: $uscc) { name } }";

  @Test
  void keeps_an_enterprise_over_a_restart(RunningProduct product) throws Exception {
    String uscc = SampleCodes.uscc("140502", 1);
    JsonNode saved =
        Rows.of("Enterprise").row("uscc", uscc, "name", "太行精密有限公司").save(product.client());
    assertEquals(1, saved.path("created").asInt());

    product.restart();
    assertEquals("太行精密有限公司", name(product.client(), uscc));
  }

  @Test
  void answers_in_the_schema_it_declares(GraphqlClient client) {
    String sdl = client.send(client.request("/schema.graphqls").build()).body();
    assertTrue(sdl.contains("type Enterprise"), sdl);
    assertTrue(sdl.contains("enterpriseUpsert("), sdl);
  }

  private static String name(GraphqlClient client, String uscc) {
    return client.query(BY_CODE, Map.of("uscc", uscc)).path("enterprise").path("name").asText();
  }
}

package org.wuyou.platforms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(
    plugins = {"plugins/registry", "plugins/platforms"},
    sample = true)
@DisplayName("The sample in the product")
class SampleInTheProductTest {
  @Test
  void loads_whole_and_fills_every_region(GraphqlClient client) {
    JsonNode groups =
        client
            .query("{ platformsAggregate(groupBy: [{divisionCode: PROVINCE}]) { keys count } }")
            .path("platformsAggregate");
    assertEquals(4, groups.size(), groups::toString);
    groups.forEach(group -> assertTrue(group.path("count").asInt() > 30, group::toString));
  }
}

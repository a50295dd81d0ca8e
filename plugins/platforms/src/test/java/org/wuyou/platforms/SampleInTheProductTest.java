package org.wuyou.platforms;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.SampleLoad;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(plugins = {"plugins/registry", "plugins/platforms"})
@DisplayName("The sample in the product")
class SampleInTheProductTest {
  @Test
  void loads_whole_and_fills_every_region(GraphqlClient client) throws Exception {
    SampleLoad.of(client, "plugins/registry");
    SampleLoad.of(client, "plugins/platforms");
    JsonNode groups =
        client
            .query("{ platformsAggregate(groupBy: [{divisionCode: PROVINCE}]) { keys count } }")
            .path("platformsAggregate");
    assertTrue(groups.size() == 4, groups::toString);
    groups.forEach(group -> assertTrue(group.path("count").asInt() > 30, group::toString));
  }
}

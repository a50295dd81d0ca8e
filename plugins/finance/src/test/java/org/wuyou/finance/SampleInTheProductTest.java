package org.wuyou.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(
    plugins = {"plugins/registry", "plugins/finance"},
    sample = true)
@DisplayName("The sample in the product")
class SampleInTheProductTest {
  @Test
  void loads_whole_and_fills_every_region(GraphqlClient client) {
    JsonNode groups =
        client
            .query(
                "{ benefitClaimsAggregate(groupBy: [{enterprise: {divisionCode: PROVINCE}}]) { keys count } }")
            .path("benefitClaimsAggregate");
    assertEquals(4, groups.size(), groups::toString);
    groups.forEach(group -> assertTrue(group.path("count").asInt() > 30, group::toString));
  }
}

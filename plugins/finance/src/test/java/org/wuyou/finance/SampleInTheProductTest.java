package org.wuyou.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.RunningProduct;
import org.wuyou.testkit.SampleFiles;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(plugins = {"plugins/registry", "plugins/finance"})
@DisplayName("The sample in the product")
class SampleInTheProductTest {
  @Test
  void loads_whole_and_fills_every_region(RunningProduct product) throws Exception {
    SampleFiles.of("plugins/registry", "plugins/finance").load(product);
    JsonNode groups =
        product
            .client()
            .query(
                "{ benefitClaimsAggregate(groupBy: [{enterprise: {divisionCode: PROVINCE}}]) { keys count } }")
            .path("benefitClaimsAggregate");
    assertEquals(4, groups.size(), groups::toString);
    groups.forEach(group -> assertTrue(group.path("count").asInt() > 30, group::toString));
  }
}

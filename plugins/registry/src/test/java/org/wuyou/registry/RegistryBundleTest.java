package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.PluginFolder;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.RunningProduct;

/**
 * The module as a bundle in the running product: deployed, with its reference data and its code.
 */
class RegistryBundleTest {
  private static RunningProduct product;

  @BeforeAll
  static void start() throws Exception {
    product =
        RunningProduct.start(Clock.systemUTC(), List.of(PluginFolder.jarOf("plugins/registry")));
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void Its_reference_data_is_there_at_once() {
    assertEquals(
        "高平市",
        product
            .client()
            .query("{ division(code: \"140581\") { name } }")
            .at("/division/name")
            .asText());
    assertEquals(
        117,
        product
            .client()
            .query("{ industryClasses { totalCount } }")
            .at("/industryClasses/totalCount")
            .asInt());
  }

  @Test
  void Its_rules_complete_rows_and_its_code_answers() {
    Rows.of("Enterprise")
        .row("uscc", "91371300MA0T000030", "name", "示例乙有限公司", "registryDivision", "211121")
        .save(product.client());
    var enterprise =
        product
            .client()
            .query(
                """
                query($uscc: Uscc!) { enterprise(uscc: $uscc) {
                    divisionCode divisionSource registryDivisionNow { result } } }
                """,
                Map.of("uscc", "91371300MA0T000030"))
            .at("/enterprise");
    assertEquals("211104", enterprise.at("/divisionCode").asText());
    assertEquals("REGISTRY", enterprise.at("/divisionSource").asText());
    assertEquals("SUCCEEDED", enterprise.at("/registryDivisionNow/result").asText());
  }
}

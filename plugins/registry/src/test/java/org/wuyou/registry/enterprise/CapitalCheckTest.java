package org.wuyou.registry.enterprise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Snapshot;

@DisplayName("Registered capital as written")
@Tag("REG-01")
class CapitalCheckTest {
  /** The check does not look at other rows. */
  private static final Snapshot NONE = null;

  @ParameterizedTest
  @ValueSource(strings = {"N/A", "18(万美元)", "150,000(万日元)", "60()", "资产经营"})
  void is_told_where_it_gives_no_amount_in_cny(String text) {
    List<RowCheck.Fault> faults = new CapitalCheck().check(row(text), NONE);
    assertEquals(List.of("CAPITAL_NOT_IN_CNY"), faults.stream().map(RowCheck.Fault::code).toList());
    assertEquals(RowCheck.Severity.WARNING, faults.getFirst().severity());
  }

  @ParameterizedTest
  @ValueSource(strings = {"50(万元人民币)", "88万人民币", "5,622(万)", "8,170.5000(万元人民币)"})
  void is_not_mentioned_where_it_does(String text) {
    assertEquals(List.of(), new CapitalCheck().check(row(text), NONE));
  }

  @Test
  void is_not_mentioned_where_there_is_none() {
    assertEquals(List.of(), new CapitalCheck().check(row(null), NONE));
  }

  private static Map<String, @Nullable Object> row(@Nullable String text) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("registeredCapitalText", text);
    return row;
  }
}

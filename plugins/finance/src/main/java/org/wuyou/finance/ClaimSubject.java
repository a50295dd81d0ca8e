package org.wuyou.finance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Snapshot;

/** A claim that names no object is for its enterprise and its year. */
final class ClaimSubject implements RowCheck {
  @Override
  public Map<String, @Nullable Object> complete(
      Map<String, @Nullable Object> values, Snapshot before) {
    if (values.get("subject") != null) {
      return Map.of();
    }
    return RowCheck.referred("Enterprise", values.get("enterprise"), before)
        .<Map<String, @Nullable Object>>map(
            enterprise -> Map.of("subject", enterprise.text("uscc") + "/" + values.get("year")))
        .orElse(Map.of());
  }

  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    return List.of();
  }
}

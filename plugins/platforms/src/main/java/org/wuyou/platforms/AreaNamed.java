package org.wuyou.platforms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/** Coverage names one area: a zone or a division. */
final class AreaNamed implements RowCheck {
  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    boolean zone = values.get("zone") != null;
    boolean division = values.get("division") != null;
    return zone != division
        ? List.of()
        : List.of(
            new Fault(
                Severity.ERROR,
                "AREA_NOT_ONE",
                "zone",
                new Label("请填写开发区或区划之一，且只填一个。", "Give a zone or a division, one of the two.")));
  }
}

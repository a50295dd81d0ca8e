package org.wuyou.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/** A file is decided on a day, and nothing is granted without a ground. */
final class DecisionWithGrounds implements RowCheck {
  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    List<Fault> faults = new ArrayList<>();
    boolean grounds = values.get("grounds") instanceof List<?> list && !list.isEmpty();
    if ("GRANTED".equals(values.get("decision")) && !grounds) {
      faults.add(
          fault(
              "GROUNDS_MISSING",
              "grounds",
              "决定支持的案卷须写明至少一项事由。",
              "A file that is granted names at least one ground."));
    }
    if ((values.get("decision") == null) != (values.get("decidedOn") == null)) {
      faults.add(
          fault(
              "DECISION_INCOMPLETE",
              "decidedOn",
              "决定与决定日期须同时填写。",
              "A decision and its day are given together."));
    }
    return faults;
  }

  private static Fault fault(String code, String field, String zh, String en) {
    return new Fault(Severity.ERROR, code, field, new Label(zh, en));
  }
}

package org.wuyou.platforms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/** An item is done on a day, and a day makes it done. */
final class DoneHasDay implements RowCheck {
  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    boolean done = "DONE".equals(values.get("status"));
    return done == (values.get("doneOn") != null)
        ? List.of()
        : List.of(
            new Fault(
                Severity.ERROR,
                "DONE_WITHOUT_DAY",
                "doneOn",
                new Label(
                    "已完成的事项须有完成日期，未完成的不得有；请核对状态与日期。",
                    "An item that is done has its day, and no other has one; check status and day.")));
  }
}

package org.wuyou.spi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/** Days of a row come in this order; the same day is in order, a missing one is left out. */
public record DaysInOrder(List<String> fields) implements RowCheck {
  public DaysInOrder {
    fields = List.copyOf(fields);
  }

  public static DaysInOrder of(String... fields) {
    return new DaysInOrder(List.of(fields));
  }

  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    List<Fault> faults = new ArrayList<>();
    String earlier = null;
    LocalDate from = null;
    for (String field : fields) {
      LocalDate day = (LocalDate) values.get(field);
      if (day == null) {
        continue;
      }
      if (from != null && day.isBefore(from)) {
        faults.add(fault(field, day, String.valueOf(earlier), from));
      }
      earlier = field;
      from = day;
    }
    return faults;
  }

  private static Fault fault(String field, LocalDate day, String earlier, LocalDate from) {
    return new Fault(
        Severity.ERROR,
        "DATE_ORDER",
        field,
        new Label(
            field + "（" + day + "）早于 " + earlier + "（" + from + "）；请核对两个日期。",
            field
                + " ("
                + day
                + ") lies before "
                + earlier
                + " ("
                + from
                + "); check both dates."));
  }
}

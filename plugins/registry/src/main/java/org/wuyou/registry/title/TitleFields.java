package org.wuyou.registry.title;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.division.RegionScope;
import org.wuyou.registry.read.Arguments;
import org.wuyou.spi.Call;
import org.wuyou.spi.Registration;
import org.wuyou.spi.RowCheck.Fault;
import org.wuyou.spi.RowCheck.Severity;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.model.Label;

/** Answers which titles are valid on a day and counts enterprises by title. */
public final class TitleFields {
  private TitleFields() {}

  public static void register(Registration registration) {
    registration.field("Title", "valid", call -> Validity.of(call.row()).on(call.asOf()));
    registration.field("Enterprise", "titlesOn", TitleFields::titlesOn);
    registration.field("Query", "titleCount", TitleFields::count);
    registration.check("Title", TitleFields::order);
  }

  private static List<Row> titlesOn(Call call) {
    return call.row().related("titles").stream()
        .filter(title -> Validity.of(title).on(call.asOf()))
        .toList();
  }

  private static TitleCount count(Call call) {
    List<Condition> parts = new ArrayList<>();
    parts.add(Condition.eq("kind", Arguments.text(call, "kind")));
    String level = call.argument("level");
    if (level != null) {
      parts.add(Condition.eq("level", level));
    }
    parts.add(RegionScope.of(call.snapshot(), Arguments.region(call), "enterprise.divisionCode"));
    return TitleCount.of(byEnterprise(call.snapshot(), new Condition.And(parts)), call.asOf());
  }

  private static Map<Long, List<Validity>> byEnterprise(Snapshot snapshot, Condition where) {
    Table table = snapshot.table("Title");
    Map<Long, List<Validity>> titles = new LinkedHashMap<>();
    for (int position : table.positions(where)) {
      Row title = table.row(position);
      long enterprise = Objects.requireNonNull(title.reference("enterprise")).id();
      titles.computeIfAbsent(enterprise, e -> new ArrayList<>()).add(Validity.of(title));
    }
    return titles;
  }

  /** A title ends after it began. */
  private static List<Fault> order(Map<String, @Nullable Object> values, Snapshot before) {
    LocalDate issued = (LocalDate) values.get("issuedOn");
    List<Fault> faults = new ArrayList<>();
    for (String field : List.of("validUntil", "revokedOn")) {
      LocalDate end = (LocalDate) values.get(field);
      if (issued != null && end != null && end.isBefore(issued)) {
        faults.add(
            new Fault(
                Severity.ERROR,
                "ENDS_BEFORE_ISSUE",
                field,
                new Label(
                    "日期 " + end + " 早于发证日期 " + issued + "；请核对两个日期。",
                    end + " lies before the day of issue, " + issued + "; check both dates.")));
      }
    }
    return faults;
  }
}

package org.wuyou.talent;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/** Only a commissioner of one of the two rosters is posted as one. */
final class CommissionerOnRoster implements RowCheck {
  private static final List<String> ROSTERS =
      List.of("TECHNOLOGY_COMMISSIONER", "INDUSTRY_COMMISSIONER");

  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    if (!"COMMISSIONED".equals(values.get("kind"))) {
      return List.of();
    }
    boolean listed =
        RowCheck.referred("TalentProfile", values.get("person"), before)
            .filter(CommissionerOnRoster::commissioner)
            .isPresent();
    return listed
        ? List.of()
        : List.of(
            new Fault(
                Severity.ERROR,
                "NOT_A_COMMISSIONER",
                "person",
                new Label(
                    "此人不在科技特派员或工业特派员名册；请先入册，或改填任职类型。",
                    "The person is on neither roster of commissioners; enter them there, or choose"
                        + " another kind of posting.")));
  }

  private static boolean commissioner(Row person) {
    return person.value("rosters") instanceof List<?> rosters
        && rosters.stream().anyMatch(ROSTERS::contains);
  }
}

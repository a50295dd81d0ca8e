package org.wuyou.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/**
 * A row that states no division takes the one of the row it belongs to; without either it would
 * belong to no region and is refused.
 *
 * @param field of the row's own division
 * @param owner reference field
 * @param entity that the reference points to
 * @param ownersField of the owner's division
 */
public record DivisionOfOwner(String field, String owner, String entity, String ownersField)
    implements RowCheck {

  /** For rows with a {@code divisionCode} of their own that belong to an enterprise. */
  public static DivisionOfOwner enterprise(String owner) {
    return new DivisionOfOwner("divisionCode", owner, "Enterprise", "divisionCode");
  }

  @Override
  public Map<String, @Nullable Object> complete(
      Map<String, @Nullable Object> values, Snapshot before) {
    if (values.get(field) != null) {
      return Map.of();
    }
    return RowCheck.referred(entity, values.get(owner), before)
        .map(row -> row.text(ownersField))
        .<Map<String, @Nullable Object>>map(code -> Map.of(field, code))
        .orElse(Map.of());
  }

  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    if (values.get(field) != null) {
      return List.of();
    }
    return List.of(
        new Fault(
            Severity.ERROR,
            "DIVISION_MISSING",
            field,
            new Label(
                "没有区划，也不能从 " + owner + " 得到；请填写 " + field + "，或填写有区划的 " + owner + "。",
                "There is no division, nor can one be had from "
                    + owner
                    + "; give "
                    + field
                    + ", or an "
                    + owner
                    + " that has one.")));
  }
}

package org.wuyou.registry.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.evidence.Have.State;
import org.wuyou.spi.value.Money;

/**
 * What the register holds on one R&amp;D institution in one year; null where it holds nothing.
 *
 * @param record the institution's own record
 * @param yearly the record of the year, if there is one
 */
public record InstitutionEvidence(
    int year,
    HaveEvidence record,
    @Nullable HaveEvidence yearly,
    @Nullable Integer staff,
    @Nullable Money funds,
    @Nullable Integer projects,
    @Nullable String premises,
    @Nullable Money equipment,
    @Nullable List<String> directions) {

  /** People, funds, facilities, direction, projects. */
  public FiveHaves fiveConditions() {
    return FiveHaves.of(
        year,
        List.of(
            reported(HaveKind.PERSONNEL, staff),
            reported(HaveKind.FUNDS, funds == null ? null : funds.fen()),
            facilities(),
            direction(),
            reported(HaveKind.PROJECT, projects)));
  }

  private Have reported(HaveKind kind, @Nullable Number figure) {
    List<HaveEvidence> evidence =
        yearly != null && figure != null && figure.longValue() > 0 ? List.of(yearly) : List.of();
    return Have.counted(kind, evidence, figure == null ? null : figure.longValue());
  }

  /** Premises and equipment: equipment worth nothing is a known failure, a blank is not. */
  private Have facilities() {
    if (equipment != null && equipment.fen() == 0) {
      return Have.of(HaveKind.FACILITIES, State.NOT_MET, List.of());
    }
    boolean shown = equipment != null && premises != null;
    return Have.of(
        HaveKind.FACILITIES,
        shown ? State.MET : State.UNDETERMINED,
        shown ? List.of(record) : List.of());
  }

  private Have direction() {
    if (directions == null) {
      return Have.of(HaveKind.DIRECTION, State.UNDETERMINED, List.of());
    }
    return directions.isEmpty()
        ? Have.of(HaveKind.DIRECTION, State.NOT_MET, List.of())
        : Have.of(HaveKind.DIRECTION, State.MET, List.of(record));
  }
}

package org.wuyou.gateway.files.load;

import java.util.List;
import org.wuyou.gateway.files.Finding;
import org.wuyou.gateway.files.sheet.Line;

/**
 * What became of a file, or would become of it. {@code accepted + updated + unchanged + refused =
 * total}.
 *
 * @param committed whether anything could be written at all: false for a preview and for a file
 *     refused whole
 * @param total rows below the header that are not blank
 * @param accepted rows that were not in the register before
 * @param updated rows that were, with another value
 * @param unchanged rows that were, with the same values
 * @param refused rows not taken
 * @param header of the file, for the file of refused rows
 * @param refusals the rows not taken, as they were in the file
 */
public record ImportReport(
    String entity,
    boolean committed,
    int total,
    int accepted,
    int updated,
    int unchanged,
    int refused,
    List<Finding> warnings,
    List<Finding> errors,
    Line header,
    List<Refusal> refusals) {
  /** A row not taken, and why. */
  public record Refusal(Line line, List<Finding> reasons) {
    public Refusal {
      reasons = List.copyOf(reasons);
    }
  }

  public ImportReport {
    warnings = List.copyOf(warnings);
    errors = List.copyOf(errors);
    refusals = List.copyOf(refusals);
  }

  static ImportReport refusedWhole(String entity, List<Finding> warnings, List<Finding> errors) {
    return new ImportReport(
        entity, false, 0, 0, 0, 0, 0, warnings, errors, new Line(1, List.of()), List.of());
  }

  /** Whether the file was refused before any row was looked at. */
  public boolean unreadable() {
    return total == 0 && !errors.isEmpty();
  }
}

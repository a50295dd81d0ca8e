package org.wuyou.gateway.files.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wuyou.gateway.files.Finding;
import org.wuyou.spi.data.CommitResult;

/** Counts what becomes of the rows while an import runs; of that one import alone. */
final class Tally {
  private static final Comparator<Finding> BY_ROW =
      Comparator.comparingInt(f -> f.row() == null ? 0 : f.row());

  private final List<Finding> warnings = new ArrayList<>();
  private final List<Finding> errors = new ArrayList<>();
  private final List<ImportReport.Refusal> refusals = new ArrayList<>();
  private int total;
  private int created;
  private int updated;
  private int unchanged;

  void row() {
    total++;
  }

  void warn(List<Finding> findings) {
    warnings.addAll(findings);
  }

  void took(CommitResult.Effect effect) {
    switch (effect) {
      case CREATED -> created++;
      case UPDATED -> updated++;
      case UNCHANGED -> unchanged++;
      case REMOVED -> throw new IllegalStateException("an upsert removed a row");
    }
  }

  void refuse(Draft draft) {
    errors.addAll(draft.errors());
    refusals.add(new ImportReport.Refusal(draft.line(), draft.errors()));
  }

  void refuse(Finding wholeFile) {
    errors.add(wholeFile);
  }

  boolean anyRefused() {
    return !errors.isEmpty();
  }

  int total() {
    return total;
  }

  ImportReport report(String entity, boolean committed, Table table) {
    warnings.sort(BY_ROW);
    errors.sort(BY_ROW);
    refusals.sort(Comparator.comparingInt(r -> r.line().number()));
    int taken = created + updated + unchanged;
    return new ImportReport(
        entity,
        committed && taken > 0,
        total,
        created,
        updated,
        unchanged,
        total - taken,
        warnings,
        errors,
        table.header(),
        refusals);
  }
}

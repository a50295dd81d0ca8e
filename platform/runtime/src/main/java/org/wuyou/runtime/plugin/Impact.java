package org.wuyou.runtime.plugin;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.Label;

/** What a deployment would change, told before it does. */
public record Impact(
    List<SchemaChange> schemaChanges,
    List<MigrationStep> migration,
    List<PolicyChange> policyChanges,
    List<PolicyShift> policyShifts,
    List<String> dependents,
    List<BrokenOperation> brokenOperations) {
  public static final Impact NONE =
      new Impact(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Impact {
    schemaChanges = List.copyOf(schemaChanges);
    migration = List.copyOf(migration);
    policyChanges = List.copyOf(policyChanges);
    policyShifts = List.copyOf(policyShifts);
    dependents = List.copyOf(dependents);
    brokenOperations = List.copyOf(brokenOperations);
  }

  Impact alongside(List<String> modules) {
    return new Impact(
        schemaChanges, migration, policyChanges, policyShifts, modules, brokenOperations);
  }

  /** {@code coordinate} is a type or {@code Type.field}. */
  public record SchemaChange(String coordinate, boolean breaking, Label message) {}

  /**
   * What a changed rule does to the subjects of the register.
   *
   * @param presentCost in yuan; null where no amount is set
   */
  public record PolicyShift(
      String region,
      String rule,
      Label name,
      int presentEligible,
      int reformEligible,
      int winners,
      int losers,
      @Nullable BigDecimal presentCost,
      @Nullable BigDecimal reformCost) {}

  public record MigrationStep(String coordinate, boolean lossy, Label message) {}

  public record PolicyChange(String file, Kind change) {
    public enum Kind {
      ADDED,
      CHANGED,
      REMOVED
    }
  }

  /** A recorded operation that the new schema refuses. */
  public record BrokenOperation(String query, String reason) {}
}

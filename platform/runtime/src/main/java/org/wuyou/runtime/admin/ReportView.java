package org.wuyou.runtime.admin;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.runtime.plugin.Fault;
import org.wuyou.runtime.plugin.Impact;

/** A {@link DeployReport} as {@code DeployReport} of the schema, in one language. */
public record ReportView(
    DeployReport.Outcome outcome,
    String plugin,
    @Nullable String version,
    @Nullable String replaces,
    @Nullable String upload,
    List<FaultView> faults,
    ImpactView impact,
    @Nullable Integer swapMillis) {

  /** A {@link Fault} as {@code PluginFault} of the schema. */
  public record FaultView(
      String code,
      String plugin,
      String file,
      @Nullable Integer line,
      @Nullable Integer column,
      String message,
      String remedy) {
    public static FaultView of(Fault fault, Locale locale) {
      return new FaultView(
          fault.code(),
          fault.plugin(),
          fault.place().file(),
          positive(fault.place().line()),
          positive(fault.place().column()),
          fault.message().in(locale),
          fault.remedy().in(locale));
    }

    private static @Nullable Integer positive(int number) {
      return number > 0 ? number : null;
    }
  }

  /** An {@link Impact} as {@code DeployImpact} of the schema. */
  public record ImpactView(
      List<StepView> schemaChanges,
      List<LossView> migration,
      List<Impact.PolicyChange> policyChanges,
      List<ShiftView> policyShifts,
      List<String> dependents,
      List<Impact.BrokenOperation> brokenOperations) {
    static ImpactView of(Impact impact, Locale locale) {
      return new ImpactView(
          impact.schemaChanges().stream().map(change -> StepView.of(change, locale)).toList(),
          impact.migration().stream()
              .map(step -> new LossView(step.coordinate(), step.lossy(), step.message().in(locale)))
              .toList(),
          impact.policyChanges(),
          impact.policyShifts().stream().map(shift -> ShiftView.of(shift, locale)).toList(),
          impact.dependents(),
          impact.brokenOperations());
    }
  }

  /** {@code PolicyShift} of the schema. */
  public record ShiftView(
      String region,
      String rule,
      String name,
      int presentEligible,
      int reformEligible,
      int winners,
      int losers,
      @Nullable BigDecimal presentCost,
      @Nullable BigDecimal reformCost) {
    static ShiftView of(Impact.PolicyShift shift, Locale locale) {
      return new ShiftView(
          shift.region(),
          shift.rule(),
          shift.name().in(locale),
          shift.presentEligible(),
          shift.reformEligible(),
          shift.winners(),
          shift.losers(),
          shift.presentCost(),
          shift.reformCost());
    }
  }

  /** {@code SchemaChange} of the schema. */
  public record StepView(String coordinate, boolean breaking, String message) {
    static StepView of(Impact.SchemaChange change, Locale locale) {
      return new StepView(change.coordinate(), change.breaking(), change.message().in(locale));
    }
  }

  /** {@code MigrationStep} of the schema. */
  public record LossView(String coordinate, boolean lossy, String message) {}

  public static ReportView of(DeployReport report, Locale locale) {
    return new ReportView(
        report.outcome(),
        report.plugin(),
        report.version(),
        report.replaces(),
        report.upload(),
        report.faults().stream().map(fault -> FaultView.of(fault, locale)).toList(),
        ImpactView.of(report.impact(), locale),
        report.swapMillis());
  }
}

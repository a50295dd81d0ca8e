package org.wuyou.registry.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.read.Arguments;
import org.wuyou.spi.Call;
import org.wuyou.spi.Registration;
import org.wuyou.spi.RowCheck.Fault;
import org.wuyou.spi.RowCheck.Severity;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/** Answers which of the five haves and the five conditions are in place. */
public final class EvidenceFields {
  private EvidenceFields() {}

  public static void register(Registration registration) {
    registration.field(
        "Enterprise",
        "fiveHaves",
        call -> EvidenceReader.fiveHaves(call.row(), Arguments.year(call)));
    registration.field("Enterprise", "fiveConditions", EvidenceFields::best);
    registration.field(
        "Enterprise",
        "hasRdInstitution",
        call -> !EvidenceReader.institutions(call.row(), call.asOf()).isEmpty());
    registration.field(
        "RdInstitution",
        "fiveConditions",
        call -> EvidenceReader.fiveConditions(call.row(), Arguments.year(call)));
    registration.field(
        "RdInstitution", "existsOn", call -> EvidenceReader.exists(call.row(), call.asOf()));
    registration.check("RdInstitution", period("establishedOn", "closedOn"));
    registration.check("RdProject", period("startedOn", "endedOn"));
  }

  /** The enterprise meets the conditions by its best institution that exists at the year's end. */
  private static FiveHaves best(Call call) {
    int year = Arguments.year(call);
    LocalDate end = EnterpriseEvidence.yearEnd(year);
    return call.row().related("rdInstitutions").stream()
        .filter(institution -> EvidenceReader.exists(institution, end))
        .map(institution -> EvidenceReader.fiveConditions(institution, year))
        .min(
            Comparator.comparingInt((FiveHaves f) -> f.missing().size())
                .thenComparingInt(f -> f.undetermined().size()))
        .orElseGet(() -> none(year));
  }

  /** Without an institution none of its conditions is in place. */
  private static FiveHaves none(int year) {
    return FiveHaves.of(
        year,
        HaveKind.FIVE_CONDITIONS.stream()
            .map(kind -> Have.of(kind, Have.State.NOT_MET, List.of()))
            .toList());
  }

  private static org.wuyou.spi.RowCheck period(String from, String to) {
    return (Map<String, @Nullable Object> values, Snapshot before) -> {
      LocalDate begin = (LocalDate) values.get(from);
      LocalDate end = (LocalDate) values.get(to);
      if (begin == null || end == null || !end.isBefore(begin)) {
        return List.of();
      }
      return List.of(
          new Fault(
              Severity.ERROR,
              "ENDS_BEFORE_BEGIN",
              to,
              new Label(
                  "结束日期 " + end + " 早于开始日期 " + begin + "；请核对两个日期。",
                  "It ends on " + end + ", before it begins on " + begin + "; check both dates.")));
    };
  }
}

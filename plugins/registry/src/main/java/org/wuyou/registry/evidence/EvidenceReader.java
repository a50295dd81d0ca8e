package org.wuyou.registry.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.read.YearColumn;
import org.wuyou.spi.data.Row;

/** Gathers what the register holds on the R&amp;D of an enterprise or an institution in a year. */
public final class EvidenceReader {
  private EvidenceReader() {}

  public static FiveHaves fiveHaves(Row enterprise, int year) {
    return fiveHaves(enterprise, year, YearColumn.single(enterprise, "returns", year));
  }

  /**
   * Judges the five haves of a year.
   *
   * @param yearlyReturn the return of the year, if there is one
   */
  public static FiveHaves fiveHaves(Row enterprise, int year, @Nullable Row yearlyReturn) {
    Row account = YearColumn.single(enterprise, "rdAccounts", year);
    return new EnterpriseEvidence(
            year,
            institutions(enterprise, EnterpriseEvidence.yearEnd(year)),
            projects(enterprise, year),
            account == null ? null : account(account),
            yearlyReturn == null ? null : reported(yearlyReturn))
        .fiveHaves()
        .with(documents(enterprise, year));
  }

  public static FiveHaves fiveConditions(Row institution, int year) {
    Row yearly = YearColumn.single(institution, "years", year);
    return new InstitutionEvidence(
            year,
            record(institution),
            yearly == null
                ? null
                : HaveEvidence.ofRecord(reference(institution), yearly.date("evidencedOn")),
            yearly == null ? null : yearly.integer("staff"),
            yearly == null ? null : yearly.money("funds"),
            yearly == null ? null : yearly.integer("projects"),
            institution.text("premises"),
            institution.money("equipmentValue"),
            directions(institution))
        .fiveConditions();
  }

  /** Whether the institution exists on the day: set up by then, if the date is known, not closed. */
  public static boolean exists(Row institution, LocalDate day) {
    LocalDate from = institution.date("establishedOn");
    LocalDate to = institution.date("closedOn");
    return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
  }

  public static List<HaveEvidence> institutions(Row enterprise, LocalDate day) {
    return enterprise.related("rdInstitutions").stream()
        .filter(institution -> exists(institution, day))
        .map(EvidenceReader::record)
        .toList();
  }

  private static List<HaveEvidence> projects(Row enterprise, int year) {
    LocalDate first = LocalDate.ofYearDay(year, 1);
    List<HaveEvidence> active = new ArrayList<>();
    for (Row project : enterprise.related("rdProjects")) {
      LocalDate started = Objects.requireNonNull(project.date("startedOn"));
      LocalDate ended = project.date("endedOn");
      if (started.getYear() <= year && (ended == null || !ended.isBefore(first))) {
        active.add(HaveEvidence.ofRecord(reference(project), started));
      }
    }
    return active;
  }

  private static EnterpriseEvidence.Account account(Row account) {
    String evidence = account.text("evidence");
    return new EnterpriseEvidence.Account(
        Boolean.TRUE.equals(account.bool("compliant")),
        HaveEvidence.ofRecord(evidence == null ? "" : evidence, account.date("verifiedOn")));
  }

  private static EnterpriseEvidence.Reported reported(Row yearlyReturn) {
    return new EnterpriseEvidence.Reported(
        HaveEvidence.ofReturn(
            String.valueOf(yearlyReturn.integer("year")), yearlyReturn.date("submittedOn")),
        yearlyReturn.integer("rdInstitutionCount"),
        yearlyReturn.integer("rdProjectCount"),
        yearlyReturn.money("rdExpenditure"),
        yearlyReturn.integer("rdPersonnel"));
  }

  private static Map<HaveKind, List<HaveEvidence>> documents(Row enterprise, int year) {
    Map<HaveKind, List<HaveEvidence>> documents = new EnumMap<>(HaveKind.class);
    for (Row item : enterprise.related("evidence")) {
      if (Objects.equals(item.integer("year"), year)) {
        HaveKind kind = HaveKind.valueOf(Objects.requireNonNull(item.text("condition")));
        String document = Objects.requireNonNull(item.text("document"));
        documents
            .computeIfAbsent(kind, k -> new ArrayList<>())
            .add(HaveEvidence.ofDocument(document, item.date("datedOn")));
      }
    }
    return documents;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable List<String> directions(Row institution) {
    return (List<String>) institution.value("directions");
  }

  private static HaveEvidence record(Row institution) {
    return HaveEvidence.ofRecord(reference(institution), institution.date("establishedOn"));
  }

  private static String reference(Row row) {
    return row.text("code") + " " + row.text("name");
  }
}

package org.wuyou.registry.sample;

import static org.wuyou.registry.sample.SampleRegister.yuan;

import java.time.LocalDate;
import java.util.List;

/** Titles, HNTE cultivation and nominations of one fictional enterprise. */
final class SampleTitles {
  private static final List<String> ORIGINS =
      List.of("FOUNDED", "INCUBATED", "TRANSFORMED", "ATTRACTED");
  private static final List<List<String>> RUNGS =
      List.of(
          List.of("LEADER", "FRONT_RUNNER"),
          List.of("BACKBONE", "STRENGTHENING"),
          List.of("POTENTIAL", "SEEDLING"));

  private final SampleRegister register;
  private final Firm firm;

  private SampleTitles(SampleRegister register, Firm firm) {
    this.register = register;
    this.firm = firm;
  }

  static void write(SampleRegister register, Firm firm) {
    if (firm.intensity() == 0) {
      return;
    }
    SampleTitles titles = new SampleTitles(register, firm);
    titles.hnte();
    titles.others();
    titles.cultivation();
    titles.ladder();
  }

  private void hnte() {
    if (firm.intensity() < 250 || firm.number() % 3 == 1) {
      return;
    }
    int first = firm.place().first() - 2 + firm.number() % 5;
    title("HNTE", "NATIONAL", LocalDate.of(first, 11, 1 + firm.number() % 28), "");
    if (firm.number() % 2 == 0) {
      title("HNTE", "NATIONAL", LocalDate.of(first + 3, 11, 1 + firm.number() % 28), "");
    }
  }

  private void others() {
    int last = firm.place().last();
    if (firm.employees() <= 500 && firm.number() % 2 == 0) {
      for (int year = firm.place().first(); year <= last; year++) {
        if (firm.active(year) && (firm.number() + year) % 3 != 0) {
          title("TSME", "NATIONAL", LocalDate.of(year, 5, 20), (year + 1) + "-04-01");
        }
      }
    }
    if (firm.place().panjin() && firm.number() % 2 == 1) {
      title("PANJIN_LITTLE_GIANT", "MUNICIPAL", LocalDate.of(2016 + firm.number() % 4, 9, 10), "");
    }
    if (firm.place().panjin() && firm.number() % 9 == 2) {
      title("LEADING_ENTERPRISE", "MUNICIPAL", LocalDate.of(2017 + firm.number() % 3, 10, 1), "");
    }
    if (firm.number() % 7 == 3) {
      title("SPECIALISED_SME", "PROVINCIAL", LocalDate.of(last - 2, 12, 5), (last + 1) + "-12-05");
    }
    if (firm.number() % 23 == 5) {
      title("SINGLE_CHAMPION", "PROVINCIAL", LocalDate.of(last - 1, 11, 30), "");
    }
    if (firm.number() % 29 == 7) {
      title("QUALITY_BENCHMARK", "PROVINCIAL", LocalDate.of(last - 1, 9, 15), "");
    }
  }

  private void title(String kind, String level, LocalDate issued, String validUntil) {
    boolean giant = kind.equals("PANJIN_LITTLE_GIANT");
    register.row(
        "Title",
        "enterprise",
        firm.uscc(),
        "kind",
        kind,
        "level",
        level,
        "issuedOn",
        issued,
        "validUntil",
        validUntil,
        "revokedOn",
        kind.equals("HNTE") && firm.number() % 41 == 0 ? issued.plusYears(1) : "",
        "certificateNumber",
        "示例" + kind + issued.getYear() + "-" + firm.number(),
        "authority",
        "示例机关（虚构）",
        "origin",
        giant ? ORIGINS.get(firm.number() % 4) : "");
  }

  /** Firms below the HNTE line are in the pool: some lack one thing, some more, some are blank. */
  private void cultivation() {
    if (firm.intensity() >= 250 || firm.number() % 4 == 0) {
      return;
    }
    int year = firm.place().last();
    int last = year - 1;
    String entry = "PY-" + firm.number();
    register.row(
        "CultivationEntry",
        "code",
        entry,
        "enterprise",
        firm.uscc(),
        "enteredOn",
        last + "-04-01",
        "type",
        "成长型",
        "plan",
        "对照标准逐项补齐（示例）",
        "plannedYear",
        year);
    register.row(
        "CultivationTask",
        "entry",
        entry,
        "criterion",
        "RD_SHARE",
        "content",
        "规范研发费用归集，提高研发投入（示例）",
        "responsible",
        "示例科技局",
        "dueOn",
        year + "-06-30",
        "doneOn",
        "");
    register.row(
        "HnteProfile",
        "enterprise",
        firm.uscc(),
        "year",
        last,
        "ownsCoreIp",
        firm.number() % 5 != 1,
        "supportedField",
        true,
        "technicalField",
        "先进制造与自动化",
        "technicalStaff",
        firm.employees() * (8 + firm.number() % 12) / 100,
        "rdExpenseInChina",
        yuan(threeYears(last)),
        "highTechIncome",
        firm.number() % 6 == 2 ? "" : yuan(firm.revenueOf(last) * 7 / 10),
        "innovationScore",
        62 + firm.number() % 30,
        "majorIncident",
        false);
    register.row(
        "HnteApplication",
        "enterprise",
        firm.uscc(),
        "year",
        last,
        "appliedOn",
        last + "-08-15",
        "result",
        firm.number() % 3 == 0 ? "RECOGNISED" : firm.number() % 3 == 1 ? "REJECTED" : "PENDING",
        "decidedOn",
        firm.number() % 3 == 2 ? "" : last + "-12-01");
  }

  private long threeYears(int last) {
    long sum = 0;
    for (int year = last - 2; year <= last; year++) {
      sum += year < firm.place().first() ? 0 : firm.rdOf(year) * 108 / 100;
    }
    return sum;
  }

  private void ladder() {
    if (!firm.place().jincheng() || firm.number() % 5 != 0) {
      return;
    }
    List<String> rung = RUNGS.get(firm.number() % RUNGS.size());
    register.row(
        "LadderNomination",
        "enterprise",
        firm.uscc(),
        "year",
        2021,
        "plan",
        rung.get(1),
        "rung",
        rung.get(0),
        "nominatedOn",
        "2021-07-15",
        "result",
        "PENDING",
        "note",
        "示例推荐（虚构）");
  }
}

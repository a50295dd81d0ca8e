package org.wuyou.ip.sample;

import java.time.LocalDate;
import java.util.List;
import org.wuyou.testkit.SampleMaker;
import org.wuyou.testkit.SampleMaker.Firm;
import org.wuyou.testkit.SampleRegion;

/** Pledge loans, technical contracts, results and services of the five regions. */
final class SampleDeals {
  private final SampleMaker files;

  SampleDeals(SampleMaker files) {
    this.files = files;
  }

  void write() {
    for (SampleRegion place : SampleRegion.ALL) {
      String letters = place.code();
      fund(place, letters);
      service(place, letters);
      List<Firm> firms = files.firms(place.code());
      for (int i = 0; i < firms.size(); i += 9) {
        Firm firm = firms.get(i);
        loan(place, firm, i, letters);
        contract(place, firm, i, letters);
        result(place, firm, i, letters);
        listing(place, firm, i, letters);
      }
    }
  }

  private void fund(SampleRegion place, String letters) {
    files.row(
        "PledgeFund",
        "code",
        "JJ-" + letters,
        "name",
        place.name() + "示例质押风险补偿基金（虚构）",
        "divisionCode",
        place.code(),
        "setUpOn",
        LocalDate.of(place.first() + 1, 9, 1),
        "loanCap",
        "600万元",
        "microLoanCap",
        "200万元",
        "yearlyCap",
        "800万元",
        "longestTermMonths",
        12,
        "compensationRate",
        "",
        "source",
        "示例限额（虚构）");
    for (String level : List.of("PROVINCIAL", "MUNICIPAL")) {
      files.row(
          "PledgeFundContribution",
          "fund",
          "JJ-" + letters,
          "contributor",
          "示例出资方" + level + "（虚构）",
          "paidOn",
          LocalDate.of(place.first() + 1, 9, 10),
          "level",
          level,
          "amount",
          "400万元");
    }
  }

  private void service(SampleRegion place, String letters) {
    for (int i = 0; i < 2; i++) {
      files.row(
          "IpService",
          "code",
          "FW-" + letters + "-" + i,
          "name",
          place.name() + "示例服务" + i + "（虚构）",
          "kind",
          i == 0 ? "STATION" : "AGENCY",
          "divisionCode",
          place.code(),
          "services",
          i == 0 ? "PROTECTION" : "TRADE;EVALUATION;INFORMATION",
          "establishedOn",
          LocalDate.of(place.first() + 1, 4, 26));
    }
    files.row(
        "ProtectionCase",
        "code",
        "AJ-" + letters,
        "kind",
        "ASSISTANCE",
        "divisionCode",
        place.code(),
        "station",
        "FW-" + letters + "-0",
        "openedOn",
        LocalDate.of(place.first() + 2, 2, 3),
        "closedOn",
        LocalDate.of(place.first() + 2, 6, 3),
        "result",
        "示例结果");
  }

  private void loan(SampleRegion place, Firm firm, int i, String letters) {
    LocalDate day = LocalDate.of(place.first() + 2, 1 + i % 12, 15);
    boolean lost = i % 27 == 18;
    files.row(
        "PledgeLoan",
        "number",
        "DK-" + letters + "-" + firm.number(),
        "enterprise",
        firm.uscc(),
        "fund",
        "JJ-" + letters,
        "lender",
        "示例银行（虚构）",
        "amount",
        (100 + i % 50 * 10) + "万元",
        "micro",
        false,
        "grantedOn",
        day,
        "dueOn",
        day.plusMonths(12),
        "securedShare",
        100,
        "state",
        lost ? "DEFAULTED" : i % 2 == 0 ? "REPAID" : "RUNNING",
        "lostPrincipal",
        lost ? "60万元" : "");
  }

  private void contract(SampleRegion place, Firm firm, int i, String letters) {
    LocalDate accepted = LocalDate.of(place.first() + 2, 1 + i % 12, 2);
    boolean registered = i % 18 != 9;
    files.row(
        "TechnicalContract",
        "code",
        "HT-" + letters + "-" + firm.number(),
        "title",
        "示例技术合同（虚构）",
        "kind",
        List.of("DEVELOPMENT", "TRANSFER", "CONSULTING", "SERVICE").get(i / 9 % 4),
        "form",
        "WRITTEN",
        "seller",
        firm.uscc(),
        "sellerName",
        firm.name(),
        "buyerName",
        place.name() + "示例买方（虚构）",
        "divisionCode",
        place.code(),
        "amount",
        (20 + i) + "万元",
        "technicalAmount",
        (10 + i) + "万元",
        "signedOn",
        accepted.minusDays(20),
        "appliedOn",
        accepted.minusDays(3),
        "acceptedOn",
        accepted,
        "decidedOn",
        accepted.plusDays(i % 36 == 27 ? 33 : 12),
        "decision",
        registered ? "REGISTERED" : "NOT_REGISTERED",
        "certificateNumber",
        registered ? "示例证" + letters + "-" + firm.number() : "",
        "vatExempt",
        registered && i % 2 == 0);
  }

  private void result(SampleRegion place, Firm firm, int i, String letters) {
    String code = "CG-" + letters + "-" + firm.number();
    files.row(
        "ResearchResult",
        "code",
        code,
        "name",
        "示例成果" + firm.number() + "（虚构）",
        "owner",
        firm.uscc(),
        "completedOn",
        LocalDate.of(place.first() + 1, 11, 5),
        "level",
        i % 2 == 0 ? "DOMESTIC_LEADING" : "INTERNATIONAL_ADVANCED");
    files.row(
        "ResultTransfer",
        "code",
        "ZH-" + letters + "-" + firm.number(),
        "result",
        code,
        "receiver",
        firm.uscc(),
        "mode",
        "OWN_USE",
        "transferredOn",
        LocalDate.of(place.first() + 2, 3, 5),
        "sales",
        (300 + 10 * i) + "万元");
  }

  private void listing(SampleRegion place, Firm firm, int i, String letters) {
    files.row(
        "TechnologyListing",
        "code",
        "GX-" + letters + "-" + firm.number(),
        "side",
        i % 2 == 0 ? "SUPPLY" : "DEMAND",
        "title",
        "示例供需" + firm.number() + "（虚构）",
        "enterprise",
        firm.uscc(),
        "holder",
        firm.name(),
        "divisionCode",
        place.code(),
        "listedOn",
        LocalDate.of(place.first() + 2, 5, 9));
  }
}

package org.wuyou.finance.sample;

import java.time.LocalDate;
import java.util.List;
import org.wuyou.testkit.SampleMaker;
import org.wuyou.testkit.SampleMaker.Firm;
import org.wuyou.testkit.SampleRegion;

/** Claims, funds, financing, listing, vouchers and products of the five regions. */
final class SampleFinance {
  private final SampleMaker files;

  SampleFinance(SampleMaker files) {
    this.files = files;
  }

  void write() {
    for (SampleRegion place : SampleRegion.ALL) {
      funds(place);
      schemes(place);
      List<Firm> firms =
          files.firms(place.code()).stream()
              .filter(firm -> !place.code().equals("140000") || !firm.in("140500"))
              .toList();
      for (int i = 0; i < firms.size(); i++) {
        Firm firm = firms.get(i);
        claims(place, firm, i);
        if (i % 4 == 0) {
          support(place, firm, i);
          financing(place, firm, i);
        }
        if (i % 6 == 1) {
          listing(place, firm, i);
          voucher(place, firm, i);
        }
        if (i % 9 == 2) {
          products(place, firm, i);
        }
      }
    }
  }

  private void funds(SampleRegion place) {
    List<String> kinds =
        List.of("GUIDANCE", "ANGEL", "VENTURE", "TRANSFER", "INDUSTRY", "CONSORTIUM");
    for (int i = 0; i < kinds.size(); i++) {
      boolean sub = kinds.get(i).matches("ANGEL|VENTURE|TRANSFER");
      String code = "TZ-" + place.code() + "-" + i;
      files.row(
          "InvestmentFund",
          "code",
          code,
          "name",
          place.name() + "示例基金" + (i + 1) + "号（虚构）",
          "kind",
          kinds.get(i),
          "parent",
          sub ? "TZ-" + place.code() + "-0" : "",
          "divisionCode",
          place.code(),
          "setUpOn",
          LocalDate.of(place.first() + 1 + i % 3, 8, 1),
          "size",
          (1 + i) + "亿元");
      files.row(
          "FundPartner",
          "fund",
          code,
          "partner",
          "示例出资方" + i + "（虚构）",
          "source",
          i == 0 ? "FISCAL" : "SOCIAL",
          "amount",
          kinds.get(i).equals("CONSORTIUM") ? "" : (1000 + 100 * i) + "万元");
    }
    for (int year = place.first(); year <= place.last(); year++) {
      for (String source : List.of("FISCAL", "ENTERPRISE", "FINANCIAL", "SOCIAL")) {
        files.row(
            "FundingBySource",
            "divisionCode",
            place.code(),
            "year",
            year,
            "source",
            source,
            "amount",
            (source.length() * 1000 + (year - place.first()) * 300) + "万元");
      }
      special(place, year);
    }
  }

  private void special(SampleRegion place, int year) {
    for (int i = 0; i < 3; i++) {
      files.row(
          "SpecialFund",
          "code",
          "ZX-" + place.code() + "-" + year + "-" + i,
          "name",
          place.name() + "示例专项资金" + (i + 1) + "（虚构）",
          "divisionCode",
          place.code(),
          "year",
          year,
          "purpose",
          List.of("INDUSTRY_DEVELOPMENT", "TECHNOLOGY", "INDUSTRY_DEVELOPMENT").get(i),
          "amount",
          List.of("1200", "800", "990").get(i) + "万元",
          "management",
          i == 0 ? "EQUITY" : "GRANT");
    }
    files.row(
        "SupportFile",
        "code",
        "AJ-" + place.code() + "-" + year,
        "title",
        "示例一事一议项目" + year + "（虚构）",
        "divisionCode",
        place.code(),
        "grounds",
        "BOTTLENECK;CHAIN",
        "openedOn",
        LocalDate.of(year, 3, 1),
        "decision",
        year % 2 == 0 ? "GRANTED" : "",
        "decidedOn",
        year % 2 == 0 ? LocalDate.of(year, 6, 1) : "");
  }

  private void schemes(SampleRegion place) {
    files.row(
        "VoucherScheme",
        "code",
        "QF-" + place.code(),
        "name",
        place.name() + "示例创新券办法（虚构）",
        "divisionCode",
        place.code(),
        "from",
        LocalDate.of(place.first(), 1, 1),
        "faceCap",
        "20万元",
        "yearlyCap",
        "40万元",
        "paidShare",
        50);
    files.row(
        "VoucherProvider",
        "code",
        "QG-" + place.code(),
        "name",
        place.name() + "示例服务机构（虚构）",
        "divisionCode",
        place.code(),
        "listedOn",
        LocalDate.of(place.first(), 1, 15),
        "services",
        "检验检测;技术开发");
  }

  private void claims(SampleRegion place, Firm firm, int i) {
    for (int year = place.last() - 1; year <= place.last(); year++) {
      if ((i + year) % 3 == 0) {
        continue;
      }
      files.row(
          "BenefitClaim",
          "code",
          "SL-" + place.code() + "-" + firm.number() + "-" + year,
          "enterprise",
          firm.uscc(),
          "benefit",
          "示例政策" + place.code() + (i % 2 == 0 ? "-加计扣除" : "-高企税收"),
          "kind",
          i % 2 == 0 ? "SUPER_DEDUCTION" : "HNTE_TAX",
          "year",
          year,
          "subject",
          firm.uscc() + "/" + year + "/" + place.code(),
          "claimedOn",
          LocalDate.of(year, 5, 31),
          "base",
          (200 + i) + "万元",
          "amount",
          (30 + i) + "万元",
          "state",
          "RECEIVED",
          "supports",
          "SUBJECT");
    }
  }

  private void support(SampleRegion place, Firm firm, int i) {
    String fund = "ZX-" + place.code() + "-" + (place.last() - 1) + "-" + i / 4 % 3;
    String code = "ZC-" + place.code() + "-" + firm.number();
    files.row(
        "FundSupport",
        "code",
        code,
        "fund",
        fund,
        "enterprise",
        firm.uscc(),
        "project",
        "示例项目" + firm.number() + "（虚构）",
        "appliedOn",
        LocalDate.of(place.last() - 1, 4, 1),
        "score",
        60 + i % 5 * 5,
        "requested",
        (100 + i * 5) + "万元",
        "amount",
        i % 12 == 8 ? "" : (50 + i * 5) + "万元",
        "management",
        i % 8 == 0 ? "EQUITY" : "GRANT",
        "state",
        i % 12 == 8 ? "APPLIED" : "RECEIVED",
        "decidedOn",
        i % 12 == 8 ? "" : LocalDate.of(place.last() - 1, 7, 1),
        "supports",
        i % 3 == 0 ? "PLATFORM" : "SUBJECT");
    if (i % 8 == 0) {
      files.row(
          "FundAudit",
          "code",
          "SJ-" + place.code() + "-" + firm.number(),
          "fund",
          fund,
          "support",
          code,
          "kind",
          i % 16 == 0 ? "AUDIT" : "FISCAL",
          "auditedOn",
          LocalDate.of(place.last(), 3, 1),
          "auditor",
          "示例审计单位（虚构）",
          "finding",
          "");
    }
  }

  private void financing(SampleRegion place, Firm firm, int i) {
    List<String> instruments =
        List.of(
            "BANK_LOAN",
            "IP_PLEDGE",
            "LOAN_AND_EQUITY",
            "GUARANTEE",
            "INSURANCE",
            "ANGEL",
            "VENTURE",
            "RISK_COMPENSATED_LOAN");
    String instrument = instruments.get(i / 4 % instruments.size());
    files.row(
        "FinancingRecord",
        "code",
        "RZ-" + place.code() + "-" + firm.number(),
        "enterprise",
        firm.uscc(),
        "instrument",
        instrument,
        "provider",
        "示例金融机构（虚构）",
        "stage",
        List.of("SEED", "START_UP", "GROWTH", "MATURE").get(i / 4 % 4),
        "amount",
        (200 + 10 * i) + "万元",
        "agreedOn",
        LocalDate.of(place.last() - 1, 2, 1 + i % 28),
        "state",
        i % 16 == 0 ? "MATCHED" : "PAID_OUT");
  }

  private void listing(SampleRegion place, Firm firm, int i) {
    files.row(
        "ListingCandidate",
        "enterprise",
        firm.uscc(),
        "pool",
        List.of("STAR", "RESERVE", "INNOVATION_BOARD", "SME").get(i / 6 % 4),
        "enteredOn",
        LocalDate.of(place.first() + 1, 4, 1),
        "stage",
        List.of("CANDIDATE", "COACHING", "FILED").get(i / 6 % 3),
        "coreTechnology",
        true,
        "ownIp",
        i % 4 != 3,
        "knownBrand",
        i % 12 == 1,
        "field",
        "新材料",
        "sponsor",
        "示例保荐机构（虚构）",
        "lawFirm",
        "示例律所（虚构）",
        "auditor",
        i % 18 == 1 ? "" : "示例会计师事务所（虚构）");
    if (i % 18 == 7) {
      files.row(
          "ListingEvent",
          "enterprise",
          firm.uscc(),
          "board",
          List.of("NEEQ", "STAR", "LIAONING_EQUITY", "SHENZHEN_MAIN").get(i / 6 % 4),
          "listedOn",
          LocalDate.of(place.first() + 1 + i % 3, 11, 2));
    }
    files.row(
        "SelectionScore",
        "enterprise",
        firm.uscc(),
        "selection",
        place.code().equals("371300") ? "LY-8a" : "示例遴选" + place.code(),
        "year",
        place.last() - 1,
        "score",
        70 + i % 25,
        "field",
        "新材料");
  }

  private void voucher(SampleRegion place, Firm firm, int i) {
    boolean used = i % 4 == 3;
    files.row(
        "Voucher",
        "number",
        "CXQ-" + place.code() + "-" + firm.number(),
        "scheme",
        "QF-" + place.code(),
        "holder",
        firm.uscc(),
        "faceValue",
        "10万元",
        "issuedOn",
        LocalDate.of(place.last() - 1, 3, 1),
        "expiresOn",
        LocalDate.of(place.last(), 3, 1),
        "provider",
        used ? "QG-" + place.code() : "",
        "usedOn",
        used ? LocalDate.of(place.last() - 1, 6, 1) : "",
        "fee",
        used ? "20万元" : "",
        "redeemedOn",
        used && i % 8 == 7 ? LocalDate.of(place.last() - 1, 9, 1) : "",
        "redeemed",
        used && i % 8 == 7 ? "10万元" : "");
  }

  private void products(SampleRegion place, Firm firm, int i) {
    files.row(
        "ProcurementItem",
        "code",
        "CG-" + place.code() + "-" + firm.number(),
        "enterprise",
        firm.uscc(),
        "name",
        "示例创新产品" + firm.number() + "（虚构）",
        "kind",
        i % 2 == 0 ? "PRODUCT" : "SERVICE",
        "level",
        "MUNICIPAL",
        "listedOn",
        LocalDate.of(place.first() + 2, 1, 5),
        "firstPurchasedOn",
        i % 2 == 0 ? LocalDate.of(place.first() + 2, 8, 5) : "",
        "firstAmount",
        i % 2 == 0 ? "30万元" : "");
    files.row(
        "FirstSet",
        "code",
        "ST-" + place.code() + "-" + firm.number(),
        "enterprise",
        firm.uscc(),
        "name",
        "示例首台套" + firm.number() + "（虚构）",
        "kind",
        List.of("EQUIPMENT", "MATERIAL", "SOFTWARE").get(i / 9 % 3),
        "level",
        "PROVINCIAL",
        "recognisedOn",
        LocalDate.of(place.first() + 2, 12, 5),
        "units",
        1 + i % 4,
        "insured",
        "100万元",
        "compensated",
        "");
  }
}

package org.wuyou.registry.sample;

import static org.wuyou.registry.sample.SampleRegister.yuan;

import org.wuyou.registry.sample.Firm.Habit;

/** The rows of one fictional enterprise. */
final class SampleEnterprise {
  private static final String SOURCE = "示例数据（虚构）";

  private final SampleRegister register;
  private final Firm firm;
  private final Place place;

  private SampleEnterprise(SampleRegister register, Firm firm) {
    this.register = register;
    this.firm = firm;
    this.place = firm.place();
  }

  static void write(SampleRegister register, Firm firm) {
    SampleEnterprise enterprise = new SampleEnterprise(register, firm);
    enterprise.record();
    for (int year = firm.place().first(); year <= firm.place().last(); year++) {
      enterprise.yearlyReturn(year);
      enterprise.account(year);
    }
    enterprise.institution();
    enterprise.projects();
    SampleTitles.write(register, firm);
  }

  private void record() {
    boolean tech = place.panjin() && firm.intensity() > 150;
    register.row(
        "Enterprise",
        "uscc",
        firm.uscc(),
        "name",
        firm.name(),
        "divisionCode",
        place.division(),
        "divisionSource",
        "STATED",
        "registryDivision",
        place.division(),
        "industryCode",
        firm.industry(),
        "legalPerson",
        firm.number() % 61 != 0,
        "ownership",
        firm.ownership(),
        "zone",
        SampleZones.of(firm),
        "techEnterprise",
        place.panjin() ? tech : "",
        "techEnterpriseSince",
        tech ? "2016-12-31" : "",
        "techEnterpriseSource",
        tech ? SOURCE : "",
        "registeredOn",
        firm.registeredOn(),
        "registeredCapitalText",
        (200 + firm.number() * 37 % 4800) + "(万元人民币)",
        "businessScope",
        "示例经营范围（虚构）",
        "address",
        place.name() + "示例路" + firm.number() + "号（虚构）",
        "source",
        SOURCE);
  }

  private void yearlyReturn(int year) {
    boolean last = year == place.last();
    if (firm.habit() == Habit.MISSING && last) {
      return;
    }
    long revenue = firm.revenueOf(year);
    long rd = firm.rdOf(year);
    boolean blank = firm.habit() == Habit.BLANK && last;
    boolean odd = firm.number() % 37 == 0 && rd > 0;
    long people = rd == 0 ? 0 : Math.max(1, Math.min(firm.employees() / 3, rd / 180));
    long newProducts = rd == 0 ? 0 : revenue * (5 + firm.number() % 30) / 100;
    register.row(
        "YearlyReturn",
        "enterprise",
        firm.uscc(),
        "year",
        year,
        "revenue",
        yuan(revenue),
        "mainBusinessRevenue",
        firm.number() % 9 == 0 ? "" : yuan(revenue * 97 / 100),
        "totalIncome",
        yuan(revenue * 103 / 100),
        "profit",
        yuan(revenue * (firm.number() % 11) / 100),
        "tax",
        yuan(revenue * (2 + firm.number() % 5) / 100),
        "employees",
        firm.employees(),
        "output",
        yuan(revenue * 102 / 100),
        "newProductOutput",
        yuan(newProducts),
        "newProductSales",
        yuan(newProducts * 9 / 10),
        "rdExpenditure",
        blank ? "" : yuan(rd),
        "rdExpense",
        blank ? "" : yuan(rd * 108 / 100),
        "superDeductionBase",
        blank ? "" : yuan(rd * 85 / 100),
        "rdPersonnel",
        blank ? "" : odd ? 0 : people,
        "rdProjectCount",
        blank ? "" : rd == 0 ? 0 : 1 + firm.number() % 3,
        "rdInstitutionCount",
        blank ? "" : institutionIn(year) ? 1 : 0,
        "submittedOn",
        firm.habit() == Habit.LATE
            ? (year + 1) + "-03-21"
            : (year + 1) + "-02-" + (10 + firm.number() % 18),
        "status",
        "CHECKED",
        "source",
        SOURCE);
  }

  private void account(int year) {
    if (!firm.active(year) || firm.number() % 7 == 0) {
      return;
    }
    register.row(
        "RdAccount",
        "enterprise",
        firm.uscc(),
        "year",
        year,
        "compliant",
        firm.number() % 5 != 0,
        "evidence",
        "示例研发支出辅助账 " + year + "（虚构）",
        "verifiedOn",
        (year + 1) + "-01-15");
  }

  private boolean hasInstitution() {
    return firm.intensity() > 0 && firm.number() % 10 < 4;
  }

  private int establishedIn() {
    return place.first() + firm.number() % 4 - 1;
  }

  private boolean institutionIn(int year) {
    return hasInstitution() && establishedIn() <= year;
  }

  private void institution() {
    if (!hasInstitution()) {
      return;
    }
    String code = "JG-" + firm.number();
    register.row(
        "RdInstitution",
        "code",
        code,
        "enterprise",
        firm.uscc(),
        "name",
        firm.place().name() + "示例研发中心" + firm.number() + "（虚构）",
        "mode",
        firm.number() % 4 == 0 ? "JOINT" : "OWN",
        "type",
        firm.number() % 2 == 0 ? "企业技术中心" : "工程技术中心",
        "level",
        firm.number() % 6 == 0 ? "PROVINCIAL" : "MUNICIPAL",
        "establishedOn",
        establishedIn() + "-06-01",
        "directions",
        firm.number() % 8 == 1 ? "" : "新材料;工艺改进",
        "premises",
        "示例路" + firm.number() + "号二层（虚构）",
        "equipmentValue",
        firm.number() % 11 == 0 ? "0" : yuan(500 + firm.number() * 9L));
    for (int year = Math.max(place.first(), establishedIn()); year <= place.last(); year++) {
      long rd = firm.rdOf(year);
      register.row(
          "RdInstitutionYear",
          "institution",
          code,
          "year",
          year,
          "staff",
          rd == 0 ? 0 : 3 + firm.number() % 9,
          "funds",
          yuan(rd / 2),
          "projects",
          rd == 0 ? 0 : 1 + firm.number() % 2,
          "evidencedOn",
          (year + 1) + "-01-20");
    }
  }

  private void projects() {
    int from = Math.max(place.first(), firm.starts());
    if (firm.intensity() == 0 || firm.number() % 6 == 0) {
      return;
    }
    for (int i = 0; i <= firm.number() % 2; i++) {
      int year = from + i;
      register.row(
          "RdProject",
          "code",
          "XM-" + firm.number() + "-" + (i + 1),
          "enterprise",
          firm.uscc(),
          "name",
          "示例研发项目" + firm.number() + "之" + (i + 1) + "（虚构）",
          "startedOn",
          year + "-03-01",
          "endedOn",
          firm.number() % 3 == 0 ? (year + 1) + "-12-31" : "",
          "source",
          "企业自选",
          "spending",
          yuan(Math.max(1, firm.rdOf(year))),
          "personnel",
          2 + firm.number() % 6);
    }
  }
}

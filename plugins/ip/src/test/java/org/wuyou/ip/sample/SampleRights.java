package org.wuyou.ip.sample;

import java.time.LocalDate;
import java.util.List;
import org.wuyou.testkit.SampleMaker;
import org.wuyou.testkit.SampleMaker.Firm;

/** Rights, standards, navigation, prizes and qualifications of fictional enterprises. */
final class SampleRights {
  private static final List<String> KINDS =
      List.of(
          "INVENTION",
          "UTILITY_MODEL",
          "INVENTION",
          "DESIGN",
          "INVENTION",
          "SOFTWARE",
          "TRADEMARK");
  private static final List<String> FIELDS = List.of("新材料", "先进制造", "电子信息", "生物医药");

  private final SampleMaker files;

  SampleRights(SampleMaker files) {
    this.files = files;
  }

  void write() {
    for (Firm firm : files.firms()) {
      int n = firm.number();
      int first = firm.in("211100") ? 2016 : 2019;
      for (int i = 0; i < (n % 4 == 1 ? 0 : 1 + n % 9); i++) {
        right(firm, i, first);
      }
      standard(firm, first);
      others(firm, first);
    }
  }

  private void right(Firm firm, int i, int first) {
    int n = firm.number();
    LocalDate filed = LocalDate.of(first + (n + i) % 4, 1 + (n * 5 + i) % 12, 6);
    boolean granted = (n + i) % 5 != 0;
    boolean lapsed = granted && (n + i) % 23 == 1;
    files.row(
        "IpRight",
        "number",
        number(firm, i),
        "kind",
        KINDS.get((n + i) % KINDS.size()),
        "title",
        "示例成果" + n + "之" + (i + 1) + "（虚构）",
        "owner",
        firm.uscc(),
        "filedOn",
        filed,
        "grantedOn",
        granted ? filed.plusMonths(11) : "",
        "lapsedOn",
        lapsed ? filed.plusMonths(30) : "",
        "highValue",
        (n + i) % 11 == 0,
        "field",
        FIELDS.get(n % FIELDS.size()),
        "acquisition",
        "OWN");
  }

  static String number(Firm firm, int i) {
    return "示例ZL" + firm.number() + "." + (i + 1);
  }

  private void standard(Firm firm, int first) {
    int n = firm.number();
    if (n % 12 != 5) {
      return;
    }
    files.row(
        "StandardContribution",
        "number",
        "示例标准-" + n,
        "participant",
        firm.name(),
        "title",
        "示例标准" + n + "（虚构）",
        "level",
        List.of("GROUP", "INDUSTRY", "NATIONAL", "LOCAL", "INTERNATIONAL").get(n % 5),
        "role",
        n % 2 == 0 ? "HOST" : "PARTICIPATE",
        "participantKind",
        "ENTERPRISE",
        "enterprise",
        firm.uscc(),
        "field",
        FIELDS.get(n % FIELDS.size()),
        "publishedOn",
        LocalDate.of(first + n % 4, 10, 1),
        "frontRunner",
        n % 24 == 5);
  }

  private void others(Firm firm, int first) {
    int n = firm.number();
    if (n % 21 == 2) {
      files.row(
          "PatentNavigation",
          "code",
          "DH-" + n,
          "name",
          "示例导航" + n + "（虚构）",
          "form",
          n % 2 == 0 ? "NAVIGATION" : "ANALYSIS",
          "kind",
          List.of("INDUSTRY_TECHNOLOGY", "PRODUCT", "ORGANISATION", "BUSINESS_MODEL").get(n % 4),
          "field",
          FIELDS.get(n % FIELDS.size()),
          "enterprise",
          firm.uscc(),
          "startedOn",
          LocalDate.of(first + 1, 3, 1),
          "finishedOn",
          n % 2 == 0 ? LocalDate.of(first + 2, 3, 1) : "");
    }
    if (n % 29 == 4) {
      files.row(
          "PatentPrize",
          "code",
          "JX-" + n,
          "enterprise",
          firm.uscc(),
          "kind",
          n % 2 == 0 ? "PRIZE" : "HIGH_BENEFIT",
          "name",
          "示例专利奖（虚构）",
          "level",
          n % 3 == 0 ? "NATIONAL" : "PROVINCIAL",
          "grade",
          "优秀",
          "awardedOn",
          LocalDate.of(first + 2, 6, 18));
    }
    if (n % 10 == 7) {
      files.row(
          "IpQualification",
          "enterprise",
          firm.uscc(),
          "kind",
          List.of("MANAGEMENT_STANDARD", "UTILISATION_PILOT", "IP_STRONG").get(n % 3),
          "grantedOn",
          LocalDate.of(first + 1, 8, 8),
          "level",
          "PROVINCIAL",
          "validUntil",
          n % 3 == 0 ? LocalDate.of(first + 4, 8, 8) : "");
    }
  }
}

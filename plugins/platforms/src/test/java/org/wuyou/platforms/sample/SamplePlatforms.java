package org.wuyou.platforms.sample;

import java.time.LocalDate;
import java.util.List;
import org.wuyou.testkit.SampleMaker;
import org.wuyou.testkit.SampleMaker.Firm;

/** Platforms of fictional enterprises and what became of them. */
final class SamplePlatforms {
  private static final List<String> KINDS =
      List.of(
          "ENTERPRISE_TECHNOLOGY_CENTRE",
          "ENGINEERING_TECHNOLOGY_CENTRE",
          "KEY_LABORATORY",
          "ENTERPRISE_TECHNOLOGY_CENTRE",
          "TECHNOLOGY_INNOVATION_CENTRE",
          "ENGINEERING_RESEARCH_CENTRE",
          "MANUFACTURING_INNOVATION_CENTRE",
          "INDUSTRY_INSTITUTE",
          "PILOT_BASE",
          "DESIGN_CENTRE",
          "NEW_RD_INSTITUTION",
          "INNOVATION_PLATFORM");

  private final SampleMaker files;

  SamplePlatforms(SampleMaker files) {
    this.files = files;
  }

  void write() {
    for (Place place : Place.ALL) {
      List<Firm> firms =
          files.firms(place.code()).stream()
              .filter(firm -> !place.letters().equals("SX") || !firm.in("140500"))
              .toList();
      for (int i = 0; i < firms.size(); i++) {
        if (i % 3 != 1) {
          owned(place, firms.get(i), i);
        }
      }
      carriers(place);
    }
  }

  private void owned(Place place, Firm firm, int i) {
    String code = place.letters() + "-P" + firm.number();
    String kind = KINDS.get(i / 2 % KINDS.size());
    int year = place.first() + i % (place.last() - place.first() + 1);
    platform(
        code,
        firm.name().replace("有限公司（虚构）", "") + "创新平台（虚构）",
        kind,
        firm.uscc(),
        "",
        firm.division(),
        place.fieldCode(i % (place.fields().size() - 1)),
        kind.equals("INDUSTRY_INSTITUTE") && i % 4 != 3,
        LocalDate.of(year, 1 + i % 12, 10));
    recognition(code, "MUNICIPAL", LocalDate.of(year, 1 + i % 12, 20));
    if (i % 2 == 0 && year < place.last()) {
      recognition(code, "PROVINCIAL", LocalDate.of(year + 1, 1 + i % 12, 15));
    }
    if (i % 8 == 0 && year + 1 < place.last()) {
      recognition(code, "NATIONAL", LocalDate.of(year + 2, 6, 30));
    }
    if (i % 4 == 0) {
      partner(code, firm.name(), "ENTERPRISE", firm.uscc(), "LEAD", 60);
      partner(code, place.name() + "示例大学（虚构）", "UNIVERSITY", "", "SHAREHOLDER", 40);
    }
    if (i % 5 == 0) {
      files.row(
          "PlatformEvaluation",
          "platform",
          code,
          "year",
          place.last(),
          "evaluator",
          "示例评价单位（虚构）",
          "score",
          60 + i % 40,
          "result",
          i % 3 == 0 ? "EXCELLENT" : "PASSED");
    }
  }

  private void carriers(Place place) {
    List<String> kinds =
        List.of(
            "INCUBATOR",
            "MAKER_SPACE",
            "ACCELERATOR",
            "ENTREPRENEURSHIP_BASE",
            "PUBLIC_SERVICE",
            "SME_SERVICE",
            "ONE_STOP_SERVICE",
            "RESOURCE_SHARING",
            "TRANSFER_INSTITUTION",
            "RD_ENCLAVE",
            "INNOVATION_COMPLEX",
            "INDUSTRIAL_TECHNOLOGY_BASE",
            "INTERNATIONAL_PARK",
            "STAR_INCUBATOR");
    for (int i = 0; i < kinds.size(); i++) {
      String code = place.letters() + "-C" + (i + 1);
      LocalDate built = LocalDate.of(place.first() + 1 + i % 3, 3 + i % 9, 8);
      platform(
          code,
          place.name() + "示例载体" + (i + 1) + "号（虚构）",
          kinds.get(i),
          "",
          place.name() + "示例服务中心（虚构）",
          place.code(),
          place.fieldCode(i % place.fields().size()),
          true,
          built);
      recognition(code, i % 3 == 0 ? "NATIONAL" : "PROVINCIAL", built.plusMonths(2));
    }
    if (place.letters().equals("PJ")) {
      overseas(place);
    }
  }

  /** Two institutions abroad of Panjin's leading enterprises. */
  private void overseas(Place place) {
    List<Firm> firms = files.firms(place.code());
    for (int i = 0; i < 2; i++) {
      platform(
          "PJ-O" + (i + 1),
          "盘锦示例海外研发机构" + (i + 1) + "号（虚构）",
          "OVERSEAS_RD",
          firms.get(i * 9).uscc(),
          "",
          firms.get(i * 9).division(),
          place.fieldCode(i),
          true,
          LocalDate.of(2017 + i, 9, 1));
    }
  }

  private void platform(
      String code,
      String name,
      String kind,
      String owner,
      String ownerName,
      String division,
      String field,
      boolean legalPerson,
      LocalDate established) {
    boolean service = kind.contains("SERVICE") || kind.contains("COMPLEX") || kind.contains("BASE");
    files.row(
        "Platform",
        "code",
        code,
        "name",
        name,
        "kind",
        kind,
        "owner",
        owner,
        "ownerName",
        ownerName,
        "divisionCode",
        division,
        "field",
        field,
        "legalPerson",
        legalPerson,
        "origin",
        kind.equals("OVERSEAS_RD") ? "ACQUIRED" : "BUILT",
        "country",
        kind.equals("OVERSEAS_RD") ? "FI" : "",
        "establishedOn",
        established,
        "services",
        service ? "TECHNOLOGY_DEVELOPMENT;INSPECTION_TESTING;TRAINING" : "",
        "provider",
        owner.isEmpty() ? "THIRD_PARTY" : "ENTERPRISE",
        "reserveFor",
        code.hashCode() % 17 == 0 ? "NATIONAL" : "");
  }

  private void recognition(String platform, String level, LocalDate day) {
    files.row(
        "PlatformRecognition",
        "platform",
        platform,
        "level",
        level,
        "recognisedOn",
        day,
        "authority",
        "示例机关（虚构）",
        "documentNumber",
        "示例〔" + day.getYear() + "〕" + platform);
  }

  private void partner(
      String platform, String name, String kind, String enterprise, String role, int share) {
    files.row(
        "PlatformPartner",
        "platform",
        platform,
        "name",
        name,
        "kind",
        kind,
        "enterprise",
        enterprise,
        "role",
        role,
        "share",
        share);
  }
}

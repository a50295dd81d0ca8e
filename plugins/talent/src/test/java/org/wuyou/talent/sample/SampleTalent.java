package org.wuyou.talent.sample;

import java.time.LocalDate;
import java.util.List;
import org.wuyou.testkit.SampleMaker;
import org.wuyou.testkit.SampleMaker.Firm;
import org.wuyou.testkit.SampleRegion;

/** Talents, trainings, stations, experts and incentives of the five regions. */
final class SampleTalent {
  private final SampleMaker files;

  SampleTalent(SampleMaker files) {
    this.files = files;
  }

  void write() {
    for (SampleRegion place : SampleRegion.ALL) {
      List<Firm> firms = files.firms(place.code());
      for (int year = place.first(); year <= place.last(); year++) {
        workforce(place, year);
        training(place, year, firms);
      }
      university(place);
      team(place);
      for (int i = 0; i < firms.size(); i += 3) {
        introduction(place, firms.get(i), i);
        people(place, firms.get(i), i);
        station(place, firms.get(i), i);
      }
    }
  }

  private void workforce(SampleRegion place, int year) {
    int since = year - place.first();
    files.row(
        "SkilledWorkforce",
        "divisionCode",
        place.code(),
        "year",
        year,
        "stock",
        47_500 + 900 * since,
        "added",
        480 + 30 * since,
        "vocationalStudents",
        12_000 + 100 * since,
        "source",
        "示例数据（虚构）");
  }

  private void training(SampleRegion place, int year, List<Firm> firms) {
    List<String> topics =
        List.of(
            "MANAGEMENT", "STATISTICS", "TECHNOLOGY_CENTRE", "SUPER_DEDUCTION", "COVERAGE_SURVEY");
    for (int t = 0; t < topics.size(); t++) {
      String code = "PX-" + place.code() + "-" + year + "-" + t;
      files.row(
          "TrainingSession",
          "code",
          code,
          "title",
          place.name() + "示例培训" + (t + 1) + "（虚构）",
          "form",
          t == 0 && year % 2 == 0 ? "STUDY_VISIT" : "COURSE",
          "topic",
          topics.get(t),
          "audience",
          t == 0 ? "ENTREPRENEUR" : t == 1 ? "STATISTICIAN" : "RD_STAFF",
          "heldOn",
          LocalDate.of(year, 3 + t * 2, 16),
          "divisionCode",
          place.code(),
          "organisers",
          t == 1 ? "示例统计局;示例工信局" : "示例工信局",
          "attendances",
          40 + 25 * t + 3 * (year - place.first()));
      for (int i = t; i < Math.min(firms.size(), 40); i += 6) {
        files.row(
            "TrainingAttendance",
            "session",
            code,
            "enterprise",
            firms.get(i).uscc(),
            "persons",
            1 + i % 3);
      }
    }
  }

  /** A university for entrepreneurs, in Jiangxi with its branches in the cities. */
  private void university(SampleRegion place) {
    if (!place.code().equals("360000")) {
      return;
    }
    platform("CY-0", "江西示例创业大学（虚构）", "ENTREPRENEURSHIP_UNIVERSITY", "", "360000", "");
    for (int city = 1; city <= 11; city++) {
      String code = "36%02d00".formatted(city);
      platform(
          "CY-" + city,
          "示例创业大学" + city + "分校（虚构）",
          "ENTREPRENEURSHIP_UNIVERSITY",
          "",
          code,
          "CY-0");
    }
  }

  private void team(SampleRegion place) {
    String code = "ZT-" + place.code();
    files.row(
        "ExpertTeam",
        "code",
        code,
        "name",
        place.name() + "示例专家团队（虚构）",
        "divisionCode",
        place.code(),
        "industryCodes",
        "25;26;27;31;33;34;35",
        "formedOn",
        LocalDate.of(place.first() + 1, 4, 1));
    for (int e = 0; e < 3; e++) {
      String person = code + "-" + e;
      profile(person, "示例专家" + person, "EXPERT", place, "");
      files.row(
          "ExpertTeamMember",
          "team",
          code,
          "person",
          person,
          "joinedOn",
          LocalDate.of(place.first() + 1, 4, 1));
    }
  }

  private void introduction(SampleRegion place, Firm firm, int i) {
    for (int year = place.first(); year <= place.last(); year++) {
      boolean high = (i + year) % 4 == 0;
      files.row(
          "TalentIntroduction",
          "code",
          "YJ-" + place.code() + "-" + firm.number() + "-" + year,
          "category",
          high ? "HIGH_LEVEL" : "URGENT",
          "mode",
          (i + year) % 7 == 0 ? "TRAINED" : "INTRODUCED",
          "persons",
          high ? 1 + i % 3 : 12 + i % 17,
          "arrivedOn",
          LocalDate.of(year, 1 + i % 12, 20),
          "enterprise",
          firm.uscc(),
          "programme",
          high && place.code().startsWith("36") ? "示例双千计划" : "",
          "country",
          high && i % 5 == 0 ? "DE" : "");
    }
  }

  private void people(SampleRegion place, Firm firm, int i) {
    String person = "RC-" + place.code() + "-" + firm.number();
    List<String> rosters =
        List.of("ENTREPRENEUR", "TECHNOLOGY_COMMISSIONER", "INDUSTRY_COMMISSIONER");
    String roster = rosters.get(i / 3 % rosters.size());
    profile(person, "示例人员" + firm.number(), roster, place, firm.uscc());
    files.row(
        "Posting",
        "code",
        "GW-" + place.code() + "-" + firm.number(),
        "person",
        person,
        "enterprise",
        firm.uscc(),
        "kind",
        roster.equals("ENTREPRENEUR") ? "FLEXIBLE" : "COMMISSIONED",
        "duty",
        "示例岗位",
        "startsOn",
        LocalDate.of(place.first() + 2, 5, 1));
    files.row(
        "SkillCertificate",
        "number",
        "示例技能" + place.code() + "-" + firm.number(),
        "enterprise",
        firm.uscc(),
        "occupation",
        "示例工种",
        "level",
        i % 2 == 0 ? "SENIOR_WORKER" : "TECHNICIAN",
        "issuedOn",
        LocalDate.of(place.first() + 2, 7, 1));
  }

  private void profile(
      String code, String name, String roster, SampleRegion place, String enterprise) {
    files.row(
        "TalentProfile",
        "code",
        code,
        "name",
        name + "（虚构）",
        "rosters",
        roster,
        "divisionCode",
        place.code(),
        "institution",
        enterprise.isEmpty() ? "示例大学（虚构）" : "",
        "enterprise",
        enterprise,
        "position",
        "示例职称",
        "enteredOn",
        LocalDate.of(place.first() + 1, 2, 1));
  }

  private void station(SampleRegion place, Firm firm, int i) {
    if (i % 4 == 3) {
      return;
    }
    List<String> kinds =
        List.of(
            "ACADEMICIAN_STATION",
            "MASTER_STUDIO",
            "RECRUITMENT_STATION",
            "DEMONSTRATION_BASE",
            "INDUSTRY_EDUCATION_PILOT",
            "OFFSHORE_BASE");
    platform(
        "RP-" + place.code() + "-" + firm.number(),
        firm.name().replace("有限公司（虚构）", "") + "人才平台（虚构）",
        kinds.get(i / 3 % kinds.size()),
        firm.uscc(),
        firm.division(),
        "");
    files.row(
        "IncentiveScheme",
        "code",
        "JL-" + place.code() + "-" + firm.number(),
        "enterprise",
        firm.uscc(),
        "kind",
        List.of("EQUITY", "OPTION", "DIVIDEND", "RESULT_SHARING").get(i % 4),
        "startedOn",
        LocalDate.of(place.first() + 1, 6, 1),
        "beneficiaries",
        5 + i % 20,
        "amount",
        (50 + i) + "万元");
  }

  private void platform(
      String code, String name, String kind, String enterprise, String division, String head) {
    files.row(
        "TalentPlatform",
        "code",
        code,
        "name",
        name,
        "kind",
        kind,
        "enterprise",
        enterprise,
        "divisionCode",
        division,
        "level",
        "PROVINCIAL",
        "builtOn",
        LocalDate.of(2018 + Math.floorMod(code.hashCode(), 5), 9, 10),
        "headquarters",
        head);
  }
}

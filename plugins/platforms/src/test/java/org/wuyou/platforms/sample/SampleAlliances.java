package org.wuyou.platforms.sample;

import java.time.LocalDate;
import java.util.List;
import org.wuyou.testkit.SampleMaker;
import org.wuyou.testkit.SampleMaker.Firm;

/** Fields, alliances, co-operation and guidance of the sample; one field of each region lacks. */
final class SampleAlliances {
  private final SampleMaker files;

  SampleAlliances(SampleMaker files) {
    this.files = files;
  }

  void write() {
    for (Place place : Place.ALL) {
      List<Firm> firms = files.firms(place.code());
      for (int i = 0; i < place.fields().size(); i++) {
        field(place, i);
        if (i < place.fields().size() - 1) {
          alliance(place, firms, i);
        }
      }
      for (int i = 0; i < firms.size(); i += 5) {
        cooperation(place, firms.get(i), i);
        guidance(place, firms.get(i), i);
      }
    }
  }

  private void field(Place place, int i) {
    files.row(
        "IndustryField",
        "code",
        place.fieldCode(i),
        "name",
        place.fields().get(i),
        "divisionCode",
        place.code(),
        "kind",
        place.letters().equals("SX") ? "CLUSTER" : "KEY_INDUSTRY",
        "leadUniversity",
        i % 2 == 0 ? place.name() + "示例大学（虚构）" : "",
        "source",
        "示例数据（虚构）");
  }

  private void alliance(Place place, List<Firm> firms, int i) {
    String code = place.letters() + "-A" + (i + 1);
    files.row(
        "Alliance",
        "code",
        code,
        "name",
        place.name() + "示例" + place.fields().get(i) + "联盟（虚构）",
        "kind",
        i % 3 == 2 ? "CONSORTIUM" : i % 3 == 1 ? "TECHNOLOGY" : "INDUSTRY",
        "divisionCode",
        place.code(),
        "field",
        place.fieldCode(i),
        "level",
        "MUNICIPAL",
        "foundedOn",
        LocalDate.of(place.first() + 1 + i % 3, 4, 18),
        "expertCommittee",
        i % 4 != 3);
    List<String> roles = List.of("LEADER", "SUPPORTING", "RESEARCH", "RESOURCE");
    for (int r = 0; r < (i % 5 == 4 ? 3 : 4); r++) {
      Firm firm = firms.get((i * 7 + r * 3) % firms.size());
      boolean enterprise = r < 2;
      files.row(
          "AllianceMember",
          "alliance",
          code,
          "name",
          enterprise ? firm.name() : place.name() + "示例机构" + r + "（虚构）",
          "role",
          roles.get(r),
          "kind",
          enterprise ? "ENTERPRISE" : r == 2 ? "INSTITUTE" : "OTHER",
          "enterprise",
          enterprise ? firm.uscc() : "",
          "chainPosition",
          r == 0 ? "整机" : r == 1 ? "零部件" : "",
          "joinedOn",
          LocalDate.of(place.first() + 1 + i % 3, 4, 18));
    }
    files.row(
        "ChainGap",
        "alliance",
        code,
        "segment",
        "示例环节" + (i + 1),
        "kind",
        "TECHNOLOGY",
        "filledBy",
        i % 2 == 0 ? firms.get(i).uscc() : "",
        "filledOn",
        i % 2 == 0 ? LocalDate.of(place.last(), 5, 1) : "");
  }

  private void cooperation(Place place, Firm firm, int i) {
    List<String> kinds =
        List.of("JOINT_RD", "COLLABORATION", "ACADEMIC_ACTIVITY", "POSTGRADUATE_BASE");
    boolean abroad = place.letters().equals("PJ") && i % 10 == 0;
    files.row(
        "Cooperation",
        "code",
        place.letters() + "-H" + firm.number(),
        "enterprise",
        firm.uscc(),
        "kind",
        abroad ? "ACADEMIC_ACTIVITY" : kinds.get(i / 5 % kinds.size()),
        "partner",
        (abroad ? "示例海外学会" : place.name() + "示例大学") + "（虚构）",
        "partnerKind",
        "UNIVERSITY",
        "country",
        abroad ? "IL" : "",
        "need",
        "示例需求",
        "result",
        i % 2 == 0 ? "示例成果" : "",
        "startedOn",
        LocalDate.of(place.first() + 1 + i % 3, 9, 12));
  }

  private void guidance(Place place, Firm firm, int i) {
    files.row(
        "Guidance",
        "code",
        place.letters() + "-G" + firm.number(),
        "enterprise",
        firm.uscc(),
        "kind",
        i % 2 == 0 ? "COACHING" : "BENCHMARKING",
        "platform",
        place.letters() + "-C5",
        "alliance",
        "",
        "givenOn",
        LocalDate.of(place.last() - 1, 7, 9),
        "content",
        "示例辅导",
        "benchmark",
        i % 2 == 0 ? "" : "示例标杆企业（虚构）",
        "gap",
        i % 2 == 0 ? "" : "示例差距",
        "measure",
        i % 2 == 0 ? "" : "示例措施");
  }
}

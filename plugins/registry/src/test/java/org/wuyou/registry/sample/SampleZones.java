package org.wuyou.registry.sample;

import java.util.List;

/** Fictional development zones, one or two a region. */
final class SampleZones {
  record Zone(String code, String name, String division, String managedBy, String rank, int mu) {}

  static final List<Zone> ALL =
      List.of(
          new Zone("JC-Z1", "晋城示例经济技术开发区（虚构）", "140502", "CITY", "NATIONAL", 5200),
          new Zone("JC-Z2", "高平示例经济技术开发区（虚构）", "140581", "COUNTY", "PROVINCIAL", 3100),
          new Zone("JC-Z3", "泽州示例工业园区（虚构）", "140525", "COUNTY", "LOCAL", 2400),
          new Zone("PJ-Z1", "盘锦示例高新区（虚构）", "211103", "CITY", "NATIONAL", 4300),
          new Zone("LY-Z1", "临沂示例高新区（虚构）", "371371", "CITY", "NATIONAL", 6100),
          new Zone("JX-Z1", "鹰潭示例高新区（虚构）", "360603", "CITY", "PROVINCIAL", 2900));

  private SampleZones() {}

  static void write(SampleRegister register) {
    for (Zone zone : ALL) {
      register.row(
          "DevelopmentZone",
          "code",
          zone.code(),
          "name",
          zone.name(),
          "division",
          zone.division(),
          "managedBy",
          zone.managedBy(),
          "rank",
          zone.rank(),
          "areaMu",
          zone.mu(),
          "services",
          "一站式服务;检验检测");
    }
  }

  /** Every second enterprise of a county with a zone lies in it. */
  static String of(Firm firm) {
    return ALL.stream()
        .filter(zone -> zone.division().equals(firm.place().division()) && firm.number() % 2 == 0)
        .map(Zone::code)
        .findFirst()
        .orElse("");
  }
}

package org.wuyou.distribution.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Jiangxi counts, how one more of it is entered, and the target it belongs to.
 *
 * @param named how cases call it
 * @param record how it is kept
 * @param kind its kind there
 * @param level its level there; empty for none
 */
record JiangxiCount(String named, String target, Record record, String kind, String level) {
  private enum Record {
    PLATFORM,
    TITLE,
    UPGRADE,
    PROJECT,
    FIRST_SET
  }

  private static final String DIVISION = JiangxiCases.JIANGXI;

  /** The more exact names first. */
  private static final List<JiangxiCount> ALL =
      List.of(
          platform("省级企业技术创新平台", "JX-N15", "KEY_LABORATORY", "PROVINCIAL"),
          platform("省级企业技术中心", "JX-N16", "ENTERPRISE_TECHNOLOGY_CENTRE", "PROVINCIAL"),
          platform("产业技术研究院", "JX-N19", "INDUSTRY_INSTITUTE", ""),
          platform("省级制造业创新中心", "JX-N20", "MANUFACTURING_INNOVATION_CENTRE", "PROVINCIAL"),
          platform("国家级制造业创新中心", "JX-N21", "MANUFACTURING_INNOVATION_CENTRE", "NATIONAL"),
          platform("产业技术基础公共服务平台", "JX-N22", "INDUSTRIAL_TECHNOLOGY_BASE", "NATIONAL"),
          platform("产业创新服务综合体", "JX-N23", "INNOVATION_COMPLEX", "PROVINCIAL"),
          platform("工业设计中心", "JX-N45", "DESIGN_CENTRE", "PROVINCIAL"),
          title("管理创新示范企业", "JX-N13", "MANAGEMENT_DEMONSTRATION", "PROVINCIAL"),
          title("技术创新示范企业", "JX-N14", "INNOVATION_DEMONSTRATION", "NATIONAL"),
          upgrade("质量标杆", "JX-N28", "QUALITY_BENCHMARK", "NATIONAL"),
          upgrade("实验室", "JX-N29", "QUALITY_LABORATORY", ""),
          upgrade("供应商", "JX-N35", "SMART_SOLUTION_SUPPLIER", ""),
          upgrade("研发创新服务综合体", "JX-N36", "SMART_SERVICE_COMPLEX", ""),
          upgrade("绿色园区", "JX-N40", "GREEN_PARK", ""),
          upgrade("绿色工厂", "JX-N41", "GREEN_FACTORY", ""),
          upgrade("绿色产品", "JX-N42", "GREEN_PRODUCT", ""),
          upgrade("绿色供应链", "JX-N43", "GREEN_SUPPLY_CHAIN", ""),
          upgrade("服务型制造", "JX-N44", "SERVICE_MANUFACTURING", ""),
          upgrade("示范园区", "JX-N48", "INTEGRATION_PARK", ""),
          upgrade("两化", "JX-N47", "INTEGRATION_ENTERPRISE", ""),
          new JiangxiCount("推进计划", "JX-N10", Record.PROJECT, "CAPABILITY_PROGRAMME", ""),
          new JiangxiCount("共性技术", "JX-N27", Record.PROJECT, "KEY_TECHNOLOGY", ""),
          new JiangxiCount("首台", "JX-N34", Record.FIRST_SET, "EQUIPMENT", ""));

  private static JiangxiCount platform(String named, String target, String kind, String level) {
    return new JiangxiCount(named, target, Record.PLATFORM, kind, level);
  }

  private static JiangxiCount title(String named, String target, String kind, String level) {
    return new JiangxiCount(named, target, Record.TITLE, kind, level);
  }

  private static JiangxiCount upgrade(String named, String target, String kind, String level) {
    return new JiangxiCount(named, target, Record.UPGRADE, kind, level);
  }

  static JiangxiCount of(String name) {
    return ALL.stream()
        .filter(counted -> name.contains(counted.named()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no target of Jiangxi counts " + name));
  }

  /** Enters those from one number to another, of that year. */
  void enter(World world, int from, int to, int year) {
    if (from >= to) {
      return;
    }
    String day = year + "-06-01";
    switch (record) {
      case PLATFORM -> platforms(world, from, to, day);
      case TITLE -> {
        for (String code : world.enterprises(to - from, "360102", Map.of())) {
          world.enter("Title", dated(Map.of("enterprise", Map.of("uscc", code)), "issuedOn", day));
        }
      }
      case UPGRADE ->
          world.enter("UpgradeRecognition", rows(from, to, "recognisedOn", day, "division"));
      case PROJECT -> {
        List<Map<String, Object>> rows = rows(from, to, "startedOn", day, "division");
        rows.forEach(row -> row.putAll(Map.of("year", year, "state", "RUNNING")));
        world.enter("Project", rows);
      }
      case FIRST_SET -> {
        String firm = world.enterprise(named + from, "360102", Map.of());
        Map<String, Object> row = dated(Map.of("code", target + from), "recognisedOn", day);
        row.putAll(Map.of("name", named, "enterprise", Map.of("uscc", firm), "units", to - from));
        world.enter("FirstSet", row);
      }
    }
  }

  private void platforms(World world, int from, int to, String day) {
    List<Map<String, Object>> rows = rows(from, to, "establishedOn", "2019-01-01", "divisionCode");
    rows.forEach(row -> row.remove("level"));
    world.enter("Platform", rows);
    if (!level.isEmpty()) {
      world.enter(
          "PlatformRecognition",
          rows.stream()
              .map(
                  row ->
                      Map.of(
                          "platform", Map.of("code", row.get("code")),
                          "level", level,
                          "recognisedOn", day))
              .toList());
    }
  }

  private List<Map<String, Object>> rows(
      int from, int to, String dayField, String day, String divisionField) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Map<String, Object> row = dated(Map.of("code", target + "-" + i), dayField, day);
      row.put("name", named + i);
      row.put(
          divisionField, divisionField.equals("division") ? Map.of("code", DIVISION) : DIVISION);
      rows.add(row);
    }
    return rows;
  }

  private Map<String, Object> dated(Map<String, ?> key, String dayField, String day) {
    Map<String, Object> row = new LinkedHashMap<>(key);
    row.put("kind", kind);
    if (!level.isEmpty()) {
      row.put("level", level);
    }
    row.put(dayField, day);
    return row;
  }
}

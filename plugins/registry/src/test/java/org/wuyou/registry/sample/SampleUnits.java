package org.wuyou.registry.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Units of government of the five regions, by the codes {@code division-LINE}. */
final class SampleUnits {
  private static final Map<String, String> LINES = new LinkedHashMap<>();

  static {
    LINES.put("ORGANISATION", "委组织部");
    LINES.put("ESTABLISHMENT", "委编办");
    LINES.put("DEVELOPMENT_REFORM", "发展改革部门");
    LINES.put("SCIENCE", "科技部门");
    LINES.put("INDUSTRY", "工信部门");
    LINES.put("EDUCATION", "教育部门");
    LINES.put("FINANCE", "财政部门");
    LINES.put("HUMAN_RESOURCES", "人社部门");
    LINES.put("NATURAL_RESOURCES", "自然资源部门");
    LINES.put("ENVIRONMENT", "生态环境部门");
    LINES.put("COMMERCE", "商务部门");
    LINES.put("ADMINISTRATIVE_APPROVAL", "行政审批部门");
    LINES.put("MARKET_REGULATION", "市场监管部门");
    LINES.put("STATISTICS", "统计部门");
    LINES.put("FINANCIAL_REGULATION", "金融监管部门");
    LINES.put("BIG_DATA", "大数据部门");
    LINES.put("TAXATION", "税务部门");
    LINES.put("STATE_ASSETS", "国资部门");
    LINES.put("SME_PROMOTION", "中小企业促进机构");
    LINES.put("ASSESSMENT", "考核机构");
  }

  private static final List<String> SHANXI =
      List.of(
          "140100", "140200", "140300", "140400", "140500", "140600", "140700", "140800", "140900",
          "141000", "141100");
  private static final List<String> JIANGXI =
      List.of(
          "360100", "360200", "360300", "360400", "360500", "360600", "360700", "360800", "360900",
          "361000", "361100");
  private static final Map<String, String> REGIONS = new LinkedHashMap<>();

  static {
    REGIONS.put("140000", "山西");
    REGIONS.put("140500", "晋城");
    REGIONS.put("211100", "盘锦");
    REGIONS.put("371300", "临沂");
    REGIONS.put("360000", "江西");
  }

  private SampleUnits() {}

  static void write(SampleRegister register) {
    REGIONS.forEach(
        (division, name) -> {
          String above = division.equals("140500") ? "140000-GOVERNMENT" : "";
          unit(register, division, "GOVERNMENT", name + "人民政府", above);
          LINES.forEach(
              (line, suffix) ->
                  unit(register, division, line, name + suffix, division + "-GOVERNMENT"));
        });
    below(register, "140000", SHANXI);
    below(register, "360000", JIANGXI);
    for (String region : List.of("140500", "211100", "371300")) {
      below(register, region, counties(region));
    }
  }

  private static List<String> counties(String region) {
    List<String> counties = new ArrayList<>();
    for (Place place : Place.ALL) {
      if (place.city().equals(region)) {
        counties.add(place.division());
      }
    }
    return counties;
  }

  private static void below(SampleRegister register, String region, List<String> divisions) {
    for (String division : divisions) {
      if (!REGIONS.containsKey(division)) {
        unit(register, division, "GOVERNMENT", division + "人民政府", region + "-GOVERNMENT");
      }
    }
  }

  private static void unit(
      SampleRegister register, String division, String line, String name, String parent) {
    register.row(
        "GovernmentUnit",
        "code",
        division + "-" + line,
        "name",
        name + "（示例）",
        "division",
        division,
        "line",
        line,
        "parent",
        parent);
  }
}

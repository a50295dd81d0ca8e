package org.wuyou.registry.sample;

import java.util.List;

/** Fictional statistics of the five regions. */
final class SampleStatistics {
  private record Figure(String indicator, String unit, double first, double growth) {}

  private record Region(String code, int from, int to, List<Figure> figures) {}

  private static final List<Region> REGIONS =
      List.of(
          new Region(
              "140500",
              2019,
              2022,
              List.of(
                  new Figure("gdp", "亿元", 1360, 1.07),
                  new Figure("society_rd_expenditure", "亿元", 14.2, 1.15))),
          new Region("140000", 2019, 2022, List.of(new Figure("gdp", "亿元", 17000, 1.08))),
          new Region(
              "211100",
              2016,
              2022,
              List.of(
                  new Figure("gdp", "亿元", 1000, 1.05),
                  new Figure("society_rd_expenditure", "亿元", 15, 1.2),
                  new Figure("invention_applications", "件", 420, 1.12),
                  new Figure("key_technology_projects", "项", 18, 1.1))),
          new Region(
              "371300",
              2021,
              2023,
              List.of(
                  new Figure("gdp", "亿元", 5400, 1.06),
                  new Figure("above_scale_output", "亿元", 9000, 1.08),
                  new Figure("high_tech_output", "亿元", 3900, 1.11))),
          new Region(
              "360000",
              2019,
              2022,
              List.of(
                  new Figure("gdp", "亿元", 24600, 1.08),
                  new Figure("above_scale_value_added", "亿元", 8800, 1.09),
                  new Figure("high_tech_value_added", "亿元", 3200, 1.13),
                  new Figure("emerging_value_added", "亿元", 1900, 1.14),
                  new Figure("patent_applications", "件", 91000, 1.04),
                  new Figure("patent_grants", "件", 59000, 1.09),
                  new Figure("cloud_enterprises", "家", 8000, 1.5))));

  private SampleStatistics() {}

  static void write(SampleRegister register) {
    for (Region region : REGIONS) {
      for (Figure figure : region.figures()) {
        double value = figure.first();
        for (int year = region.from(); year <= region.to(); year++) {
          register.row(
              "RegionStatistic",
              "region",
              region.code(),
              "year",
              year,
              "indicator",
              figure.indicator(),
              "value",
              Math.round(value * 10) / 10.0,
              "unit",
              figure.unit(),
              "source",
              "示例数据（虚构）",
              "enteredOn",
              (year + 1) + "-04-01");
          value *= figure.growth();
        }
      }
    }
  }
}

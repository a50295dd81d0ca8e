package org.wuyou.platforms.sample;

import java.util.List;

/**
 * A region of the sample.
 *
 * @param letters prefix of its codes
 * @param first first year of its sample
 * @param last last year of its sample
 * @param fields names of its industry fields
 */
record Place(String code, String name, String letters, int first, int last, List<String> fields) {
  static final List<Place> ALL =
      List.of(
          new Place("140500", "晋城", "JC", 2019, 2022, List.of("煤机装备", "光机电", "煤层气", "新材料", "康养食品")),
          new Place(
              "140000",
              "山西",
              "SX",
              2019,
              2022,
              List.of(
                  "信创", "半导体", "大数据", "光电", "光伏", "碳基材料", "特种金属", "生物基材料", "轨道交通", "煤机智能", "网联汽车",
                  "通用航空", "生物医药", "节能环保")),
          new Place(
              "211100", "盘锦", "PJ", 2016, 2022, List.of("精细化工", "海洋工程", "先进制造", "电子信息", "节能环保")),
          new Place(
              "371300", "临沂", "LY", 2020, 2023, List.of("激光", "钢铁", "木业", "医药", "工程机械", "电子元器件")),
          new Place("360000", "江西", "JX", 2019, 2022, List.of("铜", "稀土", "钨", "有机硅", "家具", "航空")));

  String fieldCode(int index) {
    return letters + "-F" + (index + 1);
  }
}

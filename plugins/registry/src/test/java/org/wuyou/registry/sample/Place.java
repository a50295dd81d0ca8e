package org.wuyou.registry.sample;

import java.util.List;

/**
 * A county with fictional enterprises.
 *
 * @param enterprises how many
 * @param drive how much R&amp;D its enterprises do, 100 being the average of the sample
 * @param first first year with returns
 * @param last last year with returns
 */
record Place(String division, String name, int enterprises, int drive, int first, int last) {

  static final List<Place> ALL =
      List.of(
          new Place("140502", "晋城", 20, 120, 2019, 2022),
          new Place("140521", "沁水", 16, 70, 2019, 2022),
          new Place("140522", "阳城", 24, 100, 2019, 2022),
          new Place("140524", "陵川", 12, 40, 2019, 2022),
          new Place("140525", "泽州", 26, 110, 2019, 2022),
          new Place("140581", "高平", 26, 130, 2019, 2022),
          new Place("140105", "太原", 8, 130, 2019, 2022),
          new Place("140213", "大同", 6, 90, 2019, 2022),
          new Place("140403", "长治", 8, 110, 2019, 2022),
          new Place("140702", "晋中", 6, 80, 2019, 2022),
          new Place("140802", "运城", 6, 100, 2019, 2022),
          new Place("141002", "临汾", 6, 60, 2019, 2022),
          new Place("211102", "双台子", 14, 90, 2016, 2022),
          new Place("211103", "兴隆台", 20, 130, 2016, 2022),
          new Place("211104", "大洼", 14, 80, 2016, 2022),
          new Place("211122", "盘山", 12, 60, 2016, 2022),
          new Place("371302", "兰山", 12, 120, 2019, 2023),
          new Place("371311", "罗庄", 10, 110, 2019, 2023),
          new Place("371312", "河东", 8, 90, 2019, 2023),
          new Place("371321", "沂南", 6, 70, 2019, 2023),
          new Place("371322", "郯城", 6, 80, 2019, 2023),
          new Place("371325", "费县", 8, 100, 2019, 2023),
          new Place("371327", "莒南", 6, 60, 2019, 2023),
          new Place("371329", "临沭", 6, 110, 2019, 2023),
          new Place("371371", "临沂高新", 8, 150, 2019, 2023),
          new Place("360113", "南昌", 8, 140, 2019, 2022),
          new Place("360203", "景德镇", 6, 100, 2019, 2022),
          new Place("360404", "九江", 8, 110, 2019, 2022),
          new Place("360502", "新余", 6, 120, 2019, 2022),
          new Place("360603", "鹰潭", 6, 130, 2019, 2022),
          new Place("360702", "赣州", 8, 90, 2019, 2022),
          new Place("360802", "吉安", 6, 110, 2019, 2022),
          new Place("361104", "上饶", 6, 70, 2019, 2022));

  boolean panjin() {
    return division.startsWith("2111");
  }

  boolean jincheng() {
    return division.startsWith("1405");
  }

  String city() {
    return division.substring(0, 4) + "00";
  }
}

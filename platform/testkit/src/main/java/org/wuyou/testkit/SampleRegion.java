package org.wuyou.testkit;

import java.util.List;

/**
 * A region of which modules have sample data.
 *
 * @param code division code
 * @param name short name
 * @param first first year of its plan's sample
 * @param last last year of its plan's sample
 */
public record SampleRegion(String code, String name, int first, int last) {
  public static final List<SampleRegion> ALL =
      List.of(
          new SampleRegion("140500", "晋城", 2019, 2022),
          new SampleRegion("140000", "山西", 2019, 2022),
          new SampleRegion("211100", "盘锦", 2016, 2020),
          new SampleRegion("371300", "临沂", 2020, 2023),
          new SampleRegion("360000", "江西", 2019, 2022));
}

package org.wuyou.testkit.synthetic;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Published figures of the above-scale industrial enterprises of one province in one year.
 *
 * @param active enterprises with R&amp;D activity
 * @param withInstitution enterprises with an R&amp;D institution
 * @param rdExpenditure in ten thousand yuan
 * @param rdPersonnel people
 */
record ProvinceYear(
    String province,
    int year,
    int active,
    int withInstitution,
    BigDecimal rdExpenditure,
    int rdPersonnel) {

  /**
   * What is not published beside them, and is assumed: how many above-scale enterprises there are.
   */
  private static final Map<String, Integer> ABOVE_SCALE =
      Map.of("山西", 5_800, "辽宁", 8_300, "山东", 31_500, "江西", 15_000);

  /**
   * @param rows of {@code industrial-rd-by-province-2018-2023.csv}
   */
  static ProvinceYear of(List<Map<String, String>> rows, String province, int year) {
    Map<String, BigDecimal> figures = new HashMap<>();
    for (Map<String, String> row : rows) {
      if (province.equals(row.get("region")) && String.valueOf(year).equals(row.get("year"))) {
        figures.put(row.get("indicator"), new BigDecimal(row.get("value")));
      }
    }
    return new ProvinceYear(
        province,
        year,
        whole(figures, "rd_active_enterprises"),
        whole(figures, "enterprises_with_rd_institution"),
        figure(figures, "rd_expenditure"),
        whole(figures, "rd_personnel"));
  }

  private static BigDecimal figure(Map<String, BigDecimal> figures, String name) {
    BigDecimal figure = figures.get(name);
    if (figure == null) {
      throw new IllegalStateException("the published figures lack " + name);
    }
    return figure;
  }

  private static int whole(Map<String, BigDecimal> figures, String name) {
    return figure(figures, name).intValueExact();
  }

  /** How many of {@code enterprises} do R&amp;D at the province's share. */
  int activeAmong(int enterprises) {
    return scaled(active, enterprises);
  }

  /** How many of {@code enterprises} have an institution at the province's share. */
  int institutionsAmong(int enterprises) {
    return scaled(withInstitution, enterprises);
  }

  private int scaled(int count, int enterprises) {
    return (int) ((2L * enterprises * count / aboveScale() + 1) / 2);
  }

  private int aboveScale() {
    Integer all = ABOVE_SCALE.get(province);
    if (all == null) {
      throw new IllegalStateException("no number of above-scale enterprises for " + province);
    }
    return all;
  }

  /** R&amp;D of so many active enterprises at the province's mean, in thousand yuan. */
  long rdThousandYuan(int activeEnterprises) {
    return rdExpenditure
        .multiply(BigDecimal.valueOf(10L * activeEnterprises))
        .divide(BigDecimal.valueOf(active), 0, java.math.RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** R&amp;D personnel of so many active enterprises at the province's mean. */
  long personnel(int activeEnterprises) {
    return BigDecimal.valueOf(rdPersonnel)
        .multiply(BigDecimal.valueOf(activeEnterprises))
        .divide(BigDecimal.valueOf(active), 0, java.math.RoundingMode.HALF_UP)
        .longValueExact();
  }
}

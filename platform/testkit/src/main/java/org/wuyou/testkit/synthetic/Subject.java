package org.wuyou.testkit.synthetic;

/**
 * One enterprise of the register with what is made up for it.
 *
 * @param revenue of 2018, in thousand yuan
 */
record Subject(String uscc, String province, String industry, long revenue) {
  /** Below this the enterprise is not above scale, in thousand yuan. */
  private static final long THRESHOLD = 20_000;

  private static final long LARGEST = 20_000_000;

  /** Words of a business scope and the industry they hint at. */
  private static final String[][] HINTS = {
    {"煤炭开采", "0610"}, {"采", "1019"}, {"发电", "4411"}, {"制药", "2710"}, {"药", "2710"},
    {"化工", "2614"}, {"化肥", "2621"}, {"水泥", "3011"}, {"砖", "3031"}, {"陶瓷", "3073"},
    {"铸", "3391"}, {"机械", "3499"}, {"汽车", "3670"}, {"电缆", "3831"}, {"电子", "3989"},
    {"服装", "1819"}, {"纺", "1711"}, {"板", "2021"}, {"家具", "2110"}, {"纸", "2231"},
    {"食品", "1499"}, {"酒", "1512"}, {"面粉", "1311"}, {"饲料", "1329"}, {"塑料", "2929"},
    {"钢", "3120"}, {"铜", "3211"}, {"建筑工程", "4710"}
  };

  private static final String OTHER_MANUFACTURING = "4190";

  static Subject of(String uscc, String province, String scope) {
    return new Subject(uscc, province, industry(scope), revenue(uscc));
  }

  private static String industry(String scope) {
    for (String[] hint : HINTS) {
      if (scope.contains(hint[0])) {
        return hint[1];
      }
    }
    return OTHER_MANUFACTURING;
  }

  /** Long-tailed: most are above scale, few are very large. */
  private static long revenue(String uscc) {
    long rank = Draw.of(uscc, "revenue") + 1_000L;
    return Math.min(LARGEST, 17_000L * 1_000_000 / rank * 1_000_000 / (rank + 300_000));
  }

  /** Thousand yuan. */
  long revenueOf(int year) {
    long value = revenue;
    for (int y = 2019; y <= year; y++) {
      value = value * (95 + Draw.of(uscc, "growth " + y) / 50_000) / 100;
    }
    return value;
  }

  boolean industrial() {
    return !industry.startsWith("47");
  }

  /** A branch without legal personality is rare in the register. */
  boolean legalPerson() {
    return !Draw.percent(uscc, "branch", 1);
  }

  /** On the list of a year by the revenue of the year before; and reporting both. */
  boolean aboveScale(int year) {
    return industrial()
        && legalPerson()
        && reports(year - 1)
        && reports(year)
        && revenueOf(year - 1) >= THRESHOLD;
  }

  /** Some returns never come. */
  boolean reports(int year) {
    return !Draw.percent(uscc, "missing " + year, 3);
  }

  /**
   * Inclination to R&amp;D: the smaller, the earlier it takes it up; large enterprises do first.
   */
  int inclination() {
    return Draw.of(uscc, "inclination") / 3 + Draw.of(uscc, "revenue") / 3 * 2;
  }

  /** Inclination to an institution: mostly those that do R&amp;D. */
  int institutionInclination() {
    return inclination() / 4 * 3 + Draw.of(uscc, "institution") / 4;
  }

  int employees(int year) {
    return (int) Math.max(6, revenueOf(year) / 900 + Draw.of(uscc, "employees") / 20_000);
  }
}

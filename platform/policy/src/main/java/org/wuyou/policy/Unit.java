package org.wuyou.policy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A unit in which documents and files write figures. Figures are kept in the base unit of their
 * dimension: yuan, a plain ratio (20 % is 0.20), pieces, people, days.
 */
public enum Unit {
  YUAN("元", "CNY", Dimension.MONEY, 0),
  THOUSAND_YUAN("千元", "thousand CNY", Dimension.MONEY, 3),
  WAN_YUAN("万元", "10,000 CNY", Dimension.MONEY, 4),
  YI_YUAN("亿元", "100 million CNY", Dimension.MONEY, 8),
  PERCENT("%", "%", Dimension.RATIO, -2),
  POINT("百分点", "percentage points", Dimension.RATIO, -2),
  RATIO("比值", "ratio", Dimension.RATIO, 0),
  PERSON("人", "people", Dimension.COUNT, 0),
  WAN_PERSON("万人", "10,000 people", Dimension.COUNT, 4),
  ATTENDANCE("人次", "attendances", Dimension.COUNT, 0),
  ENTERPRISE("家", "enterprises", Dimension.COUNT, 0),
  HOUSEHOLD("户", "enterprises", Dimension.COUNT, 0),
  PIECE("件", "pieces", Dimension.COUNT, 0),
  WAN_PIECE("万件", "10,000 pieces", Dimension.COUNT, 4),
  ITEM("个", "items", Dimension.COUNT, 0),
  PROJECT("项", "items", Dimension.COUNT, 0),
  SET("台", "sets", Dimension.COUNT, 0),
  FUND("支", "funds", Dimension.COUNT, 0),
  MEMBER("名", "people", Dimension.COUNT, 0),
  TIMES("次", "times", Dimension.COUNT, 0),
  ISSUE("期", "issues", Dimension.COUNT, 0),
  CLUSTER("个集群", "clusters", Dimension.COUNT, 0),
  PLACE("位", "place", Dimension.COUNT, 0),
  DAY("日", "days", Dimension.TIME, 0),
  MONTH("个月", "months", Dimension.MONTHS, 0),
  YEAR("年", "years", Dimension.YEARS, 0),
  MINUTE("分钟", "minutes", Dimension.MINUTES, 0),
  MU("亩", "mu", Dimension.AREA, 0);

  /** What may be compared with what. */
  public enum Dimension {
    MONEY,
    RATIO,
    COUNT,
    TIME,
    MONTHS,
    YEARS,
    MINUTES,
    AREA,
    /** A plain number, or one whose dimension is not known; goes with all. */
    ANY
  }

  private final String zh;
  private final String en;
  private final Dimension dimension;
  private final int power;

  Unit(String zh, String en, Dimension dimension, int power) {
    this.zh = zh;
    this.en = en;
    this.dimension = dimension;
    this.power = power;
  }

  public String zh() {
    return zh;
  }

  public Text label() {
    return new Text(zh, en);
  }

  public Dimension dimension() {
    return dimension;
  }

  /** The figure in the base unit of the dimension. */
  public Exact toBase(Exact figure) {
    return figure.times(factor());
  }

  /** A figure of the base unit in this unit. */
  public Exact fromBase(Exact figure) {
    return figure.dividedBy(factor());
  }

  private Exact factor() {
    return Exact.of(BigDecimal.ONE.scaleByPowerOfTen(power));
  }

  /**
   * A figure of the base unit as a screen shows it: percentages with two decimals, half-up; others
   * without superfluous zeros.
   */
  public String shown(Exact base) {
    Exact figure = fromBase(base);
    return this == PERCENT || this == POINT
        ? figure.rounded(2).toPlainString() + " " + zh
        : Exact.of(figure.rounded(dimension == Dimension.COUNT ? 4 : 2)) + " " + zh;
  }

  /** A figure of the base unit in this unit, to its last digit. */
  public String written(Exact base) {
    return fromBase(base) + " " + zh;
  }

  /** A figure with or without a unit after it, in the base unit: {@code 1.5亿元}. */
  public static Optional<Exact> figure(String text) {
    String stripped = text.strip();
    int end = stripped.length();
    while (end > 0 && "0123456789.".indexOf(stripped.charAt(end - 1)) < 0) {
      end--;
    }
    String unit = stripped.substring(end).strip();
    Optional<Unit> found = unit.isEmpty() ? Optional.of(RATIO) : find(unit);
    try {
      Exact figure = Exact.of(stripped.substring(0, end));
      return found.map(u -> u.toBase(figure));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The unit written so in Chinese, in English, or by its name. */
  public static Optional<Unit> find(String spelling) {
    return Arrays.stream(values())
        .filter(u -> u.zh.equals(spelling) || u.name().equals(spelling) || spelling.equals(u.en))
        .findFirst();
  }

  public static List<String> spellings() {
    return Arrays.stream(values()).map(Unit::zh).toList();
  }

  /** Whether figures of the two dimensions may be compared and added. */
  public static boolean compatible(Dimension one, Dimension other) {
    return one == other || one == Dimension.ANY || other == Dimension.ANY;
  }
}

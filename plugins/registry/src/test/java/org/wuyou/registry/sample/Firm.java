package org.wuyou.registry.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.wuyou.spi.value.Uscc;

/**
 * One fictional enterprise and its habits.
 *
 * @param revenue of its first year, in thousand yuan
 * @param intensity R&amp;D expenditure in hundredths of a percent of revenue; 0 for none
 * @param starts first year with R&amp;D
 */
record Firm(
    Place place,
    int number,
    String uscc,
    String name,
    String industry,
    String ownership,
    LocalDate registeredOn,
    long revenue,
    int employees,
    int intensity,
    int starts,
    Habit habit) {

  /** What becomes of its returns and its R&amp;D over the years. */
  enum Habit {
    STEADY,
    GROWING,
    FLAT,
    STOPS,
    LATE,
    BLANK,
    MISSING
  }

  private static final List<String> STYLES =
      List.of("晨曦", "远航", "华岳", "博创", "金禾", "瑞丰", "宏达", "新程", "恒信", "卓越", "天工", "同创");

  private record Trade(String code, String word) {}

  private static final List<Trade> TRADES =
      List.of(
          new Trade("3311", "金属"),
          new Trade("3421", "机床"),
          new Trade("3511", "矿山机械"),
          new Trade("2614", "精细化工"),
          new Trade("2710", "药业"),
          new Trade("3011", "水泥"),
          new Trade("3831", "线缆"),
          new Trade("3976", "光电"),
          new Trade("1310", "面业"),
          new Trade("2011", "木业"),
          new Trade("3670", "汽车零部件"),
          new Trade("0610", "煤业"),
          new Trade("4411", "热电"),
          new Trade("1761", "针织"),
          new Trade("3251", "铜材"),
          new Trade("4724", "建筑"));

  /** Revenues on the bounds of the tiers and of the above-scale rule, in thousand yuan. */
  private static final List<Long> BOUNDS =
      List.of(20_000L, 19_999L, 100_000L, 99_999L, 400_000L, 399_999L);

  static Firm make(Place place, int number, Random random) {
    Trade trade = TRADES.get(random.nextInt(TRADES.size()));
    String style = STYLES.get(number % STYLES.size());
    String name = place.name() + "示例" + style + trade.word() + chinese(number) + "号有限公司（虚构）";
    long revenue =
        number % 9 == 0
            ? BOUNDS.get(number / 9 % BOUNDS.size())
            : Math.round(15_000 * StrictMath.exp(random.nextDouble() * 3.8));
    boolean active = random.nextInt(100) < Math.min(95, 62 * place.drive() / 100);
    int intensity = active ? 60 + random.nextInt(5 * place.drive()) : 0;
    int starts = active && random.nextInt(5) == 0 ? place.last() - 1 : place.first() - 3;
    int employees = (int) Math.max(8, revenue / 900 + random.nextInt(60));
    LocalDate registered =
        LocalDate.of(1996 + random.nextInt(18), 1 + random.nextInt(12), 1 + random.nextInt(28));
    return new Firm(
        place,
        number,
        uscc(place.division(), number),
        name,
        trade.code(),
        ownership(random),
        registered,
        revenue,
        employees,
        intensity,
        starts,
        habit(random));
  }

  private static Habit habit(Random random) {
    int draw = random.nextInt(100);
    if (draw < 30) {
      return Habit.STEADY;
    }
    if (draw < 66) {
      return Habit.GROWING;
    }
    if (draw < 78) {
      return Habit.FLAT;
    }
    if (draw < 84) {
      return Habit.STOPS;
    }
    if (draw < 90) {
      return Habit.LATE;
    }
    return draw < 95 ? Habit.BLANK : Habit.MISSING;
  }

  private static String ownership(Random random) {
    int draw = random.nextInt(100);
    if (draw < 3) {
      return "CENTRAL_STATE";
    }
    if (draw < 8) {
      return "PROVINCIAL_STATE";
    }
    if (draw < 12) {
      return "MUNICIPAL_STATE";
    }
    if (draw < 16) {
      return "COUNTY_STATE";
    }
    return draw < 20 ? "FOREIGN" : "PRIVATE";
  }

  /** A code with a right check character in a range of organisation codes that is not given out. */
  private static String uscc(String division, int number) {
    String organisation = "MAX9" + String.format("%04d", number);
    int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += Character.digit(organisation.charAt(i), 36) * weights[i];
    }
    int check = 11 - sum % 11;
    String body = "91" + division + organisation + (check == 10 ? "X" : String.valueOf(check % 11));
    return body + Uscc.checkCharacter(body);
  }

  private static String chinese(int number) {
    String digits = "〇一二三四五六七八九";
    StringBuilder text = new StringBuilder();
    for (char c : String.valueOf(number).toCharArray()) {
      text.append(digits.charAt(c - '0'));
    }
    return text.toString();
  }

  boolean stateOwned() {
    return ownership.endsWith("_STATE");
  }

  /** Revenue of a year in thousand yuan; the first year's stays on its bound. */
  long revenueOf(int year) {
    long revenue = this.revenue;
    for (int y = place.first() + 1; y <= year; y++) {
      int percent = Math.floorMod(number * 7 + y * 3, 17) - 3;
      revenue = number % 9 == 0 ? revenue : revenue * (100 + percent) / 100;
    }
    return revenue;
  }

  /** R&amp;D expenditure of a year in thousand yuan. */
  long rdOf(int year) {
    if (intensity == 0 || year < starts || (habit == Habit.STOPS && year >= place.last() - 1)) {
      return 0;
    }
    double base = revenueOf(place.first()) * (double) intensity / 10_000;
    double growth =
        switch (habit) {
          case GROWING -> 1.27;
          case FLAT -> 1.0;
          case STEADY -> 1.18;
          case STOPS, LATE, BLANK, MISSING -> 1.1;
        };
    return Math.max(1, Math.round(base * StrictMath.pow(growth, (double) year - place.first())));
  }

  boolean active(int year) {
    return rdOf(year) > 0;
  }
}

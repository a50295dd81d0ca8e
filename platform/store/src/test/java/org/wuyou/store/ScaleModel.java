package org.wuyou.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Money;

/** A register of the size of several provinces, with columns as wide as the real ones. */
public final class ScaleModel {
  private static final String[] PLACES = {"晋城市", "高平市", "阳城县", "盘锦市", "临沂市", "南昌市", "太原市", "赣州市"};
  private static final String[] WORDS = {
    "华源", "兴达", "金鼎", "瑞丰", "科技", "机械", "煤业", "新材料", "电子", "制药", "光学", "铸造", "智能装备", "化工", "食品",
    "纺织", "环保"
  };
  private static final List<String> ACCOUNTS =
      List.of(
          "revenue",
          "rdExpenditure",
          "staffCost",
          "directCost",
          "depreciation",
          "design",
          "equipment",
          "entrusted",
          "government",
          "newProductSales");

  private ScaleModel() {}

  public static Model model() {
    List<Field> filing = new ArrayList<>();
    filing.add(Sample.field("enterprise", new ValueType.Reference("Enterprise")).asRequired());
    filing.add(Sample.field("year", new ValueType.Int()).asRequired());
    for (String account : ACCOUNTS) {
      filing.add(Sample.field(account, new ValueType.MoneyAmount()));
    }
    for (String count :
        List.of("rdPersonnel", "rdFullTime", "rdProjects", "patents", "rdInstitutions")) {
      filing.add(Sample.field(count, new ValueType.Int()));
    }
    EntityType enterprise =
        Sample.entity(
            "Enterprise",
            List.of("uscc"),
            List.of(),
            Sample.field("uscc", new ValueType.Code(ValueType.Code.Kind.USCC)).asRequired(),
            Sample.field("name", new ValueType.Text()).asRequired().withSearch(),
            Sample.field("divisionCode", new ValueType.Code(ValueType.Code.Kind.DIVISION))
                .withIndex(),
            Sample.field("industryCode", new ValueType.Code(ValueType.Code.Kind.INDUSTRY))
                .withIndex(),
            Sample.field("sizeClass", new ValueType.Enumeration("SizeClass")).withIndex(),
            Sample.field("aboveScale", new ValueType.Bool()),
            Sample.field("revenue", new ValueType.MoneyAmount()).withIndex(),
            Sample.field("staff", new ValueType.Int()),
            Sample.field("foundedOn", new ValueType.Date()),
            Sample.field("address", new ValueType.Text()),
            Sample.field("returns", new ValueType.Inverse("YearlyReturn", "enterprise")).asList());
    EntityType yearlyReturn =
        Sample.entity(
            "YearlyReturn", List.of("enterprise", "year"), List.of(), filing.toArray(Field[]::new));
    return Sample.model(enterprise, yearlyReturn);
  }

  public static String uscc(int number) {
    return Sample.uscc(number);
  }

  public static String division(int number) {
    return String.valueOf(140_500 + number);
  }

  public static Map<String, @Nullable Object> enterprise(Random random, int number) {
    String name =
        PLACES[random.nextInt(PLACES.length)]
            + WORDS[random.nextInt(WORDS.length)]
            + WORDS[random.nextInt(WORDS.length)]
            + Integer.toString(number, 36)
            + "有限公司";
    return Sample.values(
        "uscc", uscc(number),
        "name", name,
        "divisionCode", division(random.nextInt(100)),
        "industryCode", String.valueOf(1310 + random.nextInt(600) * 5),
        "sizeClass", Sample.SIZE.values().get(random.nextInt(4)).name(),
        "aboveScale", random.nextInt(3) == 0,
        "revenue", thousand(random, 2_000_000),
        "staff", random.nextInt(5000),
        "foundedOn", LocalDate.ofEpochDay(random.nextInt(19_000)),
        "address", random.nextInt(3) == 0 ? null : "工业园区" + random.nextInt(300_000) + "号");
  }

  private static Money thousand(Random random, int most) {
    int size = 1 + random.nextInt(most);
    return Money.yuan(BigDecimal.valueOf(1000L * (1 + random.nextInt(size))));
  }

  public static Map<String, @Nullable Object> yearlyReturn(
      Random random, int enterprise, int year) {
    boolean active = random.nextInt(10) < 6;
    Map<String, @Nullable Object> values =
        Sample.values(
            "enterprise",
            RowKey.id(enterprise + 1L),
            "year",
            year,
            "revenue",
            thousand(random, 2_000_000));
    for (String account : ACCOUNTS.subList(1, ACCOUNTS.size())) {
      values.put(account, active ? thousand(random, 50_000) : null);
    }
    values.put("rdPersonnel", active ? (Integer) random.nextInt(300) : null);
    values.put("rdFullTime", active ? (Integer) random.nextInt(200) : null);
    values.put("rdProjects", active ? (Integer) random.nextInt(30) : null);
    values.put("patents", random.nextInt(20));
    values.put("rdInstitutions", random.nextInt(3));
    return values;
  }
}

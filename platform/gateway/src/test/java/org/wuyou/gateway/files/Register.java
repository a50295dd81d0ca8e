package org.wuyou.gateway.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.EnumType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

/** A small register for the tests: enterprises, their returns, statistics. */
final class Register {
  static final Model MODEL = model();

  private Register() {}

  private static Model model() {
    EnumType ownership =
        new EnumType(
            "Ownership",
            "test",
            label("所有制"),
            List.of(
                new EnumType.Value("STATE", new Label("国有", "State"), List.of("国企")),
                new EnumType.Value("PRIVATE", new Label("民营", "Private"), List.of())));
    Map<String, EntityType> entities = new LinkedHashMap<>();
    add(
        entities,
        "Enterprise",
        List.of("uscc"),
        Optional.of("divisionCode"),
        code("uscc", "统一社会信用代码", ValueType.Code.Kind.USCC, "credit_code").asRequired(),
        text("name", "企业名称").asRequired(),
        list("formerNames", "曾用名"),
        code("divisionCode", "区划代码", ValueType.Code.Kind.DIVISION),
        code("registryDivision", "登记机关区划", ValueType.Code.Kind.DIVISION, "registry_division"),
        code("industryCode", "行业代码", ValueType.Code.Kind.INDUSTRY),
        field("ownership", "所有制", new ValueType.Enumeration("Ownership")),
        field("registeredOn", "成立日期", new ValueType.Date(), "registered_on"),
        field("registeredCapital", "注册资本", new ValueType.MoneyAmount(), "registered_capital"),
        text("businessScope", "经营范围", "scope"),
        text("address", "地址"),
        field("exporter", "是否出口", new ValueType.Bool()));
    add(
        entities,
        "YearlyReturn",
        List.of("enterprise", "year"),
        Optional.of("enterprise.divisionCode"),
        field("enterprise", "企业", new ValueType.Reference("Enterprise")).asRequired(),
        field("year", "年度", new ValueType.Int()).asRequired(),
        field("revenue", "营业收入", new ValueType.MoneyAmount()),
        field("rdPersonnel", "研发人员", new ValueType.Int()),
        field("rdShare", "研发占比", new ValueType.Percent()));
    add(
        entities,
        "Evidence",
        List.of("code"),
        Optional.empty(),
        text("code", "编号").asRequired(),
        field("return", "年度报表", new ValueType.Reference("YearlyReturn")));
    add(
        entities,
        "RegionStatistic",
        List.of("region", "year", "indicator"),
        Optional.of("region"),
        code("region", "区域代码", ValueType.Code.Kind.DIVISION).asRequired(),
        field("year", "年度", new ValueType.Int()).asRequired(),
        text("indicator", "指标代码").asRequired(),
        field("value", "数值", new ValueType.Decimal(6)).asRequired(),
        text("unit", "单位").asRequired(),
        text("source", "数据来源").asRequired());
    return new Model(entities, Map.of("Ownership", ownership));
  }

  private static void add(
      Map<String, EntityType> entities,
      String name,
      List<String> key,
      Optional<String> scope,
      Field... fields) {
    Map<String, Field> byName = new LinkedHashMap<>();
    for (Field field : fields) {
      byName.put(field.name(), field);
    }
    entities.put(
        name,
        new EntityType(
            name,
            name.toLowerCase(java.util.Locale.ROOT) + "s",
            "test",
            label(name),
            byName,
            key,
            List.of(),
            scope,
            Optional.empty(),
            EntityType.Access.OPEN));
  }

  private static Field text(String name, String zh, String... aliases) {
    return field(name, zh, new ValueType.Text(), aliases);
  }

  private static Field list(String name, String zh) {
    return text(name, zh).asList();
  }

  private static Field code(String name, String zh, ValueType.Code.Kind kind, String... aliases) {
    return field(name, zh, new ValueType.Code(kind), aliases);
  }

  private static Field field(String name, String zh, ValueType type, String... aliases) {
    return new Field(
        name,
        new Label(zh, name),
        type,
        false,
        false,
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new ArrayList<>(List.of(aliases)),
        Set.of(),
        Optional.empty(),
        "test");
  }

  private static Label label(String zh) {
    return new Label(zh, zh);
  }
}

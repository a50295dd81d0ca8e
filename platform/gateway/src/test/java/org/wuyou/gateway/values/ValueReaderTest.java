package org.wuyou.gateway.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.EnumType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Money;
import org.wuyou.spi.value.Parsed;

@DisplayName("Reading texts as values")
class ValueReaderTest {
  private static final Label LABEL = new Label("项", "item");
  private static final EnumType SIZE =
      new EnumType(
          "Size",
          "m",
          LABEL,
          List.of(
              new EnumType.Value("LARGE", new Label("大型", "Large"), List.of("大", "1")),
              new EnumType.Value("SMALL", new Label("小型", "Small"), List.of())));
  private static final Model MODEL =
      new Model(
          Map.of(
              "Division",
                  entity(
                      "Division",
                      List.of("code"),
                      new ValueType.Code(ValueType.Code.Kind.DIVISION)),
              "Return",
                  entity(
                      "Return",
                      List.of("division", "year"),
                      new ValueType.Reference("Division"),
                      new ValueType.Int())),
          Map.of("Size", SIZE));
  private final ValueReader reader = new ValueReader(MODEL);

  private static EntityType entity(String name, List<String> key, ValueType... types) {
    var fields = new java.util.LinkedHashMap<String, Field>();
    for (int i = 0; i < types.length; i++) {
      fields.put(key.get(i), Field.of(key.get(i), LABEL, types[i], "m").asRequired());
    }
    return new EntityType(
        name,
        name + "s",
        "m",
        LABEL,
        fields,
        key,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        EntityType.Access.OPEN);
  }

  private Object value(String text, ValueType type) {
    return switch (reader.read(text, type)) {
      case Parsed.Ok<Object>(Object value) -> value;
      case Parsed.Bad<Object> bad -> bad.code();
    };
  }

  @Nested
  class Money_ {
    @ParameterizedTest(name = "{0} is {1} fen")
    @CsvSource(
        delimiter = '|',
        value = {
          "1.5亿元|15000000000",
          "800万元|800000000",
          "800 万|800000000",
          "3千元|300000",
          "12.34|1234",
          "12,345.6元|1234560",
          "１２３|12300",
          "-0.01|-1",
          "0|0",
          "1e3|100000",
          "￥5|500"
        })
    void is_read_with_its_unit(String text, long fen) {
      assertEquals(new Money(fen), value(text, new ValueType.MoneyAmount()));
    }

    @Test
    void without_a_unit_takes_the_one_of_the_column() {
      Field field = Field.of("revenue", LABEL, new ValueType.MoneyAmount(), "m");
      assertEquals(Parsed.ok(new Money(1_000_000)), reader.read("1", field, Money.Unit.WAN_YUAN));
      assertEquals(Parsed.ok(new Money(100)), reader.read("1元", field, Money.Unit.WAN_YUAN));
    }

    @ParameterizedTest(name = "{0} is refused as {1}")
    @CsvSource({
      "0.001,TOO_FINE", "0.0000001亿元,TOO_LARGE_OR_FINE", "abc,NOT_MONEY", "万元,NOT_MONEY",
      "99999999999999999999,TOO_LARGE", "1e99,TOO_LARGE", "1e999,NOT_MONEY", "1.2.3,NOT_MONEY"
    })
    void that_is_too_fine_too_large_or_no_number_is_refused(String text, String code) {
      Object found = value(text, new ValueType.MoneyAmount());
      if (code.equals("TOO_LARGE_OR_FINE")) {
        assertEquals(new Money(1000), found, "ten yuan is exact");
      } else {
        assertEquals(code, found);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "2021-06-02",
        "2021-6-2",
        "2021/6/2",
        "2021.06.02",
        "2021年6月2日",
        "20210602",
        "２０２１-06-02",
        "2021-06-02 00:00:00",
        "2021-06-02T00:00"
      })
  void a_date_is_read_in_every_common_spelling(String text) {
    assertEquals(LocalDate.of(2021, 6, 2), value(text, new ValueType.Date()));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"2021-02-29", "2021-13-01", "21-6-2", "2021-06-02 10:00", "tomorrow", "2021-6/2"})
  void what_is_no_date_of_the_calendar_is_refused(String text) {
    assertEquals("NOT_A_DATE", value(text, new ValueType.Date()));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"2021-06", "2021/6", "2021年6月", "2021年06月份", "202106"})
  void a_month_is_read_in_every_common_spelling(String text) {
    assertEquals(YearMonth.of(2021, 6), value(text, new ValueType.Month()));
  }

  @Test
  void a_timestamp_without_offset_is_beijing_time() {
    ValueType type = new ValueType.Timestamp();
    assertEquals(Instant.parse("2026-01-01T00:00:00Z"), value("2026-01-01T08:00:00", type));
    assertEquals(Instant.parse("2026-01-01T08:00:00Z"), value("2026-01-01T08:00:00Z", type));
    assertEquals("NOT_A_TIMESTAMP", value("now", type));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"是,true", "true,true", "1,true", "TRUE,true", "否,false", "0,false", "No,false"})
  void yes_and_no_are_read_in_both_languages(String text, boolean expected) {
    assertEquals(expected, value(text, new ValueType.Bool()));
  }

  @Test
  void what_is_neither_yes_nor_no_is_refused_and_not_taken_for_no() {
    assertEquals("NOT_A_BOOLEAN", value("不详", new ValueType.Bool()));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"LARGE", "large", "大型", "Large", "大", "1"})
  void an_enumeration_is_read_by_name_label_and_alias(String text) {
    assertEquals("LARGE", value(text, new ValueType.Enumeration("Size")));
  }

  @Test
  void an_unknown_enumeration_value_names_those_there_are() {
    Parsed<Object> parsed = reader.read("巨型", new ValueType.Enumeration("Size"));
    Parsed.Bad<Object> bad = (Parsed.Bad<Object>) parsed;
    assertEquals("NOT_IN_LIST", bad.code());
    assertEquals("“巨型”不在“项”的取值中；可填：大型、小型。", bad.message().zh());
  }

  @Test
  void numbers_stay_exact() {
    assertEquals(new BigDecimal("0.1"), value("0.1", new ValueType.Decimal(2)));
    assertEquals("TOO_FINE", value("0.123", new ValueType.Decimal(2)));
    assertEquals(new BigDecimal("19.996"), value("19.996%", new ValueType.Percent()));
    assertEquals(12, value("12.0", new ValueType.Int()));
    assertEquals("NOT_AN_INTEGER", value("12.5", new ValueType.Int()));
    assertEquals("TOO_LARGE", value("3000000000", new ValueType.Int()));
    assertEquals("NOT_A_NUMBER", value("1,23", new ValueType.Int()));
  }

  @Test
  void codes_keep_the_reasons_of_their_standards() {
    ValueType uscc = new ValueType.Code(ValueType.Code.Kind.USCC);
    assertEquals("11140500012420117H", value("11140500012420117h", uscc));
    assertEquals("CHECK_CHARACTER", value("11140500012420117X", uscc));
    assertEquals("CHARACTER_NOT_ALLOWED", value("1114050001242011IH", uscc));
    assertEquals("LENGTH", value("123", uscc));
  }

  @Test
  void a_reference_is_read_as_the_key_of_its_row() {
    assertEquals(RowKey.key("140581"), value("140581", new ValueType.Reference("Division")));
    assertEquals(
        RowKey.key(RowKey.key("140581"), 2024),
        value("140581/2024", new ValueType.Reference("Return")));
    assertEquals("KEY_PARTS", value("140581", new ValueType.Reference("Return")));
  }

  @Test
  void a_list_takes_several_values() {
    Field list = Field.of("names", LABEL, new ValueType.Text(), "m").asList();
    assertEquals(Parsed.ok(List.of("甲", "乙", "丙")), reader.read("甲；乙; 丙", list));
  }

  @ParameterizedTest(name = "{0} fen is written {1}")
  @CsvSource({
    "123456,1234.56",
    "123450,1234.5",
    "100,1",
    "5,0.05",
    "50,0.5",
    "-5,-0.05",
    "-150,-1.5",
    "0,0"
  })
  void money_is_written_in_yuan_without_superfluous_zeros(long fen, String text) {
    assertEquals(text, ValueWriter.text(new Money(fen)));
    assertEquals(new Money(fen), value(text, new ValueType.MoneyAmount()));
  }
}

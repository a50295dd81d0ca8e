package org.wuyou.registry.enterprise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wuyou.registry.Amounts.wan;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("REG-01")
class CapitalTextTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "50(万元人民币)|50",
        "88万人民币|88",
        "5,622(万)|5622",
        "642.4643(万)|642.4643",
        "8,170.5000(万元人民币)|8170.5",
        "30万人民币元|30",
        "12万元|12",
        "700(万元)|700",
        "150000元|15",
      })
  void Chinese_yuan_is_read_exactly(String text, String wan) {
    assertEquals(Optional.of(wan(wan)), CapitalText.parse(text));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "N/A",
        "18(万美元)",
        "500(万港币)",
        "20万欧元",
        "1000(万日元)",
        "88",
        "120()",
        "",
        "0.1234567(万)"
      })
  void What_is_not_plainly_yuan_is_not_guessed(String text) {
    assertEquals(Optional.empty(), CapitalText.parse(text));
  }
}

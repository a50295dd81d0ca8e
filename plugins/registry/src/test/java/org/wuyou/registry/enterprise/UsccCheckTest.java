package org.wuyou.registry.enterprise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("REG-01")
class UsccCheckTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "91350100M000100Y43, true, ",
    "91350100M000100Y4Z, false, CHARACTER_NOT_ALLOWED",
    "91140500MA0T000034, true, ",
    "91371300MA0T000030, true, ",
    "91140500MA0T000035, false, CHECK_CHARACTER",
    "9114050OMA0T000034, false, CHARACTER_NOT_ALLOWED",
    "9114050, false, LENGTH",
  })
  void A_code_is_valid_or_refused_with_its_reason(String code, boolean valid, String reason) {
    UsccCheck check = UsccCheck.of(code);
    assertEquals(valid, check.valid());
    assertEquals(reason, check.reason());
    assertEquals(valid, check.zh() == null, "a refusal says what to do");
  }

  @Test
  void Lower_case_is_taken_in_upper_case() {
    UsccCheck check = UsccCheck.of(" 91350100m000100y43 ");
    assertTrue(check.valid());
    assertEquals("91350100M000100Y43", check.uscc());
  }
}

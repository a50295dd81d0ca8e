package org.wuyou.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.spi.value.Parsed;
import org.wuyou.spi.value.Uscc;

@DisplayName("Sample codes")
class SampleCodesTest {
  @Test
  void are_valid_and_all_different() {
    Set<String> codes = new HashSet<>();
    for (int number = 0; number < 1_000; number++) {
      String code = SampleCodes.uscc("140502", number);
      assertInstanceOf(Parsed.Ok.class, Uscc.parse(code), code);
      codes.add(code);
    }
    assertEquals(1_000, codes.size());
  }
}

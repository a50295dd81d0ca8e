package org.wuyou.registry.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wuyou.registry.Golden;
import org.wuyou.spi.value.Parsed;
import org.wuyou.spi.value.Uscc;

class SampleRegisterTest {
  private static final Path SHIPPED = Path.of("src/main/resources/META-INF/wuyou/sample");

  private final SampleRegister register = new SampleRegister();

  @Test
  void Shipped_sample_is_what_the_generator_makes() throws Exception {
    for (Map.Entry<String, String> file : register.texts().entrySet()) {
      Golden.check(SHIPPED.resolve(file.getKey() + ".csv"), file.getValue());
    }
  }

  @Test
  void It_is_the_same_on_every_run() {
    assertEquals(register.texts(), new SampleRegister().texts());
  }

  @Test
  void At_least_300_enterprises_each_with_a_valid_code_of_its_own_and_a_name_that_says_fictional() {
    assertTrue(register.firms().size() >= 300, () -> register.firms().size() + " enterprises");
    Set<String> codes = new HashSet<>();
    for (Firm firm : register.firms()) {
      assertInstanceOf(Parsed.Ok.class, Uscc.parse(firm.uscc()));
      assertTrue(codes.add(firm.uscc()));
      assertTrue(firm.name().contains("示例") && firm.name().contains("（虚构）"), firm.name());
    }
  }

  @Test
  void Every_row_is_marked_as_fictional() {
    for (Map.Entry<String, String> file : register.texts().entrySet()) {
      for (String line : file.getValue().lines().skip(1).toList()) {
        assertTrue(line.endsWith(",true"), () -> file.getKey() + ": " + line);
      }
    }
  }

  @Test
  void Every_kind_of_answer_occurs() {
    Set<String> habits = new HashSet<>();
    register.firms().forEach(firm -> habits.add(firm.habit().name()));
    assertEquals(Firm.Habit.values().length, habits.size());
    assertTrue(register.firms().stream().anyMatch(f -> f.intensity() == 0), "some without R&D");
    assertTrue(register.firms().stream().anyMatch(Firm::stateOwned), "some state-owned");
  }
}

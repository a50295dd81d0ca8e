package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What an officer is told")
class ProblemTests {
  private static Problem problem(String source, int column, int length) {
    return new Problem(
        ProblemCode.WRONG_TYPE,
        "a.yaml",
        7,
        column,
        length,
        new Text("不对", "wrong"),
        new Text("改。", "Mend it."),
        source);
  }

  private static String carets(String source, int column, int length) {
    return problem(source, column, length).text(Locale.ENGLISH).lines().toList().get(2);
  }

  @Test
  void shows_the_line_with_carets_under_what_is_meant() {
    assertEquals(
        """
        WRONG_TYPE a.yaml:7:5
           7 | if: revenue
             |     ^^^^^^^ wrong
             = Mend it.\
        """,
        problem("if: revenue", 5, 7).text(Locale.ENGLISH));
    assertEquals(
        """
        WRONG_TYPE a.yaml:7:5
             | 不对
             = 改。\
        """,
        problem("", 5, 7).text(Locale.CHINESE));
  }

  @Test
  void points_to_the_end_of_a_line_that_is_too_short() {
    assertEquals("     |    ^ wrong", carets("if:", 9, 2));
    assertEquals("     |   ^ wrong", carets("if:", 3, 9));
  }

  /**
   * The first and last of each range of characters that take two columns, and those beside them.
   */
  @Test
  void counts_two_columns_for_wide_characters() {
    int[] wide = {
      0x1100, 0x115F, 0x2E80, 0xA4CF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00,
      0xFF60, 0xFFE0, 0xFFE6, 0x20000, 0x3FFFD
    };
    int[] narrow = {
      'a', 0x10FF, 0x1160, 0x2E7F, 0xA4D0, 0xABFF, 0xD7A4, 0xF8FF, 0xFB00, 0xFE2F, 0xFE70, 0xFEFF,
      0xFF61, 0xFFDF, 0xFFE7, 0x1FFFF, 0x3FFFE
    };
    for (int point : wide) {
      assertEquals("     |   ^^ wrong", carets(twice(point), 2, 1), Integer.toHexString(point));
    }
    for (int point : narrow) {
      assertEquals("     |  ^ wrong", carets(twice(point), 2, 1), Integer.toHexString(point));
    }
  }

  private static String twice(int point) {
    return Character.toString(point).repeat(2);
  }

  @Test
  void comes_in_the_order_of_files_lines_columns_and_codes() {
    Problem first = problem("", 5, 1);
    assertEquals(0, Problem.BY_PLACE.compare(first, problem("other", 5, 9)));
    for (Problem later :
        List.of(
            problem("", 6, 1),
            new Problem(first.code(), "a.yaml", 8, 1, 1, first.message(), first.remedy(), ""),
            new Problem(first.code(), "b.yaml", 1, 1, 1, first.message(), first.remedy(), ""))) {
      assertEquals(-1, Integer.signum(Problem.BY_PLACE.compare(first, later)));
    }
  }
}

package org.wuyou.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The language of messages")
class LanguagesTest {
  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          none                    | zh
          zh-CN,zh;q=0.9,en;q=0.8 | zh
          en-US,en;q=0.9          | en
          en;q=0.5, zh-TW         | zh
          fr, en;q=0.3            | en
          fr                      | zh
          *                       | zh
          ;;;                     | zh
          """)
  void is_English_only_if_preferred_to_Chinese(String header, String language) {
    assertEquals(Locale.of(language), Languages.preferred(header));
  }
}

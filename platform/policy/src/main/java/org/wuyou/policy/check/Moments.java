package org.wuyou.policy.check;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Yaml;

/** Reads a moment: a day alone, a day and time in the time of China, or one with its offset. */
final class Moments {
  private Moments() {}

  static Optional<Instant> read(Yaml.Scalar scalar, Problems problems) {
    String text = scalar.text().strip();
    try {
      if (text.length() == "2021-06-01".length()) {
        return Optional.of(local(text + "T00:00"));
      }
      boolean offset = text.endsWith("Z") || text.matches(".*[+-]\\d{2}:\\d{2}");
      return Optional.of(offset ? OffsetDateTime.parse(text).toInstant() : local(text));
    } catch (DateTimeParseException e) {
      problems.add(
          ProblemCode.BAD_DATE,
          scalar.spot(),
          new Text(text + " 不是时刻", text + " is not a moment"),
          new Text("写成 2021-06-05 或 2021-06-05T18:00。", "Write 2021-06-05 or 2021-06-05T18:00."));
      return Optional.empty();
    }
  }

  private static Instant local(String text) {
    return LocalDateTime.parse(text).atZone(FactType.Moment.ZONE).toInstant();
  }
}

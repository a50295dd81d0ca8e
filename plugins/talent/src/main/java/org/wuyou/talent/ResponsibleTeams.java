package org.wuyou.talent;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.wuyou.spi.Call;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.value.DivisionCode;
import org.wuyou.spi.value.IndustryCode;

/** The expert teams of an enterprise's division or one above that look after its industry. */
final class ResponsibleTeams {
  private ResponsibleTeams() {}

  static List<Row> of(Call call) {
    String division = call.row().text("divisionCode");
    String industry = call.row().text("industryCode");
    if (division == null || industry == null) {
      return List.of();
    }
    Table teams = call.snapshot().table("ExpertTeam");
    return Arrays.stream(teams.positions(Condition.ALL))
        .mapToObj(teams::row)
        .filter(team -> standing(team, call.asOf()))
        .filter(team -> DivisionCode.within(division, text(team, "divisionCode")))
        .filter(team -> industries(team).stream().anyMatch(code -> lies(industry, code)))
        .toList();
  }

  private static boolean standing(Row team, LocalDate day) {
    LocalDate until = team.date("disbandedOn");
    return !day.isBefore(Objects.requireNonNull(team.date("formedOn")))
        && (until == null || day.isBefore(until));
  }

  /** Whether a class is the other or lies within it; a section is a letter before the digits. */
  private static boolean lies(String industry, String within) {
    return within.length() == 1
        ? within.equals(IndustryCode.section(industry))
        : industry.startsWith(within);
  }

  private static List<String> industries(Row team) {
    return ((List<?>) Objects.requireNonNull(team.value("industryCodes")))
        .stream().map(String::valueOf).toList();
  }

  private static String text(Row row, String field) {
    return Objects.requireNonNull(row.text(field));
  }
}

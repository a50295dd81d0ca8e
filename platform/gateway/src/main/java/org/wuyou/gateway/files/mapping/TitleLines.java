package org.wuyou.gateway.files.mapping;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wuyou.gateway.files.Finding;
import org.wuyou.gateway.files.mapping.TableMapping.Indicator;
import org.wuyou.gateway.files.sheet.FileRefused;
import org.wuyou.gateway.files.sheet.Line;
import org.wuyou.spi.model.Label;

/**
 * What stands above the header of a published table: titles in both languages, and the unit.
 *
 * @param text the Chinese title, folded
 * @param all every line above the header, folded, in one
 */
record TitleLines(String text, String all) {
  private static final Pattern YEAR_IN_CHINESE = Pattern.compile("\\((\\d{4})年\\)");
  private static final Pattern YEAR_IN_ENGLISH = Pattern.compile("[A-Za-z.]\\((\\d{4})\\)");
  private static final Pattern YEAR_IN_NAME = Pattern.compile("(?<!\\d)(19|20)\\d{2}(?!\\d)");
  private static final Pattern UNIT_LINE = Pattern.compile("单位:([^()|]+)");
  private static final Pattern UNIT_IN_HEADER = Pattern.compile("^\\(([^)]+)\\)");

  static TitleLines of(PublishedTable table, TableMapping mapping) {
    String title = table.title();
    if (!title.contains(mapping.title())) {
      throw new FileRefused(
          "WRONG_TABLE",
          "标题为“"
              + title
              + "”，不是对照表 "
              + mapping.name()
              + " 所说的“"
              + mapping.title()
              + "”；请核对文件，或改用 mapping=auto。",
          "The title is \""
              + title
              + "\", not \""
              + mapping.title()
              + "\" as the mapping "
              + mapping.name()
              + " says; check the file or use mapping=auto.");
    }
    String all =
        table.lines().stream()
            .takeWhile(
                line -> !PublishedTable.fold(line.cell(0).shown()).equals(mapping.rowHeader()))
            .map(TitleLines::joined)
            .collect(Collectors.joining("|"));
    return new TitleLines(title, all);
  }

  private static String joined(Line line) {
    return line.cells().stream()
        .map(cell -> PublishedTable.fold(cell.shown()))
        .collect(Collectors.joining());
  }

  /** The year told, else the Chinese title's, else the file name's; told and printed must agree. */
  int year(Map<String, String> parameters, List<Finding> notes) {
    OptionalInt printed = first(YEAR_IN_CHINESE, text, 1);
    OptionalInt told = told(parameters);
    if (told.isPresent() && printed.isPresent() && told.getAsInt() != printed.getAsInt()) {
      throw new FileRefused(
          "YEAR_MISMATCH",
          "标题写的是 " + printed.getAsInt() + " 年，参数 year=" + told.getAsInt() + "；请核对后只保留一个正确的年份。",
          "The title says "
              + printed.getAsInt()
              + " but year="
              + told.getAsInt()
              + " was given; find out which is right.");
    }
    OptionalInt named = first(YEAR_IN_NAME, parameters.getOrDefault("name", ""), 0);
    OptionalInt year = told.isPresent() ? told : printed.isPresent() ? printed : named;
    int found =
        year.orElseThrow(
            () ->
                new FileRefused(
                    "YEAR_MISSING",
                    "标题和文件名中都没有年份；请用参数 year 指明，如 year=2023。",
                    "Neither the title nor the file name tells the year; give it as year=2023."));
    OptionalInt english = first(YEAR_IN_ENGLISH, all, 1);
    if (english.isPresent() && english.getAsInt() != found) {
      notes.add(
          Finding.ofFile(
              "YEAR_IN_ENGLISH_TITLE",
              new Label(
                  "英文标题写的是 " + english.getAsInt() + " 年，按 " + found + " 年导入；请核对原书。",
                  "The English title says "
                      + english.getAsInt()
                      + "; imported as "
                      + found
                      + ". Check the printed table.")));
    }
    return found;
  }

  private static OptionalInt told(Map<String, String> parameters) {
    String year = parameters.get("year");
    if (year == null) {
      return OptionalInt.empty();
    }
    if (!year.matches("\\d{4}")) {
      throw new FileRefused(
          "YEAR_MALFORMED",
          "参数 year 应为四位年份，如 year=2023。",
          "The parameter year has four digits, such as year=2023.");
    }
    return OptionalInt.of(Integer.parseInt(year));
  }

  private static OptionalInt first(Pattern pattern, String text, int group) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(group)))
        : OptionalInt.empty();
  }

  /** The unit printed behind the header, else above the table, must be the one of the mapping. */
  void checkUnit(Indicator indicator, String header, String headerText) {
    Matcher own = UNIT_IN_HEADER.matcher(headerText.substring(header.length()));
    Matcher above = UNIT_LINE.matcher(all);
    String printed = own.find() ? own.group(1) : above.find() ? above.group(1) : indicator.unit();
    if (!List.of(printed.split("[,、/]")).contains(indicator.unit())) {
      throw new FileRefused(
          "UNIT_MISMATCH",
          "“" + header + "”列的单位印作“" + printed + "”，对照表为“" + indicator.unit() + "”；请核对，不作换算。",
          "The unit of column \""
              + header
              + "\" is printed as \""
              + printed
              + "\" but the mapping has \""
              + indicator.unit()
              + "\"; nothing is converted, check the file.");
    }
  }
}

package org.wuyou.console.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.WCWidth;

/**
 * Where a command writes: results to {@code out}, as tables for people or as one JSON value for
 * programs; remarks on the way to {@code notes}.
 */
public record Output(PrintWriter out, PrintWriter notes, boolean json, Texts texts) {
  private static final ObjectMapper PRETTY =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int WIDEST = 60;

  /** The result in the form that was asked for. */
  public void result(JsonNode value, Runnable forPeople) {
    if (json) {
      value(value);
    } else {
      forPeople.run();
      out.flush();
    }
  }

  public void value(JsonNode value) {
    try {
      out.println(PRETTY.writeValueAsString(value));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a JSON tree always has a text", impossible);
    }
    out.flush();
  }

  public void line(String key, Object... arguments) {
    out.println(texts.say(key, arguments));
  }

  public void text(String line) {
    out.println(line);
  }

  public void note(String key, Object... arguments) {
    notes.println(texts.say(key, arguments));
    notes.flush();
  }

  /** Columns aligned by what a terminal shows: a Chinese character is two cells wide. */
  public void table(List<String> header, List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, header.size())
            .map(
                column ->
                    Math.min(
                        WIDEST,
                        Math.max(
                            width(header.get(column)),
                            rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))))
            .toArray();
    row(header, widths);
    rows.forEach(row -> row(row, widths));
  }

  private void row(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column).replaceAll("\\s+", " ");
      line.append(cell);
      if (column < cells.size() - 1) {
        line.append(" ".repeat(Math.max(0, widths[column] - width(cell)) + 2));
      }
    }
    out.println(line);
  }

  private static int width(String text) {
    return text.codePoints().map(point -> Math.max(0, WCWidth.wcwidth(point))).sum();
  }
}

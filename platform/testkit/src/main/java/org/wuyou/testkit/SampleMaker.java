package org.wuyou.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sample rows of a module in the making: fictional, marked so, on the fictional enterprises of the
 * registry's sample.
 */
public final class SampleMaker {
  private static final String ENTERPRISES =
      "plugins/registry/src/main/resources/META-INF/wuyou/sample/Enterprise.csv";

  private final List<Firm> firms = new ArrayList<>();
  private final Map<String, List<Map<String, String>>> rows = new TreeMap<>();

  /**
   * An enterprise of the registry's sample.
   *
   * @param number its place in the sample, from 1
   */
  public record Firm(int number, String uscc, String name, String division, String industry) {
    public boolean in(String region) {
      String prefix = region.replaceAll("(00)+$", "");
      return division.startsWith(prefix);
    }
  }

  private SampleMaker() {}

  public static SampleMaker open() {
    SampleMaker files = new SampleMaker();
    try {
      List<String> lines = Files.readAllLines(PluginFolder.root().resolve(ENTERPRISES));
      List<String> header = List.of(lines.getFirst().split(",", -1));
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        files.firms.add(
            new Firm(
                files.firms.size() + 1,
                cells[header.indexOf("uscc")],
                cells[header.indexOf("name")],
                cells[header.indexOf("divisionCode")],
                cells[header.indexOf("industryCode")]));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files;
  }

  public List<Firm> firms() {
    return List.copyOf(firms);
  }

  /** The firms of a region. */
  public List<Firm> firms(String region) {
    return firms.stream().filter(firm -> firm.in(region)).toList();
  }

  /** Adds a row: names and values in turn, the same names for every row of an entity. */
  public void row(String entity, Object... namesAndValues) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
    }
    row.put("fictional", "true");
    rows.computeIfAbsent(entity, e -> new ArrayList<>()).add(row);
  }

  /** Compares what was made with the module's sample, or writes it; see {@link Golden}. */
  public void check(String module) {
    rows.forEach(
        (entity, some) ->
            Golden.check(
                module + "/src/main/resources/META-INF/wuyou/sample/" + entity + ".csv",
                csv(entity, some)));
  }

  private static String csv(String entity, List<Map<String, String>> rows) {
    List<String> header = List.copyOf(rows.getFirst().keySet());
    StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
    for (Map<String, String> row : rows) {
      if (!header.equals(List.copyOf(row.keySet()))) {
        throw new IllegalStateException(entity + ": " + header + " but " + row.keySet());
      }
      text.append(row.values().stream().map(SampleMaker::cell).collect(Collectors.joining(",")));
      text.append('\n');
    }
    return text.toString();
  }

  private static String cell(String value) {
    return value.contains(",") || value.contains("\"")
        ? '"' + value.replace("\"", "\"\"") + '"'
        : value;
  }
}

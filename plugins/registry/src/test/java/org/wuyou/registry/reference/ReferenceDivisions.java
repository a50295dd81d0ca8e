package org.wuyou.registry.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wuyou.registry.Csv;

/** Makes the product's divisions from the files of {@code src/reference}. */
final class ReferenceDivisions {
  /** Month of the list in {@code divisions.csv}. */
  private static final String PRESENT = "2022-10";

  /** Month of the first revision in {@code gb2260-history.csv}: nothing is known before it. */
  private static final String FIRST = "2002-12";

  private static final List<String> SUFFIXES = List.of("自治县", "自治旗", "县", "市", "区", "旗");

  private record Period(String name, String from, String to) {}

  private record Division(
      String code, String name, String level, String kind, String parent, String from, String to) {}

  private final Map<String, Map<String, String>> present = new TreeMap<>();
  private final Map<String, List<Period>> history = new TreeMap<>();
  private final Map<String, String> declared = new HashMap<>();
  private final Map<String, Division> divisions = new TreeMap<>();
  private final List<Map<String, String>> local;

  ReferenceDivisions(Path folder) {
    // Cities without counties stand in the list a second time as their own county.
    Csv.read(folder.resolve("divisions.csv"))
        .forEach(row -> present.putIfAbsent(row.get("code"), row));
    for (Map<String, String> row : Csv.read(folder.resolve("gb2260-history.csv"))) {
      history
          .computeIfAbsent(row.get("code"), code -> new ArrayList<>())
          .add(
              new Period(
                  row.get("name"),
                  month(row.get("first_revision")),
                  month(row.get("replaced_in_revision"))));
    }
    Csv.read(folder.resolve("successors.csv"))
        .forEach(row -> declared.put(row.get("code"), row.get("successor")));
    local = Csv.read(folder.resolve("local.csv"));
    history.values().forEach(periods -> periods.sort(Comparator.comparing(Period::from)));
    build();
  }

  private static String month(String revision) {
    return revision.isEmpty() ? "" : revision.substring(0, 4) + "-" + revision.substring(4);
  }

  private void build() {
    divisions.put("100000", new Division("100000", "中华人民共和国", "COUNTRY", "GB", "", "", ""));
    for (Map<String, String> row : present.values()) {
      String code = row.get("code");
      String level = row.get("level").toUpperCase(java.util.Locale.ROOT);
      boolean standard = history.containsKey(code) || !zone(row.get("name"));
      String from = history.containsKey(code) ? begin(code) : standard ? PRESENT : "";
      divisions.put(
          code,
          new Division(
              code,
              row.get("name"),
              level,
              standard ? "GB" : "STATISTICAL",
              row.get("parent"),
              from,
              ""));
    }
    for (Map<String, String> row : local) {
      divisions.put(
          row.get("code"),
          new Division(
              row.get("code"),
              row.get("name"),
              row.get("level"),
              "LOCAL",
              row.get("parent"),
              "",
              ""));
    }
    history.forEach(
        (code, periods) -> {
          if (!divisions.containsKey(code)) {
            Period last = periods.getLast();
            String to = last.to().isEmpty() && !unlisted(code) ? PRESENT : last.to();
            divisions.put(
                code,
                new Division(code, last.name(), level(code), "GB", parent(code), begin(code), to));
          }
        });
  }

  /** Functional zones stand in the statistical list under codes the standard does not give. */
  private static boolean zone(String name) {
    return name.endsWith("开发区")
        || name.endsWith("管理区")
        || name.endsWith("园区")
        || name.endsWith("新区")
        || name.endsWith("示范区")
        || name.endsWith("试验区")
        || name.endsWith("合作区")
        || name.endsWith("经济区")
        || name.endsWith("实验区")
        || name.endsWith("集聚区")
        || name.endsWith("保税区");
  }

  /** The statistical list does not cover 台湾, 香港 and 澳门: absence from it ends nothing there. */
  private static boolean unlisted(String code) {
    return code.startsWith("71") || code.startsWith("81") || code.startsWith("82");
  }

  private String begin(String code) {
    String from = history.get(code).getFirst().from();
    return from.equals(FIRST) ? "" : from;
  }

  private static String level(String code) {
    return code.endsWith("0000") ? "PROVINCE" : code.endsWith("00") ? "CITY" : "COUNTY";
  }

  private String parent(String code) {
    String city = code.substring(0, 4) + "00";
    boolean county = !code.endsWith("00");
    if (code.endsWith("0000")) {
      return "100000";
    }
    return county && (present.containsKey(city) || history.containsKey(city))
        ? city
        : code.substring(0, 2) + "0000";
  }

  private String successor(Division retired) {
    if (declared.containsKey(retired.code())) {
      return declared.get(retired.code());
    }
    String city = retired.code().substring(0, 4);
    if (retired.name().endsWith("市辖区")) {
      return present.containsKey(city + "00") ? city + "00" : "";
    }
    List<String> here = namesakes(retired, city);
    List<String> candidates =
        here.isEmpty() ? namesakes(retired, retired.code().substring(0, 2)) : here;
    return candidates.size() == 1 ? candidates.getFirst() : "";
  }

  /** Present divisions of that name below a prefix that began no earlier than this one ended. */
  private List<String> namesakes(Division retired, String prefix) {
    return divisions.values().stream()
        .filter(d -> d.to().isEmpty() && d.kind().equals("GB"))
        .filter(d -> d.level().equals(retired.level()) && d.code().startsWith(prefix))
        .filter(d -> !d.from().isEmpty() && d.from().compareTo(retired.to()) >= 0)
        .filter(d -> continues(d.name(), retired.name()))
        .map(Division::code)
        .toList();
  }

  /** The same name but for the suffix: 新建县 → 新建区, and 赣县 → 赣县区. */
  private static boolean continues(String name, String earlier) {
    return stem(name).equals(stem(earlier)) || stem(name).equals(earlier);
  }

  private static String stem(String name) {
    for (String suffix : SUFFIXES) {
      if (name.endsWith(suffix) && name.length() - suffix.length() >= 1) {
        return name.substring(0, name.length() - suffix.length());
      }
    }
    return name;
  }

  /** In the order of loading: a row comes after those it points to. */
  String divisionCsv() {
    List<List<String>> rows = new ArrayList<>();
    Comparator<Division> order =
        Comparator.comparing((Division d) -> !d.to().isEmpty())
            .thenComparing(d -> List.of("COUNTRY", "PROVINCE", "CITY", "COUNTY").indexOf(d.level()))
            .thenComparing(Division::code);
    divisions.values().stream()
        .sorted(order)
        .forEach(
            d ->
                rows.add(
                    List.of(
                        d.code(),
                        d.name(),
                        d.level(),
                        d.kind(),
                        d.parent(),
                        d.from(),
                        d.to(),
                        d.to().isEmpty() ? "" : successor(d))));
    return Csv.write(
        List.of("code", "name", "level", "kind", "parent", "validFrom", "validTo", "successor"),
        rows);
  }

  String periodCsv() {
    List<List<String>> rows = new ArrayList<>();
    for (Division division : divisions.values()) {
      List<Period> periods = new ArrayList<>(history.getOrDefault(division.code(), List.of()));
      if (periods.isEmpty()) {
        if (!division.from().isEmpty()) {
          rows.add(List.of(division.code(), division.name(), division.from(), ""));
        }
        continue;
      }
      Period last = periods.getLast();
      boolean renamed = division.to().isEmpty() && !last.name().equals(division.name());
      for (Period period : periods) {
        boolean open = period == last && last.to().isEmpty();
        boolean ends = open && (renamed || !division.to().isEmpty());
        rows.add(
            List.of(division.code(), period.name(), period.from(), ends ? PRESENT : period.to()));
      }
      if (renamed) {
        rows.add(List.of(division.code(), division.name(), PRESENT, ""));
      }
    }
    return Csv.write(List.of("division", "name", "validFrom", "validTo"), rows);
  }
}

package org.wuyou.testkit.synthetic;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes up returns, institutions, projects, accounts and certificates for a real register and
 * writes them as files the product imports; every row says that it is synthetic. The same register
 * gives the same files.
 *
 * <p>By hand: {@code SyntheticReturns REGISTER.csv PUBLISHED.csv FOLDER}.
 */
public final class SyntheticReturns {
  static final int FIRST_YEAR = 2018;
  static final int LAST_YEAR = 2022;

  private static final String SOURCE = "合成数据（非真实）synthetic";

  private final List<Subject> subjects = new ArrayList<>();
  private final Map<String, Map<Integer, SyntheticYear>> years = new TreeMap<>();
  private final Map<String, List<Map<String, String>>> files = new LinkedHashMap<>();

  private SyntheticReturns(
      List<Map<String, String>> register, List<Map<String, String>> published) {
    for (Map<String, String> row : register) {
      subjects.add(
          Subject.of(
              text(row, "credit_code"), text(row, "province"), row.getOrDefault("scope", "")));
    }
    for (String province : subjects.stream().map(Subject::province).distinct().sorted().toList()) {
      List<Subject> own = subjects.stream().filter(s -> s.province().equals(province)).toList();
      Map<Integer, SyntheticYear> byYear = new TreeMap<>();
      for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        byYear.put(year, SyntheticYear.of(own, ProvinceYear.of(published, province, year)));
      }
      years.put(province, byYear);
    }
    subjects.forEach(this::write);
  }

  /** Rows by entity: column name to text, blank where missing. */
  public static Map<String, List<Map<String, String>>> make(
      List<Map<String, String>> register, List<Map<String, String>> published) {
    return new SyntheticReturns(register, published).files;
  }

  public static void main(String[] arguments) throws IOException {
    write(make(read(Path.of(arguments[0])), read(Path.of(arguments[1]))), Path.of(arguments[2]));
  }

  private static String text(Map<String, String> row, String column) {
    String text = row.get(column);
    if (text == null) {
      throw new IllegalArgumentException("the register has no column " + column);
    }
    return text;
  }

  private void write(Subject subject) {
    row(
        "Enterprise",
        "uscc",
        subject.uscc(),
        "industryCode",
        subject.industry(),
        "legalPerson",
        subject.legalPerson(),
        "source",
        "登记数据；行业代码与法人标识为合成 industry and legal person synthetic");
    Map<Integer, SyntheticYear> byYear = years.getOrDefault(subject.province(), Map.of());
    boolean before = false;
    for (SyntheticYear year : byYear.values()) {
      if (subject.reports(year.year())) {
        yearlyReturn(subject, year);
        account(subject, year);
      }
      boolean institution = year.institutions().contains(subject.uscc());
      if (institution && !before) {
        institution(subject, year.year());
      }
      before |= institution;
    }
    project(subject, byYear);
  }

  private void yearlyReturn(Subject subject, SyntheticYear synthetic) {
    int year = synthetic.year();
    long revenue = subject.revenueOf(year);
    long rd = synthetic.rd().getOrDefault(subject.uscc(), 0L);
    long newProducts = rd == 0 ? 0 : revenue * (3 + Draw.of(subject.uscc(), "new") / 30_000) / 100;
    boolean late = Draw.percent(subject.uscc(), "late " + year, 4);
    row(
        "YearlyReturn",
        "enterprise",
        subject.uscc(),
        "year",
        year,
        "revenue",
        revenue * 1000,
        "employees",
        subject.employees(year),
        "output",
        revenue * 1000,
        "newProductOutput",
        newProducts * 1000,
        "rdExpenditure",
        rd * 1000,
        "rdExpense",
        rd * 1060,
        "superDeductionBase",
        rd * 840,
        "rdPersonnel",
        synthetic.personnel().getOrDefault(subject.uscc(), 0L),
        "rdProjectCount",
        rd == 0 ? 0 : 1 + Draw.of(subject.uscc(), "projects") / 250_000,
        "rdInstitutionCount",
        synthetic.institutions().contains(subject.uscc()) ? 1 : 0,
        "submittedOn",
        (year + 1) + (late ? "-03-25" : "-02-20"),
        "status",
        "SUBMITTED",
        "source",
        SOURCE,
        "fictional",
        true);
  }

  private void account(Subject subject, SyntheticYear synthetic) {
    if (!synthetic.rd().containsKey(subject.uscc())
        || Draw.percent(subject.uscc(), "account", 25)) {
      return;
    }
    row(
        "RdAccount",
        "enterprise",
        subject.uscc(),
        "year",
        synthetic.year(),
        "compliant",
        !Draw.percent(subject.uscc(), "compliant", 20),
        "evidence",
        SOURCE,
        "verifiedOn",
        (synthetic.year() + 1) + "-01-31",
        "fictional",
        true);
  }

  private void institution(Subject subject, int year) {
    row(
        "RdInstitution",
        "code",
        "S-" + subject.uscc(),
        "enterprise",
        subject.uscc(),
        "name",
        "合成研发机构 " + subject.uscc(),
        "mode",
        Draw.percent(subject.uscc(), "joint", 15) ? "JOINT" : "OWN",
        "establishedOn",
        year + "-06-30",
        "premises",
        SOURCE,
        "equipmentValue",
        1_000_000L + Draw.of(subject.uscc(), "equipment"),
        "fictional",
        true);
  }

  /** One project from the first year with R&amp;D to the last. */
  private void project(Subject subject, Map<Integer, SyntheticYear> byYear) {
    List<Integer> active =
        byYear.values().stream()
            .filter(year -> year.rd().containsKey(subject.uscc()))
            .map(SyntheticYear::year)
            .toList();
    if (!active.isEmpty()) {
      row(
          "RdProject",
          "code",
          "S-" + subject.uscc(),
          "enterprise",
          subject.uscc(),
          "name",
          "合成研发项目 " + subject.uscc(),
          "startedOn",
          active.getFirst() + "-03-01",
          "endedOn",
          active.getLast() + "-12-31",
          "fictional",
          true);
    }
  }

  private void row(String entity, Object... namesAndValues) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put((String) namesAndValues[i], namesAndValues[i + 1].toString());
    }
    files.computeIfAbsent(entity, e -> new ArrayList<>()).add(row);
  }

  /** The rows of a CSV file in UTF-8, by header. */
  public static List<Map<String, String>> read(Path file) throws IOException {
    try (var rows = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      return rows.stream().map(row -> row.getFieldsAsMap()).toList();
    }
  }

  /** Writes {@code <Entity>.csv} files into the folder. */
  public static void write(Map<String, List<Map<String, String>>> files, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, List<Map<String, String>>> file : files.entrySet()) {
      try (CsvWriter csv =
          CsvWriter.builder()
              .build(folder.resolve(file.getKey() + ".csv"), StandardCharsets.UTF_8)) {
        csv.writeRecord(file.getValue().getFirst().keySet());
        file.getValue().forEach(row -> csv.writeRecord(row.values()));
      }
    }
  }
}

package org.wuyou.gateway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyou.gateway.CommitAudit;
import org.wuyou.gateway.access.AccessRules;
import org.wuyou.gateway.files.load.FileImport;
import org.wuyou.gateway.files.load.ImportProgress;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.gateway.files.load.ImportRequest;
import org.wuyou.gateway.files.mapping.Mappings;
import org.wuyou.gateway.files.sheet.FileLimits;
import org.wuyou.spi.Caller;

@DisplayName("Tables of the yearbook, untouched")
@Tag("REG-13")
class YearbookTest {
  private static final Caller ADMIN = new Caller("test", Set.of("admin"), Optional.empty());
  private static final Map<String, String> CODES =
      Map.of(
          "东部地区", "100001", "中部地区", "100002", "西部地区", "100003", "东北地区", "100004", "全国", "100000");

  private final MapStore store = new MapStore(Register.MODEL);
  private final AccessRules access = Register.GENERATION.access();
  private final FileImport imports =
      new FileImport(store, CommitAudit.NONE, () -> access, Mappings.shipped(), FileLimits.DEFAULT);

  @Test
  @DisplayName("all 13 files load, and every figure equals the tidy table's")
  void figures_equal_the_tidy_table() throws IOException {
    Path folder = RealData.file("raw-xls");
    Map<String, String> codes = codes();
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.sorted().toList();
    }
    assertEquals(13, files.size());
    Set<String> loaded = new TreeSet<>();
    for (Path file : files) {
      ImportReport report = load(file, "auto", Map.of());
      assertEquals(List.of(), report.errors(), file::toString);
      assertTrue(report.accepted() > 60, () -> file + " " + report);
      String table = file.getFileName().toString();
      loaded.add(table.replaceAll("\\D+(\\d{4})\\.xls$", "/$1"));
    }
    assertEquals(13, loaded.size());

    int compared = 0;
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .ofNamedCsvRecord(RealData.file("industrial-rd-by-province-2018-2023.csv"))) {
      for (NamedCsvRecord figure : csv) {
        int year = Integer.parseInt(figure.getField("year"));
        if (!fromLoadedFile(figure.getField("source"), year)) {
          continue;
        }
        Object[] key = {codes.get(figure.getField("region")), year, figure.getField("indicator")};
        Map<String, Object> row = store.row("RegionStatistic", key);
        assertTrue(row != null, () -> "no row for " + figure);
        BigDecimal value = (BigDecimal) row.get("value");
        assertEquals(
            0, new BigDecimal(figure.getField("value")).compareTo(value), figure::toString);
        assertEquals(figure.getField("unit"), row.get("unit"), figure::toString);
        compared++;
      }
    }
    assertEquals(2404, compared);
    // 40 industries and their total, three figures each, stand beside the figures by region.
    assertEquals(compared + 41 * 3, store.size("RegionStatistic"));
  }

  private static boolean fromLoadedFile(String source, int year) {
    boolean yearThere = year == 2018 || year == 2020 || year == 2022 || year == 2023;
    return yearThere
        && (source.contains("/00-firms/")
            || source.contains("/03-spend-inner/")
            || source.contains("/06-RD-institution/"));
  }

  @Test
  @DisplayName("patents by industry are figures of the whole country with the industry's code")
  void by_industry() throws IOException {
    ImportReport report =
        load(
            RealData.file("raw-xls/2-25-patents-by-industry-2022.xls"),
            "yearbook-2-25-by-industry",
            Map.of("year", "2022"));
    assertEquals(123, report.accepted());
    assertEquals(
        new BigDecimal("273381"),
        store.row("RegionStatistic", "100000", 2022, "patent_applications:39").get("value"));
    assertEquals(
        new BigDecimal("1507296"),
        store.row("RegionStatistic", "100000", 2022, "patent_applications").get("value"));
  }

  @Test
  @DisplayName("the English title that says 2022 is told, the year asked for is kept")
  void english_title_of_another_year() throws IOException {
    ImportReport report =
        load(
            RealData.file("raw-xls/2-8-enterprises-2023.xls"),
            "yearbook-2-8",
            Map.of("year", "2023"));
    assertTrue(
        report.warnings().stream().anyMatch(w -> w.code().equals("YEAR_IN_ENGLISH_TITLE")),
        () -> report.warnings().toString());
    assertEquals(
        new BigDecimal("1307"),
        store
            .row("RegionStatistic", "140000", 2023, "enterprises_with_rd_institution")
            .get("value"));
  }

  @ParameterizedTest(name = "{0} with year={1} is refused: {2}")
  @CsvSource({
    "yearbook-2-8, 2022, YEAR_MISMATCH",
    "yearbook-2-8, 20x2, YEAR_MALFORMED",
    "yearbook-2-14, 2023, WRONG_TABLE",
    "yearbook-9-9, 2023, UNKNOWN_MAPPING"
  })
  void what_does_not_fit_is_refused(String mapping, String year, String code) throws IOException {
    ImportReport report =
        load(RealData.file("raw-xls/2-8-enterprises-2023.xls"), mapping, Map.of("year", year));
    assertEquals(List.of(code), report.errors().stream().map(Finding::code).toList());
    assertEquals(0, store.size("RegionStatistic"));
  }

  private ImportReport load(Path file, String mapping, Map<String, String> parameters)
      throws IOException {
    return imports.run(
        ImportRequest.commit("RegionStatistic", ADMIN).mapped(mapping, parameters),
        file,
        ImportProgress.UNWATCHED);
  }

  /** Codes of the provinces by the short names of the tidy table. */
  private static Map<String, String> codes() throws IOException {
    Map<String, String> codes = new HashMap<>(CODES);
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(RealData.file("divisions.csv"))) {
      for (NamedCsvRecord division : csv) {
        String code = division.getField("code");
        if (code.endsWith("0000")) {
          String name = division.getField("name");
          codes.put(
              name.substring(0, name.startsWith("内蒙古") || name.startsWith("黑龙江") ? 3 : 2), code);
        }
      }
    }
    return codes;
  }
}

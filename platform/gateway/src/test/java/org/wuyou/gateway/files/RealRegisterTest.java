package org.wuyou.gateway.files;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.gateway.CommitAudit;
import org.wuyou.gateway.access.AccessRules;
import org.wuyou.gateway.files.export.ExportRequest;
import org.wuyou.gateway.files.export.FileExport;
import org.wuyou.gateway.files.export.FileFormat;
import org.wuyou.gateway.files.load.FileImport;
import org.wuyou.gateway.files.load.ImportProgress;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.gateway.files.load.ImportRequest;
import org.wuyou.gateway.files.mapping.Mappings;
import org.wuyou.gateway.files.sheet.FileLimits;
import org.wuyou.spi.Caller;
import org.wuyou.spi.value.Money;

@DisplayName("The real register")
@Tag("REG-01")
class RealRegisterTest {
  private static final Caller ADMIN = new Caller("test", Set.of("admin"), Optional.empty());

  private final MapStore store = new MapStore(Register.MODEL);
  private final AccessRules access = Register.GENERATION.access();
  private final FileImport imports =
      new FileImport(store, CommitAudit.NONE, () -> access, Mappings.shipped(), FileLimits.DEFAULT);

  @TempDir private Path directory;

  @Test
  @DisplayName("8,198 enterprises are taken, none refused, and again changes nothing")
  void all_of_four_regions() throws IOException {
    ImportReport first = commit(RealData.file("enterprises-industrial-4regions.csv"));

    assertEquals(List.of(), first.errors());
    assertEquals(8198, first.accepted());
    Map<String, Long> codes = codes(first.warnings());
    assertEquals(159, codes.get("MARKED_UNKNOWN"), codes::toString);
    assertEquals(231, codes.get("FOREIGN_CURRENCY"), codes::toString);
    assertEquals(1, codes.get("UNIT_MISSING"), codes::toString);
    assertEquals(2, codes.get("UNKNOWN_COLUMN"), codes::toString);

    ImportReport again = commit(RealData.file("enterprises-industrial-4regions.csv"));
    assertEquals(8198, again.unchanged());
    assertEquals(0, again.accepted() + again.updated() + again.refused());
  }

  @Test
  @DisplayName("Linyi in GB18030 reads the same as the same rows in UTF-8")
  void linyi_in_gb18030() throws IOException {
    ImportReport report = commit(RealData.file("enterprises-linyi-gbk.csv"));
    assertEquals(593, report.accepted(), () -> report.errors().toString());
    assertEquals("鲁南制药集团股份有限公司", store.row("Enterprise", "913700006139918126").get("name"));
    assertEquals(
        Money.of(new java.math.BigDecimal("8170.5"), Money.Unit.WAN_YUAN),
        store.row("Enterprise", "913700006139918126").get("registeredCapital"));

    ImportReport all = commit(RealData.file("enterprises-industrial-4regions.csv"));
    assertEquals(593, all.unchanged());
    assertEquals(0, all.updated());
  }

  @Test
  @DisplayName("513 enterprises of Jincheng are taken")
  void jincheng() throws IOException {
    assertEquals(513, commit(RealData.file("enterprises-jincheng.csv")).accepted());
  }

  @Test
  @DisplayName("of 33 odd codes 29 are put in upper case with a warning each, 4 are refused")
  void odd_codes() throws IOException {
    ImportReport preview =
        imports.run(
            ImportRequest.preview("Enterprise", ADMIN),
            RealData.file("enterprises-bad-credit-codes.csv"),
            ImportProgress.UNWATCHED);
    assertEquals(0, store.size("Enterprise"));
    assertEquals(0, store.commits);

    ImportReport report = commit(RealData.file("enterprises-bad-credit-codes.csv"));
    assertEquals(29, report.accepted());
    assertEquals(4, report.refused());
    assertEquals(29, codes(report.warnings()).get("UPPER_CASED"));
    assertEquals(4, codes(report.errors()).get("SHIFTED_COLUMNS"));
    assertEquals(
        List.of(31, 32, 33, 34), report.refusals().stream().map(r -> r.line().number()).toList());
    assertTrue(
        report.errors().stream().allMatch(e -> e.row() != null && !e.message().zh().isBlank()));
    assertEquals(preview.accepted(), report.accepted());
    assertEquals(preview.errors(), report.errors());
  }

  @Test
  @DisplayName("what is exported is taken in again with nothing changed, in CSV and XLSX")
  void round_trip() throws IOException {
    commit(RealData.file("enterprises-jincheng.csv"));
    for (FileFormat format :
        List.of(FileFormat.Csv.UTF_8, FileFormat.Csv.GB18030, new FileFormat.Xlsx())) {
      byte[] exported = export(format);
      Path file = Files.write(directory.resolve("again." + format.extension()), exported);
      ImportReport report = commit(file);
      assertEquals(513, report.unchanged(), () -> report.errors() + " " + report.warnings());
      assertEquals(List.of(), report.warnings());
      if (format instanceof FileFormat.Csv) {
        assertEquals(
            new String(exported, java.nio.charset.StandardCharsets.ISO_8859_1),
            new String(export(format), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
  }

  @Test
  @DisplayName("capital in foreign currency stays missing")
  void foreign_currency() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("a.csv"),
            "credit_code,name,registered_capital\n913700006139918126,甲,18(万美元)\n");
    ImportReport report = commit(file);
    assertEquals(1, report.accepted());
    assertNull(store.row("Enterprise", "913700006139918126").get("registeredCapital"));
    assertEquals("FOREIGN_CURRENCY", report.warnings().getFirst().code());
  }

  private byte[] export(FileFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FileExport(store.snapshot(), access)
        .prepare(ExportRequest.all("Enterprise", ADMIN, format))
        .write(out);
    return out.toByteArray();
  }

  private ImportReport commit(Path file) throws IOException {
    return imports.run(ImportRequest.commit("Enterprise", ADMIN), file, ImportProgress.UNWATCHED);
  }

  private static Map<String, Long> codes(List<Finding> findings) {
    return findings.stream().collect(groupingBy(Finding::code, TreeMap::new, counting()));
  }
}

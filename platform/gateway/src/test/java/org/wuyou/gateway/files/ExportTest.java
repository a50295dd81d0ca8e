package org.wuyou.gateway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wuyou.gateway.files.Fixture.A;
import static org.wuyou.gateway.files.Fixture.ADMIN;
import static org.wuyou.gateway.files.Fixture.B;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyou.gateway.files.column.Leaf;
import org.wuyou.gateway.files.export.ErrorFile;
import org.wuyou.gateway.files.export.ExportRequest;
import org.wuyou.gateway.files.export.FileFormat;
import org.wuyou.gateway.files.export.Headers;
import org.wuyou.gateway.files.export.Template;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.gateway.files.load.ImportRequest;
import org.wuyou.gateway.files.sheet.FileRefused;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.value.Money;

@DisplayName("A file given out")
class ExportTest {
  private Fixture files;
  @TempDir private Path directory;

  @BeforeEach
  void fill() throws IOException {
    files = new Fixture(directory);
    ImportReport report =
        files.commit(
            "Enterprise",
            "uscc,name,formerNames,divisionCode,industryCode,ownership,registeredOn,registeredCapital,scope,address,exporter",
            A + ",=HYPERLINK(\"x\"),老甲、旧甲,140581,3973,国企,1995-12-14,8170.5万元,\"a,\"\"b\"\"\",+86,是",
            B + ",乙,,370112,C,民营,2000-02-29,123456789012345.67,,''@x,否");
    assertEquals(2, report.accepted(), () -> report.errors().toString());
    files.commit("YearlyReturn", "企业,年度,营业收入,研发占比", A + ",2025,0.01,19.996", B + ",2025,,0");
  }

  @ParameterizedTest
  @EnumSource(Headers.class)
  void comes_back_with_nothing_changed_in_any_words_unit_and_format(Headers headers)
      throws IOException {
    for (Money.Unit unit : Money.Unit.values()) {
      for (FileFormat format :
          List.of(FileFormat.Csv.UTF_8, FileFormat.Csv.GB18030, new FileFormat.Xlsx())) {
        for (String entity : List.of("Enterprise", "YearlyReturn")) {
          byte[] file = files.export(ExportRequest.all(entity, ADMIN, format).in(headers, unit));
          ImportReport report = files.send(ImportRequest.commit(entity, ADMIN), file);
          assertEquals(2, report.unchanged(), () -> format + " " + unit + " " + report);
          assertEquals(List.of(), report.warnings());
        }
      }
    }
  }

  @Test
  void keeps_spreadsheets_from_running_texts_as_formulas() throws IOException {
    String csv =
        new String(
            files.export(ExportRequest.all("Enterprise", ADMIN, FileFormat.Csv.UTF_8)),
            StandardCharsets.UTF_8);
    assertTrue(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""), csv);
    assertTrue(csv.contains(",'+86,"), csv);
    assertTrue(csv.contains(",''@x,"), csv);
    assertTrue(csv.startsWith("\uFEFF统一社会信用代码,企业名称,曾用名,经营地区划代码,登记机关区划代码,"), csv);
    assertTrue(csv.contains("81705000,"), csv);
  }

  @Test
  void keeps_codes_as_text_and_numbers_as_numbers_in_xlsx() throws IOException {
    byte[] file = files.export(ExportRequest.all("Enterprise", ADMIN, new FileFormat.Xlsx()));
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertEquals(3, rows.size());
      assertEquals(CellType.STRING, rows.get(1).getCell(0).getType());
      assertEquals(A, rows.get(1).getCell(0).getText());
      assertEquals(CellType.STRING, rows.get(1).getCell(3).getType());
      assertEquals(CellType.NUMBER, rows.get(1).getCell(8).getType());
      // 17 digits are more than a spreadsheet keeps.
      assertEquals(CellType.STRING, rows.get(2).getCell(8).getType());
      assertEquals("123456789012345.67", rows.get(2).getCell(8).getText());
    }
  }

  @Test
  void has_the_rows_and_columns_asked_for() throws IOException {
    ExportRequest request =
        new ExportRequest(
            "Enterprise",
            ADMIN,
            Condition.eq("divisionCode", "370112"),
            List.of(new Selection.Order("name", false)),
            List.of("registeredCapital", "uscc"),
            Headers.NAME,
            Money.Unit.WAN_YUAN,
            FileFormat.Csv.UTF_8);
    assertEquals(
        "\uFEFFregisteredCapital(WAN_YUAN),uscc\r\n12345678901.234567," + B + "\r\n",
        new String(files.export(request), StandardCharsets.UTF_8));
  }

  @Test
  void of_a_field_that_is_not_there_is_refused_with_the_names_that_are() {
    ExportRequest request =
        new ExportRequest(
            "Enterprise",
            new Caller("x", Set.of("reader"), Optional.empty()),
            Condition.ALL,
            List.of(),
            List.of("uscc", "profit"),
            Headers.ZH,
            Money.Unit.YUAN,
            FileFormat.Csv.UTF_8);
    FileRefused refused = assertThrows(FileRefused.class, () -> files.export(request));
    assertEquals("UNKNOWN_FIELD", refused.code());
    assertTrue(refused.label().en().contains("profit"), refused.label()::en);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void holds_the_refused_rows_to_mend_and_send_again(String extension) throws IOException {
    FileFormat format = extension.equals("csv") ? FileFormat.Csv.UTF_8 : new FileFormat.Xlsx();
    ImportReport report =
        files.commit(
            "Enterprise", "备注,uscc,name", "a," + A + ",甲", "=b,91370112726206446X,乙", "c,x,丙");
    assertEquals(2, report.refused());

    ImportReport again =
        files.send(ImportRequest.preview("Enterprise", ADMIN), errors(report, format));
    assertEquals(2, again.refused());
    assertEquals(
        report.errors().stream().map(Finding::code).toList(),
        again.errors().stream().map(Finding::code).toList());
    // Sent again, the file keeps one column of errors.
    String twice = new String(errors(again, FileFormat.Csv.UTF_8), StandardCharsets.UTF_8);
    assertEquals("\uFEFF备注,uscc,name,错误", twice.lines().findFirst().orElseThrow());
    assertTrue(twice.contains("CHECK_CHARACTER"), twice);
    assertTrue(twice.contains("'=b"), twice);
  }

  @Test
  void is_a_template_that_can_be_filled_in_and_sent() throws IOException {
    for (FileFormat format : List.of(FileFormat.Csv.UTF_8, new FileFormat.Xlsx())) {
      for (Headers headers : Headers.values()) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Template(
                Register.MODEL,
                Register.MODEL.entity("Enterprise"),
                Leaf.of(Register.MODEL.entity("Enterprise"), Register.MODEL))
            .write(format, headers, out);
        ImportReport report =
            files.send(ImportRequest.preview("Enterprise", ADMIN), out.toByteArray());
        assertEquals(
            List.of("NO_ROWS"),
            report.errors().stream().map(Finding::code).toList(),
            () -> format + " " + headers + " " + report);
        assertEquals(List.of(), report.warnings());
      }
    }
  }

  private static byte[] errors(ImportReport report, FileFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ErrorFile.write(report, format, Locale.CHINESE, out);
    return out.toByteArray();
  }
}

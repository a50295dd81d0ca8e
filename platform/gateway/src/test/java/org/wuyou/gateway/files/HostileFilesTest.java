package org.wuyou.gateway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wuyou.gateway.CommitAudit;
import org.wuyou.gateway.access.AccessRules;
import org.wuyou.gateway.files.load.FileImport;
import org.wuyou.gateway.files.load.ImportProgress;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.gateway.files.load.ImportRequest;
import org.wuyou.gateway.files.mapping.Mappings;
import org.wuyou.gateway.files.sheet.FileLimits;
import org.wuyou.spi.Caller;

@DisplayName("A bad file")
class HostileFilesTest {
  private static final Caller ADMIN = new Caller("test", Set.of("admin"), Optional.empty());
  private static final Charset GB = Charset.forName("GB18030");
  private static final String A = "913700006139918126";
  private static final String B = "91370112726206446W";
  private static final String C = "911400001100587643";
  private static final FileLimits SMALL =
      new FileLimits(4 << 20, 1 << 20, 2_000, 40, 2_000, 40 << 20, 50);

  private final MapStore store = new MapStore(Register.MODEL);
  private final AccessRules access = Register.GENERATION.access();

  @TempDir private Path directory;

  /** Refused whole: nothing of it is taken. */
  static Stream<Arguments> refusedWhole() throws IOException {
    Map<String, Object[]> kinds = new LinkedHashMap<>();
    kinds.put("that is empty", kind("EMPTY_FILE", new byte[0]));
    kinds.put("of blank lines", kind("EMPTY_FILE", utf8("\n\n,,\n")));
    kinds.put("with a header only", kind("NO_ROWS", utf8("uscc,name\n")));
    kinds.put("of another entity", kind("MISSING_COLUMN", utf8("code,title\n1,x\n")));
    kinds.put("without the key column", kind("MISSING_COLUMN", utf8("name,address\n甲,乙\n")));
    kinds.put(
        "with two columns for one field",
        kind("DUPLICATE_COLUMN", utf8("uscc,name,credit_code\n" + A + ",甲," + A + "\n")));
    kinds.put("of random bytes", kind("UNKNOWN_ENCODING", garbage()));
    kinds.put("with NUL bytes", kind("BINARY_CONTENT", utf8("uscc,name\n" + A + ",甲\0乙\n")));
    kinds.put(
        "half UTF-8 and half GB18030",
        kind("UNKNOWN_ENCODING", join(utf8("\uFEFFuscc,name\n" + A + ",甲\n"), "乙".getBytes(GB))));
    kinds.put(
        "with a quote that is not closed",
        kind("UNBALANCED_QUOTES", utf8("uscc,name\n" + A + ",甲\n" + B + ",\"乙\n" + C + ",丙\n")));
    kinds.put(
        "with a cell too long",
        kind("CELL_TOO_LONG", utf8("uscc,name\n" + A + ",甲\n" + B + "," + "乙".repeat(2_001))));
    kinds.put(
        "with a line of a million characters",
        kind("UNBALANCED_QUOTES", utf8("uscc,name\n" + A + ",\"" + "x".repeat(1_000_000))));
    kinds.put(
        "with too many columns",
        kind("TOO_MANY_COLUMNS", utf8("uscc,name" + ",x".repeat(50) + "\n" + A + ",甲\n")));
    kinds.put(
        "with too many rows",
        kind("TOO_MANY_ROWS", utf8("uscc,name\n" + (A + ",甲\n").repeat(2_001))));
    kinds.put("too large", kind("FILE_TOO_LARGE", new byte[(4 << 20) + 1]));
    byte[] good = xlsx(sheet -> sheet.value(1, 0, A));
    kinds.put("cut short", kind("DAMAGED_FILE", Arrays.copyOf(good, good.length / 2)));
    kinds.put(
        "that is a plain archive", kind("NOT_A_SPREADSHEET", zip(Map.of("a.txt", utf8("x")))));
    kinds.put(
        "made to explode", kind("ARCHIVE_BOMB", with(good, "xl/media/a.bin", new byte[30 << 20])));
    kinds.put(
        "that reaches for other files",
        kind(
            "UNSAFE_CONTENT",
            with(
                good,
                "xl/sharedStrings.xml",
                utf8(
                    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><sst><si><t>&e;</t></si></sst>"))));
    kinds.put(
        "with a cell address out of this world",
        kind(
            "UNSAFE_CONTENT",
            with(
                good,
                "xl/worksheets/sheet1.xml",
                utf8(
                    "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>"))));
    kinds.put(
        "of broken XML",
        kind(
            "DAMAGED_FILE",
            with(good, "xl/worksheets/sheet1.xml", utf8("<worksheet><sheetData><row><c"))));
    kinds.put("in XLS with a password", kind("ENCRYPTED_FILE", encryptedXls()));
    kinds.put("in XLSX with a password", kind("ENCRYPTED_FILE", encryptedXlsx()));
    byte[] xls = xls();
    kinds.put("in XLS, cut short", kind("DAMAGED_FILE", Arrays.copyOf(xls, xls.length / 3)));
    kinds.put(
        "with hidden sheets only",
        kind(
            "EMPTY_FILE",
            xlsx(
                sheet -> {
                  sheet.value(1, 0, A);
                  sheet.setVisibilityState(VisibilityState.HIDDEN);
                })));
    kinds.put(
        "with amounts in a unit nobody knows",
        kind("UNKNOWN_UNIT", utf8("uscc,name,注册资本(万美元)\n" + A + ",甲,5\n")));
    return kinds.entrySet().stream()
        .map(e -> Arguments.of(e.getKey(), e.getValue()[0], e.getValue()[1]));
  }

  @ParameterizedTest(name = "{0} is refused: {1}")
  @MethodSource("refusedWhole")
  void is_refused_whole_and_says_what_to_do(String kind, String code, byte[] content)
      throws IOException {
    ImportReport report = send(content);
    assertTrue(report.unreadable(), report::toString);
    assertTrue(
        report.errors().stream().anyMatch(e -> e.code().equals(code)),
        () -> report.errors().toString());
    report.errors().forEach(HostileFilesTest::saysWhatToDo);
    assertEquals(0, store.commits);
    assertEquals(0, store.size("Enterprise"));
  }

  /** The bad row is refused, the good one taken. */
  static Stream<Arguments> badRows() throws IOException {
    Map<String, Object[]> kinds = new LinkedHashMap<>();
    kinds.put("a key twice", kind("DUPLICATE_KEY", utf8("uscc,name\n" + A + ",甲\n" + A + ",乙\n")));
    kinds.put("no key", kind("KEY_MISSING", utf8("uscc,name\n" + A + ",甲\n,乙\n")));
    kinds.put("no name", kind("REQUIRED", utf8("uscc,name\n" + A + ",甲\n" + B + ",\n")));
    kinds.put(
        "a code in scientific notation",
        kind("CODE_DESTROYED_BY_SPREADSHEET", utf8("uscc,name\n" + A + ",甲\n9.137E+17,乙\n")));
    kinds.put(
        "a code rounded to zeros",
        kind(
            "CODE_DESTROYED_BY_SPREADSHEET",
            utf8("uscc,name\n" + A + ",甲\n913700006139918000,乙\n")));
    kinds.put(
        "a code with a wrong check character",
        kind("CHECK_CHARACTER", utf8("uscc,name\n" + A + ",甲\n913700006139918127,乙\n")));
    kinds.put(
        "a date as a number",
        kind(
            "DATE_AS_NUMBER",
            utf8("uscc,name,registered_on\n" + A + ",甲,1995-12-14\n" + B + ",乙,35047\n")));
    kinds.put(
        "a date that is none",
        kind(
            "NOT_A_DATE",
            utf8("uscc,name,registered_on\n" + A + ",甲,1995-12-14\n" + B + ",乙,1995-02-30\n")));
    kinds.put(
        "a byte order mark inside",
        kind("STRAY_BYTE_ORDER_MARK", utf8("uscc,name\n" + A + ",甲\n\uFEFF" + B + ",乙\n")));
    kinds.put(
        "the header again", kind("HEADER_REPEATED", utf8("uscc,name\n" + A + ",甲\nuscc,name\n")));
    kinds.put(
        "a comma too many",
        kind("TOO_MANY_CELLS", utf8("uscc,name\n" + A + ",甲\n" + B + ",乙,有限公司\n")));
    kinds.put(
        "a value not of the list",
        kind("NOT_IN_LIST", utf8("uscc,name,所有制\n" + A + ",甲,国企\n" + B + ",乙,外星\n")));
    kinds.put(
        "text for an amount",
        kind("NOT_MONEY", utf8("uscc,name,注册资本\n" + A + ",甲,5万元\n" + B + ",乙,资产经营\n")));
    kinds.put(
        "a code as a number",
        kind(
            "CODE_DESTROYED_BY_SPREADSHEET",
            xlsx(
                sheet -> {
                  sheet.value(1, 0, A);
                  sheet.value(1, 1, "甲");
                  sheet.value(2, 0, 913700006139918126L);
                  sheet.value(2, 1, "乙");
                })));
    kinds.put("a failed formula", kind("FORMULA_ERROR", failedFormula()));
    kinds.put(
        "merged keys",
        kind(
            "KEY_MISSING",
            xlsx(
                sheet -> {
                  sheet.value(1, 0, A);
                  sheet.value(1, 1, "甲");
                  sheet.value(2, 1, "乙");
                  sheet.range(1, 0, 2, 0).merge();
                })));
    return kinds.entrySet().stream()
        .map(e -> Arguments.of(e.getKey(), e.getValue()[0], e.getValue()[1]));
  }

  @ParameterizedTest(name = "row with {0} is refused: {1}; the good row is taken")
  @MethodSource("badRows")
  void loses_its_bad_row_only(String kind, String code, byte[] content) throws IOException {
    ImportReport report = send(content);
    assertEquals(List.of(code), report.errors().stream().map(Finding::code).toList());
    assertEquals(3, report.errors().getFirst().row());
    report.errors().forEach(HostileFilesTest::saysWhatToDo);
    assertEquals(1, report.accepted());
    assertEquals(1, report.refused());
    assertEquals(1, store.size("Enterprise"));
  }

  @ParameterizedTest(name = "with {0} changes nothing when sent atomically")
  @MethodSource("badRows")
  void changes_nothing_when_sent_atomically(String kind, String code, byte[] content)
      throws IOException {
    ImportReport report = send(content, ImportRequest.commit("Enterprise", ADMIN).atomically());
    assertFalse(report.committed());
    assertEquals(0, report.accepted());
    assertEquals(2, report.refused());
    assertEquals(0, store.size("Enterprise"));
  }

  @Test
  void of_several_sheets_is_read_from_the_one_that_fits_and_says_so() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Workbook workbook = new Workbook(out, "test", "1.0");
    workbook.newWorksheet("说明").value(0, 0, "本表由各县填报");
    Worksheet data = workbook.newWorksheet("数据");
    data.value(0, 0, "2026年企业名录");
    data.value(1, 0, "统一社会信用代码");
    data.value(1, 1, "企业名称");
    data.value(2, 0, A);
    data.value(2, 1, "甲");
    Worksheet hidden = workbook.newWorksheet("旧数据");
    hidden.value(0, 0, "uscc");
    hidden.setVisibilityState(VisibilityState.HIDDEN);
    workbook.finish();

    ImportReport report = send(out.toByteArray());
    assertEquals(1, report.accepted(), () -> report.errors().toString());
    assertEquals(
        Set.of("HIDDEN_SHEET_IGNORED", "SHEET_IGNORED"),
        Set.copyOf(report.warnings().stream().map(Finding::code).toList()));
  }

  private static void saysWhatToDo(Finding finding) {
    assertTrue(finding.message().zh().length() > 4, finding::toString);
    assertTrue(finding.message().en().length() > 4, finding::toString);
  }

  private ImportReport send(byte[] content) throws IOException {
    return send(content, ImportRequest.commit("Enterprise", ADMIN));
  }

  private ImportReport send(byte[] content, ImportRequest request) throws IOException {
    Path file = Files.write(directory.resolve("sent"), content);
    return new FileImport(store, CommitAudit.NONE, () -> access, Mappings.shipped(), SMALL)
        .run(request, file, ImportProgress.UNWATCHED);
  }

  private static Object[] kind(String code, byte[] content) {
    return new Object[] {code, content};
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] garbage() {
    byte[] bytes = new byte[5_000];
    new Random(7).nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 0 ? 1 : bytes[i];
    }
    return bytes;
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private interface Fill {
    void into(Worksheet sheet);
  }

  private static byte[] xlsx(Fill fill) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Workbook workbook = new Workbook(out, "test", "1.0");
    Worksheet sheet = workbook.newWorksheet("企业");
    sheet.value(0, 0, "uscc");
    sheet.value(0, 1, "name");
    fill.into(sheet);
    workbook.finish();
    return out.toByteArray();
  }

  /** fastexcel keeps no value of a formula, so the cell is written as a spreadsheet would. */
  private static byte[] failedFormula() throws IOException {
    return with(
        xlsx(sheet -> sheet.value(1, 0, A)),
        "xl/worksheets/sheet1.xml",
        utf8(
            "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>uscc</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>name</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>"
                + A
                + "</t></is></c><c r=\"B2\" t=\"str\"><f>C2</f><v>甲</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>"
                + B
                + "</t></is></c><c r=\"B3\" t=\"e\"><f>Z9</f><v>#REF!</v></c></row>"
                + "</sheetData></worksheet>"));
  }

  private static byte[] xls() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("x").createRow(0).createCell(0).setCellValue("uscc");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] encryptedXls() throws IOException {
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try {
      return xls();
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  private static byte[] encryptedXlsx() throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new ByteArrayInputStream(new byte[5_000]), "EncryptedPackage");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      container.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        write(zip, entry.getKey(), entry.getValue());
      }
    }
    return out.toByteArray();
  }

  /** The archive with one part put in or replaced. */
  private static byte[] with(byte[] archive, String name, byte[] content) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    Path file = Files.write(Files.createTempFile("archive", ".zip"), archive);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    } finally {
      Files.delete(file);
    }
    entries.put(name, content);
    return zip(entries);
  }

  private static void write(OutputStream out, String name, byte[] content) throws IOException {
    ((ZipOutputStream) out).putNextEntry(new ZipEntry(name));
    out.write(content);
    ((ZipOutputStream) out).closeEntry();
  }
}

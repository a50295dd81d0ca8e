package org.wuyou.gateway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wuyou.gateway.files.Fixture.A;
import static org.wuyou.gateway.files.Fixture.ADMIN;
import static org.wuyou.gateway.files.Fixture.B;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.gateway.files.load.ImportRequest;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.value.Money;

@DisplayName("Columns and cells")
class ColumnsTest {
  private Fixture files;
  @TempDir private Path directory;

  @BeforeEach
  void start() {
    files = new Fixture(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uscc",
        "USCC",
        "credit_code",
        "Credit Code",
        "统一社会信用代码",
        " 统一社会 信用代码 ",
        "ｕｓｃｃ",
        "统一社会信用代码（必填）"
      })
  void the_key_is_found_under_any_of_its_headers(String header) throws IOException {
    assertEquals(1, files.commit("Enterprise", header + ",企业名称", A + ",甲").accepted());
  }

  @ParameterizedTest(name = "{0} {1} is {2} yuan")
  @CsvSource({
    "注册资本, 12.5, 12.5",
    "注册资本(元), 12.5, 12.5",
    "注册资本（万元）, 12.5, 125000",
    "注册资本(亿元), 1.5, 150000000",
    "注册资本(千元), 3, 3000",
    "注册资本(万元), 2亿元, 200000000",
    "注册资本, '5,622(万)', 56220000",
    "注册资本, 50(万元人民币), 500000",
    "注册资本, 88.8万人民币, 888000",
    "注册资本, '1,428,492.9324(万元人民币)', 14284929324",
    "注册资本, 20000万人民币元, 200000000",
    "注册资本, 7000万元人民币, 70000000"
  })
  void a_unit_in_the_header_holds_for_the_column_and_one_in_the_cell_for_the_cell(
      String header, String cell, BigDecimal yuan) throws IOException {
    ImportReport report = files.commit("Enterprise", "uscc;name;" + header, A + ";甲;" + cell);
    assertEquals(List.of(), report.errors());
    assertEquals(Money.yuan(yuan), files.store.row("Enterprise", A).get("registeredCapital"));
  }

  @ParameterizedTest(name = "{0} is no value: {1}")
  @CsvSource({
    "N/A, MARKED_UNKNOWN", "-, MARKED_UNKNOWN", "18(万美元), FOREIGN_CURRENCY",
    "'150,000(万日元)', FOREIGN_CURRENCY", "210(万香港元), FOREIGN_CURRENCY", "60(), UNIT_MISSING",
    "万人民币, AMOUNT_MISSING"
  })
  void nothing_is_invented(String cell, String code) throws IOException {
    ImportReport report = files.commit("Enterprise", "uscc;name;注册资本", A + ";甲;" + cell);
    assertEquals(1, report.accepted());
    assertEquals(List.of(code), report.warnings().stream().map(Finding::code).toList());
    assertEquals(cell, report.warnings().getFirst().value());
    assertNull(files.store.row("Enterprise", A).get("registeredCapital"));
  }

  @Test
  void codes_keep_their_spelling_and_every_change_of_it_is_told() throws IOException {
    ImportReport report =
        files.commit("Enterprise", "uscc,name", " " + A + ",甲", B.toLowerCase() + ",乙");
    assertEquals(2, report.accepted());
    assertEquals(
        List.of("TRIMMED", "UPPER_CASED"), report.warnings().stream().map(Finding::code).toList());
    assertEquals(List.of(2, 3), report.warnings().stream().map(Finding::row).toList());
  }

  @Test
  void full_width_digits_are_told() throws IOException {
    ImportReport report = files.commit("Enterprise", "uscc,name", "９" + A.substring(1) + ",甲");
    assertEquals(1, report.accepted());
    assertEquals("FULL_WIDTH", report.warnings().getFirst().code());
  }

  @Test
  void a_column_without_a_home_is_named_once() throws IOException {
    ImportReport report = files.commit("Enterprise", "uscc,name,法人代表", A + ",甲,x", B + ",乙,y");
    assertEquals(1, report.warnings().size());
    assertEquals("法人代表", report.warnings().getFirst().column());
    assertNull(report.warnings().getFirst().row());
  }

  @Test
  void lists_are_parted_and_enumerations_known_by_label_and_alias() throws IOException {
    files.commit("Enterprise", "uscc,name,曾用名,所有制,是否出口", A + ",甲,老甲、旧甲;古甲,国企,是");
    Map<String, Object> row = files.store.row("Enterprise", A);
    assertEquals(List.of("老甲", "旧甲", "古甲"), row.get("formerNames"));
    assertEquals("STATE", row.get("ownership"));
    assertEquals(true, row.get("exporter"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"enterprise", "企业", "统一社会信用代码", "credit_code", "enterprise.uscc", "企业.统一社会信用代码"})
  void a_reference_is_given_by_the_key_it_points_to(String header) throws IOException {
    files.commit("Enterprise", "uscc,name", A + ",甲");
    ImportReport report = files.commit("YearlyReturn", header + ",年度,营业收入(万元)", A + ",2025,2000");
    assertEquals(1, report.accepted(), () -> report.errors().toString());
    assertEquals(
        Money.of(new BigDecimal(2000), Money.Unit.WAN_YUAN),
        files.store.row("YearlyReturn", RowKey.key(A), 2025).get("revenue"));
  }

  @Test
  void a_reference_to_a_composite_key_takes_a_column_for_each_part() throws IOException {
    files.commit("Enterprise", "uscc,name", A + ",甲");
    files.commit("YearlyReturn", "enterprise,year", A + ",2025");
    assertEquals(
        1,
        files
            .commit("Evidence", "code,return.enterprise.uscc,return.year", "e1," + A + ",2025")
            .accepted());
    assertEquals(RowKey.key(RowKey.key(A), 2025), files.store.row("Evidence", "e1").get("return"));
    assertEquals(
        "MISSING_COLUMN",
        files.commit("Evidence", "code,return.year", "e2,2025").errors().getFirst().code());
  }

  @Test
  void a_reference_to_nothing_refuses_its_row_and_names_the_column() throws IOException {
    ImportReport report = files.commit("YearlyReturn", "企业,年度", A + ",2025");
    assertEquals("REFERENCE_NOT_FOUND", report.errors().getFirst().code());
    assertEquals("企业", report.errors().getFirst().column());
    assertEquals(A, report.errors().getFirst().value());
  }

  @Test
  void an_empty_cell_keeps_the_value_unless_asked_to_clear_it() throws IOException {
    files.commit("Enterprise", "uscc,name,address", A + ",甲,泽州路");
    assertEquals(1, files.commit("Enterprise", "uscc,name,address", A + ",甲,").unchanged());
    assertEquals("泽州路", files.store.row("Enterprise", A).get("address"));
    ImportReport cleared =
        files.send(
            ImportRequest.commit("Enterprise", ADMIN).clearing(),
            "uscc,name,address\n" + A + ",甲,\n");
    assertEquals(1, cleared.updated());
    assertNull(files.store.row("Enterprise", A).get("address"));
  }

  @Test
  void a_required_column_may_be_absent_only_for_rows_that_exist() throws IOException {
    files.commit("Enterprise", "uscc,name", A + ",甲");
    ImportReport report = files.commit("Enterprise", "uscc,industryCode", A + ",3973", B + ",3973");
    assertEquals(1, report.updated());
    assertEquals("REQUIRED", report.errors().getFirst().code());
    assertEquals(3, report.errors().getFirst().row());
    assertEquals("MISSING_COLUMN", report.warnings().getFirst().code());
  }

  @Test
  void a_caller_confined_to_a_region_writes_there_only() throws IOException {
    Caller jincheng = new Caller("jincheng", Set.of("admin"), Optional.of("140500"));
    ImportReport report =
        files.send(
            ImportRequest.commit("Enterprise", jincheng),
            "uscc,name,divisionCode\n" + A + ",甲,140581\n" + B + ",乙,370112\n");
    assertEquals(1, report.accepted());
    assertEquals("FORBIDDEN", report.errors().getFirst().code());
    assertEquals(3, report.errors().getFirst().row());
  }

  @Test
  void rows_in_and_above_the_header_are_counted_as_a_spreadsheet_does() throws IOException {
    ImportReport report =
        files.commit(
            "Enterprise", "企业名录", "", "uscc,name,address", A + ",甲,\"一行\n两行\"", "", "x,丙,");
    assertEquals(1, report.accepted());
    assertEquals(6, report.errors().getFirst().row());
  }

  @Test
  void a_text_that_begins_like_a_formula_is_taken_as_text() throws IOException {
    ImportReport report = files.commit("Enterprise", "uscc,name", A + ",=1+1");
    assertTrue(report.errors().isEmpty());
    assertEquals("=1+1", files.store.row("Enterprise", A).get("name"));
    assertFalse(report.warnings().stream().anyMatch(w -> w.code().equals("TRIMMED")));
  }
}

package org.wuyou.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An officer attaches the region's document in the browser and sees its clauses beside the rules.
 */
@DisplayName("The page of a region's document in Chromium")
@ExtendWith(WithDemo.class)
class DocumentPageTest {
  private static final String REGION = "990000";
  private static final String FIRST = "第一条　对研发投入强度达标的企业给予奖补。";
  private static final List<String> LINES = List.of("示例市研发奖补办法", FIRST, "第二条　本办法由市科技局解释。");

  @TempDir Path folder;
  private Chromium chromium;
  private Path bundle;

  @BeforeEach
  void openBrowser() {
    chromium = new Chromium();
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    List<String> faults = chromium.faults();
    chromium.close();
    assertEquals(List.of(), faults, "errors in the page");
  }

  @Test
  @Tag("BND-01")
  void attaches_the_text_and_shows_the_clause_verbatim_beside_its_rule(DemoServer demo)
      throws Exception {
    bundle = folder.resolve("region-attached");
    ok(demo.wuyou("policy", "new", bundle.toString(), "--region", REGION, "--name", "示例办法"));
    deploy(demo, "install", "", "");
    Page page = chromium.open(demo, "#/document/" + REGION, demo.token());
    assertThat(page.getByText("还没有附上原文")).isVisible();
    Chromium.shot(page, "document-empty-zh");

    upload(page, "办法.txt", String.join("\n", LINES).getBytes(Charset.forName("GB18030")));
    assertThat(page.locator("#matched")).containsText("0 处中对上 0 处");
    assertThat(Chromium.row(page, "attached-1")).containsText("奖补");

    deploy(demo, "update", anchor(demo, 2), "7#00000000");
    page.reload();
    assertThat(page.locator("#matched")).containsText("2 处中对上 1 处");
    Locator unmatched = page.locator("#unmatched");
    assertThat(unmatched).containsText("attached-2");
    assertThat(unmatched.locator("tbody tr")).hasCount(1);
    page.getByLabel("要找的字，繁简不拘").fill("獎補");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查找")).click();
    assertThat(page.locator("#found")).containsText(FIRST);
    Chromium.shot(page, "document-zh");

    page.navigate("/console#/rules/" + REGION + "/rd-award");
    assertThat(page.getByRole(AriaRole.ARTICLE).locator("blockquote")).containsText(FIRST);
    assertThat(page.locator("document-page")).hasCount(0);
    Chromium.shot(page, "rule-with-text-zh");
    ok(demo.wuyou("plugin", "remove", "region-attached", "--yes"));
  }

  @Test
  void reads_a_word_document_paragraph_by_paragraph_and_removes_it_after_a_yes(DemoServer demo)
      throws Exception {
    Page page = chromium.open(demo, "#/document/371300", demo.token());
    upload(page, "办法.docx", word(LINES));
    assertThat(page.getByText("3 行")).isVisible();
    assertThat(page.locator("#unmatched")).containsText("LY-1a");
    page.setViewportSize(390, 844);
    assertTrue(Chromium.fits(page), "no sideways scrolling");
    Chromium.shot(page, "document-phone-zh");

    page.onDialog(Dialog::accept);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("移除原文")).click();
    assertThat(page.locator("#nothing")).isVisible();
  }

  @Test
  void says_what_to_do_with_a_file_it_cannot_read(DemoServer demo) throws Exception {
    Page page = chromium.open(demo, "#/document/360000", demo.token());
    upload(page, "办法.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("另存为");
    upload(page, "空.docx", zip("other.xml", "<x/>"));
    assertThat(page.getByText("读不出 空.docx 的文字")).isVisible();
    assertThat(page.locator("#nothing")).isVisible();
  }

  @Test
  void tells_a_reader_that_the_token_only_reads(DemoServer demo) throws Exception {
    String mutation = "mutation { tokenCreate(input: {name: \"阅\", roles: [READER]}) { token } }";
    WuyouProcess.Ended made = demo.wuyou("query", "-e", mutation);
    String token = json(made.out()).at("/data/tokenCreate/token").asText();
    Page page = chromium.open(demo, "#/document/360000", token);
    upload(page, "办法.txt", FIRST.getBytes(StandardCharsets.UTF_8));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("只可读取");
    assertThat(page.locator("#nothing")).isVisible();
  }

  private void upload(Page page, String name, byte[] bytes) throws IOException {
    page.locator("#file").setInputFiles(Files.write(folder.resolve(name), bytes));
  }

  /**
   * Installs or updates the bundle with the places of its two clauses; an empty one is left out.
   */
  private void deploy(DemoServer demo, String how, String first, String second) throws Exception {
    Files.writeString(
        bundle.resolve("tasks.yaml"),
        """
        article: 第一条
        departments: [kjj]
        tasks:
          - {id: attached-1, name: {zh: 奖补, en: Award}, summary: {zh: 受理奖补, en: Receive claims}, level: RULE%s}
          - {id: attached-2, name: {zh: 解释, en: Interpretation}, summary: {zh: 解释办法, en: Explain}, level: GUIDANCE%s}
        """
            .formatted(place(first), place(second)));
    String version = how.equals("install") ? "0.1.0" : "0.2.0";
    Path jar = folder.resolve("region-attached-" + version + ".jar");
    ok(
        demo.wuyou(
            "policy",
            "pack",
            bundle.toString(),
            "-o",
            jar.toString(),
            "--plugin-version",
            version));
    ok(demo.wuyou("plugin", how, jar.toString(), "--yes"));
  }

  private static String place(String anchor) {
    return anchor.isEmpty() ? "" : ", text: \"" + anchor + "\"";
  }

  /** The place of a line of the attached document, as tasks write it. */
  private static String anchor(DemoServer demo, int line) throws Exception {
    WuyouProcess.Ended asked =
        demo.wuyou(
            "query",
            "-e",
            "{ policyBundle(region: \"%s\") { attachedDocument { lines(from: %d, first: 1) { anchor } } } }"
                .formatted(REGION, line));
    return json(asked.out()).at("/data/policyBundle/attachedDocument/lines/0/anchor").asText();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static void ok(WuyouProcess.Ended ended) {
    assertEquals(0, ended.exit(), ended.all());
  }

  private byte[] word(List<String> paragraphs) throws IOException {
    StringBuilder body = new StringBuilder();
    paragraphs.forEach(
        text -> body.append("<w:p><w:r><w:t>").append(text).append("</w:t></w:r></w:p>"));
    return zip(
        "word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + body
            + "</w:body></w:document>");
  }

  private byte[] zip(String name, String text) throws IOException {
    Path file = folder.resolve("word.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(name));
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    return Files.readAllBytes(file);
  }
}

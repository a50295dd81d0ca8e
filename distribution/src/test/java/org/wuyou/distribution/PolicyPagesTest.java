package org.wuyou.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("The policy pages in Chromium")
@ExtendWith(WithDemo.class)
class PolicyPagesTest {
  private static Chromium chromium;

  @BeforeAll
  static void openBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  static void closeBrowser() {
    chromium.close();
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertEquals(List.of(), chromium.faults(), "errors in the page");
  }

  @Test
  void the_board_shows_value_threshold_and_status_and_who_is_missing(DemoServer demo)
      throws IOException {
    Page page = chromium.open(demo, "#/targets/140500?year=2021", demo.token());
    Locator coverage = Chromium.row(page, "JC-N01");
    assertThat(coverage).containsText("54.81 %");
    assertThat(coverage).containsText("≥ 100 %");
    assertThat(coverage).containsText("未完成");
    coverage.getByText("不符合 47 个").click();
    assertThat(coverage.getByRole(AriaRole.LIST).first()).containsText("（虚构）");
    Chromium.shot(page, "targets-zh");
  }

  @Test
  void the_board_of_a_county_is_chosen_and_kept_in_the_address(DemoServer demo) throws IOException {
    Page page = chromium.open(demo, "#/targets/140500?year=2021", demo.token());
    assertThat(Chromium.row(page, "JC-N01")).containsText("54.81 %");
    page.getByLabel("市、县").selectOption("140581");
    assertThat(Chromium.row(page, "JC-N01")).not().containsText("54.81 %");
    assertTrue(page.url().contains("scope=140581"), page.url());
  }

  @Test
  void an_as_of_day_before_the_due_day_says_not_due_instead_of_not_met(DemoServer demo)
      throws IOException {
    Page page = chromium.open(demo, "#/targets/140500?year=2021&asOf=2021-06-30", demo.token());
    assertThat(Chromium.row(page, "JC-N01")).containsText("未到期");
  }

  @Test
  void a_rule_stands_on_one_screen_with_article_departments_readings_and_figures(DemoServer demo)
      throws IOException {
    Page page = chromium.open(demo, "#/rules/140500", demo.token());
    page.getByLabel("在表中查找").fill("机构占比");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("机构占比")).click();
    Locator rule = page.getByRole(AriaRole.ARTICLE);
    assertThat(rule).containsText("达到 19 %");
    assertThat(rule).containsText("市工信局");
    assertThat(rule).containsText("A-03");
    Chromium.shot(page, "rule-zh");
  }

  @Test
  void an_enterprise_is_found_and_told_what_it_lacks(DemoServer demo) throws IOException {
    Page page = chromium.open(demo, "#/enterprises", demo.token());
    page.getByLabel("名称、曾用名或代码").fill("高平示例金禾汽车零部件一〇〇号");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查找")).click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("一〇〇号")).first().click();
    Locator article = page.getByRole(AriaRole.ARTICLE);
    page.getByLabel("年度").selectOption("2021");
    assertThat(article).containsText("不具备 有机构");
    assertThat(article.locator("[data-rule='fiveHaves']")).containsText("不符合");
    Chromium.shot(page, "enterprise-zh");
  }

  @Test
  void what_is_not_there_says_what_to_do(DemoServer demo) throws IOException {
    Page page = chromium.open(demo, "#/enterprises?search=没有这家", demo.token());
    assertThat(page.getByText("试试名称里的几个字")).isVisible();
    page.navigate("/console#/targets/110000");
    assertThat(page.getByText("区域 110000 没有政策包")).isVisible();
  }

  @Test
  void pages_speak_english_and_fit_a_phone(DemoServer demo) throws IOException {
    Page page = chromium.open(demo, "#/targets/140500?year=2021", demo.token());
    assertThat(Chromium.row(page, "JC-N01")).isVisible();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English")).click();
    assertThat(Chromium.row(page, "JC-N01")).containsText("Not met");
    page.setViewportSize(390, 844);
    assertTrue(Chromium.fits(page), "no sideways scrolling");
    Chromium.shot(page, "targets-phone-en");
  }

  @Test
  void columns_are_ordered_from_the_keyboard(DemoServer demo) throws IOException {
    Page page = chromium.open(demo, "#/targets/140500?year=2021", demo.token());
    Locator head = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("应达"));
    head.focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    assertThat(page.locator("tbody tr").first()).containsText("100 %");
    assertThat(page.locator("th[aria-sort='descending']")).containsText("应达");
  }

  @Test
  void a_changed_figure_shows_who_gains_by_county_and_the_line_over_a_range(DemoServer demo)
      throws IOException {
    Page page = chromium.open(demo, "#/what-if/140500", demo.token());
    assertThat(page.getByText("先选一条规则")).isVisible();
    page.locator("#rule").selectOption("JC-N05");
    page.locator("[name=year]").fill("2021");
    page.locator("[name='p.middleGrowth']").fill("5");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("试算").setExact(true))
        .click();
    assertThat(page.getByText("得益 / 受损").first()).isVisible();
    assertThat(Chromium.row(page, "140581")).containsText("高平市");
    page.locator("[name=vary]").selectOption("middleGrowth");
    page.locator("[name=from]").fill("5");
    page.locator("[name=to]").fill("55");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("画线")).click();
    assertThat(page.locator("line-chart circle")).hasCount(11);
    assertTrue(page.url().contains("p.middleGrowth=5"), page.url());
    Chromium.shot(page, "what-if-zh");
  }

  @Test
  void a_scorecard_sets_the_counties_beside_each_other_with_ranks_and_sources(DemoServer demo)
      throws IOException {
    Page page = chromium.open(demo, "#/scorecards/140500", demo.token());
    Locator card = page.locator("[data-scorecard='countyScorecard']");
    Locator county = card.locator("tr[data-row='140581']");
    assertThat(county).containsText("高平市");
    assertThat(county).containsText("%");
    assertThat(county.locator(".rank")).hasCount(2);
    assertThat(card.locator("tr[data-row='140500']")).containsText("全区域");
    assertThat(card).containsText("文件没有给出权重");
    card.locator(".items a").first().click();
    assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("机构占比");
    page.goBack();
    assertThat(county).isVisible();
    Chromium.shot(page, "scorecards-zh");
    page.setViewportSize(390, 844);
    assertTrue(Chromium.fits(page), "no sideways scrolling");
    Chromium.shot(page, "scorecards-phone-zh");
  }

  @Test
  void a_region_without_a_scorecard_says_so_in_both_languages(DemoServer demo) throws IOException {
    Page page = chromium.open(demo, "#/scorecards/371300", demo.token());
    assertThat(page.getByText("这个政策包没有评分表")).isVisible();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English")).click();
    assertThat(page.getByText("This bundle has no scorecard")).isVisible();
  }

  @Test
  void every_clause_and_figure_says_where_it_lives_and_which_case_exercises_it(DemoServer demo)
      throws IOException {
    Page page = chromium.open(demo, "#/coverage/140500", demo.token());
    Locator target = Chromium.row(page, "JC-T2");
    assertThat(target).containsText("已落实");
    assertThat(target).containsText("targets/overall.yaml");
    target.getByText("个用例").first().click();
    assertThat(target.getByRole(AriaRole.LISTITEM).first()).isVisible();
    assertThat(Chromium.row(page, "JC-N02")).containsText("targets/overall.yaml");
    Chromium.shot(page, "coverage-zh");
  }

  @Test
  void a_reader_sees_the_policies_and_no_administration(DemoServer demo) throws Exception {
    String mutation =
        "mutation { tokenCreate(input: {name: \"planner\", roles: [READER]}) { token } }";
    WuyouProcess.Ended made = demo.wuyou("query", "-e", mutation);
    assertEquals(0, made.exit(), made.all());
    String token = made.out().replaceAll("(?s).*\"token\" : \"([^\"]+)\".*", "$1");
    Page page = chromium.open(demo, "#/targets/140500?year=2021", token);
    assertThat(Chromium.row(page, "JC-N01")).isVisible();
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("插件")))
        .hasCount(0);
  }
}

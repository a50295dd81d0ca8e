package org.wuyou.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The console in Chromium")
@ExtendWith(WithDemo.class)
class ConsolePageTest {
  private static final Path SHOTS = ImageFiles.IMAGE.resolve("../screenshots");
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> faults = new ArrayList<>();
  private BrowserContext context;
  private Page page;
  @TempDir Path folder;

  @BeforeAll
  static void openBrowser() {
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void closeBrowser() {
    playwright.close();
  }

  @BeforeEach
  void openPage(DemoServer demo) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(demo.url.toString())
                .setViewportSize(1200, 800));
    page = context.newPage();
    page.onPageError(faults::add);
    page.navigate("/console#/plugins");
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    context.close();
    assertEquals(List.of(), faults, "errors in the page");
  }

  @Test
  void a_wrong_token_is_refused_with_what_to_do() {
    signIn("wrong");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("令牌无效");
    assertThat(page.getByLabel("访问令牌")).isVisible();
  }

  @Test
  void shows_the_plugins_and_their_state_in_both_languages(DemoServer demo) throws IOException {
    signIn(demo.token());
    assertThat(row("region-jincheng")).containsText("运行中");
    shot("plugins-zh");
    page.getByRole(AriaRole.BUTTON, named("English")).click();
    assertThat(row("region-jincheng")).containsText("Active");
    assertEquals("en", page.locator("html").getAttribute("lang"));
    shot("plugins-en");
  }

  @Test
  void a_file_that_is_no_plugin_is_refused_with_the_reason_and_changes_nothing(DemoServer demo)
      throws IOException {
    signIn(demo.token());
    Path bad = Files.writeString(folder.resolve("bad.jar"), "this is no jar");
    page.locator("#file").setInputFiles(bad);
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("不能生效");
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("处理");
    shot("refused-zh");
    page.getByRole(AriaRole.BUTTON, named("关闭")).click();
    assertThat(row("registry")).containsText("运行中");
  }

  @Test
  void updates_and_rolls_back_a_bundle_after_showing_what_changes(DemoServer demo)
      throws Exception {
    signIn(demo.token());
    Path update = PluginJars.withVersion("wuyou-region-panjin", "0.1.9", folder);
    page.locator("#file").setInputFiles(update);
    assertThat(page.getByRole(AriaRole.HEADING, heading("更新 region-panjin"))).isVisible();
    shot("impact-zh");
    page.getByRole(AriaRole.BUTTON, named("确认生效")).click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("更新 region-panjin");
    assertThat(row("region-panjin")).containsText("0.1.9");
    row("region-panjin").getByText("回退到").click();
    page.getByRole(AriaRole.BUTTON, named("确认生效")).click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("回退 region-panjin");
    assertThat(row("region-panjin")).containsText("0.1.0");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("变更记录")).click();
    assertThat(page.locator("change-log")).containsText("region-panjin");
    shot("log-zh");
  }

  @Test
  void removes_a_plugin_only_after_a_yes_and_installs_it_again(DemoServer demo) throws Exception {
    signIn(demo.token());
    row("region-linyi").getByText("移除").click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("数据会保留");
    page.keyboard().press("Escape");
    assertThat(row("region-linyi")).containsText("运行中");
    row("region-linyi").getByText("移除").click();
    page.getByRole(AriaRole.BUTTON, named("确认移除")).click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("移除 region-linyi");
    page.locator("#file").setInputFiles(PluginJars.ofImage("wuyou-region-linyi"));
    page.getByRole(AriaRole.BUTTON, named("确认生效")).click();
    assertThat(row("region-linyi")).containsText("运行中");
  }

  @Test
  void can_be_used_with_the_keyboard_alone(DemoServer demo) throws IOException {
    page.keyboard().type(demo.token());
    page.keyboard().press("Enter");
    assertThat(row("registry")).isVisible();
    for (int steps = 0; steps < 12 && !focused().contains("变更记录"); steps++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator("change-log")).isVisible();
  }

  @Test
  void fits_a_phone(DemoServer demo) throws IOException {
    page.setViewportSize(390, 844);
    shot("sign-in-phone");
    signIn(demo.token());
    assertThat(row("registry")).isVisible();
    shot("plugins-phone");
    assertTrue(
        (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"),
        "no sideways scrolling");
  }

  private void signIn(String token) {
    page.getByLabel("访问令牌").fill(token);
    page.getByRole(AriaRole.BUTTON, named("登录")).click();
  }

  private com.microsoft.playwright.Locator row(String plugin) {
    return page.locator("tr[data-plugin='" + plugin + "']");
  }

  /** The text of the element that has the focus, also within components. */
  private String focused() {
    return String.valueOf(
        page.evaluate(
            "(() => { let at = document.activeElement;"
                + " while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;"
                + " return at?.textContent ?? ''; })()"));
  }

  private void shot(String name) throws IOException {
    Files.createDirectories(SHOTS);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions heading(String start) {
    return new Page.GetByRoleOptions().setName(start);
  }

  private static Path chromium() {
    return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .stream()
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no Chromium; install it: apt-get install chromium"));
  }
}

package org.wuyou.distribution;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One browser on the console of a demonstration; remembers errors of the pages. */
final class Chromium implements AutoCloseable {
  private static final Path SHOTS = ImageFiles.IMAGE.resolve("../screenshots");

  private final Playwright playwright = Playwright.create();
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(program())
                  .setArgs(List.of("--no-sandbox")));
  private final List<String> faults = new ArrayList<>();

  /** A fresh tab at a place of the console, signed in if there is a token. */
  Page open(DemoServer demo, String place, String token) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(demo.url.toString())
                .setViewportSize(1200, 800));
    Page page = context.newPage();
    page.onPageError(faults::add);
    page.navigate("/console" + place);
    if (!token.isEmpty()) {
      page.getByLabel("访问令牌").fill(token);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录")).click();
    }
    return page;
  }

  /** What went wrong in the pages, unseen by whoever looks at them. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** A picture for people to look at. */
  static void shot(Page page, String name) throws IOException {
    Files.createDirectories(SHOTS);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }

  /** The row of that id in a table of the page. */
  static Locator row(Page page, String id) {
    return page.locator("tr[data-row='" + id + "']");
  }

  /** Whether the page needs no scrolling sideways. */
  static boolean fits(Page page) {
    return (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Path program() {
    return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .stream()
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no Chromium; install it: apt-get install chromium"));
  }
}

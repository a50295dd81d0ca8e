package org.wuyou.gateway.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The GraphiQL page in Chromium")
class GraphiqlPageTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  @Test
  void runs_queries_and_subscriptions_with_the_token_entered_and_breaks_no_policy()
      throws Exception {
    assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed");
    try (TestServer server = TestServer.start();
        Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")))) {
      Page page = browser.newPage(new Browser.NewPageOptions().setLocale("en-US"));
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              complaints.add(message.text());
            }
          });
      page.onPageError(complaints::add);
      page.navigate(server.uri("/graphiql").toString());
      assertThat(page.locator("#state")).hasText("No token yet");
      page.fill("#token", TestServer.TOKEN);
      page.click("#use");
      assertThat(page.locator("#state")).hasText("Kept in this tab only");
      run(page, "{ hello(name: \"Wuyou\") }");
      assertThat(page.locator(".result-window")).containsText("你好 Wuyou");
      run(page, "subscription { tickChanged { effect } }");
      assertThat(page.locator(".result-window")).containsText("\"effect\": \"CREATED\"");
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/graphiql.png")));
      assertEquals(List.of(), complaints);
    }
  }

  private static void run(Page page, String query) {
    page.click(".graphiql-query-editor .CodeMirror");
    page.keyboard().press("Control+A");
    page.keyboard().press("Delete");
    page.keyboard().insertText(query);
    page.click(".graphiql-execute-button");
  }
}

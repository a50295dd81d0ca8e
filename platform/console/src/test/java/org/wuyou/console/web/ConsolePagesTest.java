package org.wuyou.console.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The files of the console")
class ConsolePagesTest {
  private final ConsolePages pages = new ConsolePages();

  @Test
  void the_first_page_names_libraries_that_are_there() {
    String page = text("/console");
    List<String> libraries =
        Pattern.compile("\"(/console/lib/[^\"]+\\.js)\"")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertEquals(4, libraries.size(), page);
    libraries.forEach(path -> assertTrue(pages.at(path).isPresent(), path));
  }

  @Test
  void every_module_imports_modules_that_are_there() {
    for (String module : List.of("app", "api", "sign-in", "plugin-list", "upload-area")) {
      Pattern.compile("(?:from|import) '\\./([^']+)'")
          .matcher(text("/console/" + module + ".js"))
          .results()
          .forEach(found -> assertTrue(pages.at("/console/" + found.group(1)).isPresent()));
    }
  }

  @Test
  void the_browser_is_told_to_run_our_files_only() {
    String policy = pages.at("/console/").orElseThrow().headers().get("Content-Security-Policy");
    assertTrue(policy.contains("script-src 'self' 'sha256-"), policy);
    assertFalse(policy.contains("script-src 'self' 'unsafe-inline'"), policy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/../cli/Messages.properties",
        "/console/lib/../../MANIFEST.MF",
        "/console/app.class",
        "/console/nothing.js",
        "/console/lib/lit/3.3.3/package.json",
        "/console//etc/passwd.js"
      })
  void other_files_of_the_class_path_are_not_given(String path) {
    assertTrue(pages.at(path).isEmpty(), path);
  }

  private String text(String path) {
    return new String(pages.at(path).orElseThrow().body(), StandardCharsets.UTF_8);
  }
}

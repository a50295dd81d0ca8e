package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of the reference, as they stand there, make bundles whose cases hold. */
@DisplayName("The reference of the bundle format")
class BundleFormatTests {
  private static final Path REFERENCE =
      Path.of(System.getProperty("wuyou.root"), "platform/docs/bundle-format.md");
  private static final Path FURTHER =
      Path.of(System.getProperty("wuyou.root"), "platform/policy/src/test/examples");
  private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```yaml\n# (\\S+)\n(.*?)^```");

  @TestFactory
  List<DynamicTest> has_examples_that_compile_and_hold() throws IOException {
    Map<String, SortedMap<String, String>> sections = sections(Files.readString(REFERENCE));
    String bundle = sections.get("The bundle").get("bundle.yaml");
    List<DynamicTest> tests = new ArrayList<>();
    sections.forEach(
        (heading, files) -> {
          SortedMap<String, String> all = new TreeMap<>(files);
          all.put("bundle.yaml", bundle);
          tests.add(DynamicTest.dynamicTest(heading, () -> holds(all)));
        });
    assertTrue(tests.size() >= 9, () -> "only " + sections.keySet());
    return tests;
  }

  /**
   * The files of every section of the reference, and of further examples that would be too much
   * there, each with the bundle they belong to.
   */
  static Map<String, SortedMap<String, String>> examples() throws IOException {
    Map<String, SortedMap<String, String>> all = sections(Files.readString(REFERENCE));
    for (String further : List.of("amounts", "indicators")) {
      all.put(further, new TreeMap<>(BundleSource.read(FURTHER.resolve(further)).files()));
    }
    String bundle = all.get("The bundle").get("bundle.yaml");
    all.values().forEach(files -> files.put("bundle.yaml", bundle));
    return all;
  }

  /** The files of one section of the reference, with its bundle. */
  static SortedMap<String, String> example(String heading) throws IOException {
    Map<String, SortedMap<String, String>> all = sections(Files.readString(REFERENCE));
    SortedMap<String, String> files =
        all.entrySet().stream()
            .filter(section -> section.getKey().startsWith(heading))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    files.put("bundle.yaml", all.get("The bundle").get("bundle.yaml"));
    return files;
  }

  private static Map<String, SortedMap<String, String>> sections(String text) {
    Map<String, SortedMap<String, String>> sections = new LinkedHashMap<>();
    List<Integer> starts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Matcher headings = HEADING.matcher(text);
    while (headings.find()) {
      starts.add(headings.end());
      names.add(headings.group(1));
    }
    for (int i = 0; i < names.size(); i++) {
      int end = i + 1 < names.size() ? starts.get(i + 1) : text.length();
      Matcher fences = FENCE.matcher(text.substring(starts.get(i), end));
      SortedMap<String, String> files = new TreeMap<>();
      while (fences.find()) {
        files.put(fences.group(1), fences.group(2));
      }
      if (!files.isEmpty()) {
        sections.put(names.get(i), files);
      }
    }
    return sections;
  }

  private static void holds(SortedMap<String, String> files) {
    Compilation compilation =
        PolicyCompiler.compile(new BundleSource(files), RegisterCatalogue.WITH_CLAIMS);
    String problems =
        switch (compilation) {
          case Compilation.Compiled compiled -> "";
          case Compilation.Rejected rejected ->
              String.join(
                  "\n", rejected.problems().stream().map(p -> p.text(Locale.ENGLISH)).toList());
        };
    assertEquals("", problems);
  }
}

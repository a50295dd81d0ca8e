package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Yaml;

/**
 * Every key of the reference's examples with a slip in it, once in each place where keys may stand:
 * its name misspelt, its value of another shape, its value a word that means nothing. What is told
 * is kept as golden files.
 */
@DisplayName("A slip in an example of the reference")
@Tag("seeded")
class SlipTests {
  private static final Pattern KEY = Pattern.compile("(?<=[\\s{,-])(\\w+):(?= |\n)");

  /** Below these a name is anybody's choice. */
  private static final Set<String> NAMED =
      Set.of(
          "parameters",
          "readings",
          "facts",
          "indicators",
          "choices",
          "departments",
          "given",
          "values",
          "statistics");

  @TestFactory
  Stream<DynamicTest> is_told_where_it_stands() throws IOException {
    Set<String> slipped = new HashSet<>();
    List<DynamicTest> tests = new ArrayList<>();
    BundleFormatTests.examples()
        .forEach(
            (heading, files) -> {
              List<Slip> slips = new ArrayList<>();
              files.forEach(
                  (file, text) -> {
                    if (!file.equals("bundle.yaml") || files.size() == 1) {
                      slips.addAll(slips(file, text, slipped));
                    }
                  });
              tests.add(DynamicTest.dynamicTest(heading, () -> told(heading, files, slips)));
            });
    return tests.stream();
  }

  private static void told(String heading, SortedMap<String, String> files, List<Slip> slips)
      throws IOException {
    assertTrue(!slips.isEmpty(), "no slip was made");
    StringBuilder text = new StringBuilder();
    BundleSource source = lean(files);
    for (Slip slip : slips) {
      BundleSource wrong = source.with(slip.file(), slip.text());
      text.append(slip.file()).append(' ').append(slip.what()).append('\n');
      problems(wrong).forEach(line -> text.append("  ").append(line).append('\n'));
    }
    Golden.matches("slips/" + ReferenceAnswersTests.file(heading), text.toString());
  }

  /**
   * Without the shared practice, where an example does without: it would be read for every slip.
   */
  private static BundleSource lean(SortedMap<String, String> files) {
    BundleSource whole = new BundleSource(files);
    BundleSource lean =
        whole.with("bundle.yaml", files.get("bundle.yaml").replace("uses: [register]\n", "\n"));
    boolean enough =
        files.size() > 1
            && PolicyCompiler.read(lean, RegisterCatalogue.WITH_CLAIMS)
                instanceof Compilation.Compiled;
    return enough ? lean : whole;
  }

  private static List<String> problems(BundleSource wrong) {
    return switch (PolicyCompiler.compile(wrong, RegisterCatalogue.WITH_CLAIMS)) {
      case Compilation.Compiled compiled -> List.of("nothing wrong");
      case Compilation.Rejected rejected ->
          rejected.problems().stream()
              .limit(4)
              .map(
                  problem ->
                      problem.code()
                          + " "
                          + problem.file()
                          + ":"
                          + problem.line()
                          + ":"
                          + problem.column()
                          + "+"
                          + problem.length()
                          + " "
                          + problem.message().in(Locale.ENGLISH))
              .toList();
    };
  }

  private record Slip(String file, String what, String text) {}

  private static List<Slip> slips(String file, String text, Set<String> slipped) {
    Map<String, String> places = places(file, text);
    List<Slip> slips = new ArrayList<>();
    Matcher keys = KEY.matcher(text);
    while (keys.find()) {
      String key = keys.group(1);
      int end = keys.end() + 1;
      if (end > text.length() || !slipped.add(places.getOrDefault(at(text, keys.start(1)), key))) {
        continue;
      }
      slips.add(slip(file, key + " misspelt", text, keys.start(1), keys.end(1), key + "z"));
      String value = text.substring(end, end(text, end));
      if (value.isBlank()) {
        continue;
      }
      boolean bracketed = value.startsWith("{") || value.startsWith("[");
      slips.add(
          slip(
              file,
              key + " of another shape",
              text,
              end,
              end + value.length(),
              bracketed ? "plain" : "[listed]"));
      if (!bracketed) {
        slips.add(
            slip(file, key + " without meaning", text, end, end + value.length(), "nonsense"));
      }
    }
    return slips;
  }

  /** Line and column of a character. */
  private static String at(String text, int offset) {
    int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    int begin = text.lastIndexOf('\n', offset - 1) + 1;
    return line + ":" + (text.codePointCount(begin, offset) + 1);
  }

  /** The path to each key of a file, by where the key stands. */
  private static Map<String, String> places(String file, String text) {
    Map<String, String> places = new HashMap<>();
    Yaml.read(file, text, new Problems(new TreeMap<>()))
        .ifPresent(yaml -> places(file.endsWith(".cases.yaml") ? "cases" : "", "", yaml, places));
    return places;
  }

  private static void places(String path, String last, Yaml yaml, Map<String, String> places) {
    switch (yaml) {
      case Yaml.Scalar scalar -> {}
      case Yaml.Sequence sequence ->
          sequence.items().forEach(item -> places(path + "[]", "", item, places));
      case Yaml.Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  (key, value) -> {
                    String name = NAMED.contains(last) ? "*" : key.text();
                    String place = place(path, name);
                    places.putIfAbsent(key.spot().line() + ":" + key.spot().column(), place);
                    places(place, name, value, places);
                  });
    }
  }

  /** Texts in two languages are read alike wherever they stand, and so are facts given. */
  private static String place(String path, String name) {
    boolean language = name.equals("zh") || name.equals("en");
    boolean given = path.contains("cases[].given.*") && !name.equals("repeat");
    return language ? "." + name : given ? "fact " + name : path + "." + name;
  }

  private static Slip slip(
      String file, String what, String text, int from, int to, String instead) {
    return new Slip(file, what, text.substring(0, from) + instead + text.substring(to));
  }

  /** Where the value that begins there ends: with its bracket or quote, or before the next key. */
  private static int end(String text, int start) {
    int depth = 0;
    char quote = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'' && i == start) {
        quote = c;
      } else if (c == '{' || c == '[' || c == '(') {
        depth++;
      } else if (depth > 0 && (c == '}' || c == ']' || c == ')')) {
        depth--;
        if (depth == 0 && c != ')' && "{[".indexOf(text.charAt(start)) >= 0) {
          return i + 1;
        }
      } else if (depth == 0 && (c == '}' || c == '\n' || c == ',')) {
        return i;
      }
    }
    return text.length();
  }
}

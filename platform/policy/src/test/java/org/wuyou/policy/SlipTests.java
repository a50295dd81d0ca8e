package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every key of the reference's examples with a slip in it, once in each file: its name misspelt,
 * its value of another shape, its value a word that means nothing. What is told is kept as golden
 * files.
 */
@DisplayName("A slip in an example of the reference")
class SlipTests {
  private static final Pattern KEY = Pattern.compile("(?<=[\\s{,-])(\\w+):(?= |\n)");

  @TestFactory
  Stream<DynamicTest> is_told_where_it_stands() throws IOException {
    return BundleFormatTests.examples().entrySet().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getKey(), () -> told(example.getKey(), example.getValue())));
  }

  private static void told(String heading, SortedMap<String, String> files) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String file : files.keySet()) {
      if (file.equals("bundle.yaml") && files.size() > 1) {
        continue;
      }
      for (Slip slip : slips(files.get(file))) {
        BundleSource wrong = new BundleSource(files).with(file, slip.text());
        text.append(file).append(' ').append(slip.what()).append('\n');
        problems(wrong).forEach(line -> text.append("  ").append(line).append('\n'));
      }
    }
    assertTrue(text.length() > 0, "no slip was made");
    Golden.matches("slips/" + ReferenceAnswersTests.file(heading), text.toString());
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

  private record Slip(String what, String text) {}

  private static List<Slip> slips(String text) {
    List<Slip> slips = new ArrayList<>();
    Set<String> slipped = new HashSet<>();
    Matcher keys = KEY.matcher(text);
    while (keys.find()) {
      String key = keys.group(1);
      int end = keys.end() + 1;
      if (end > text.length() || !slipped.add(key)) {
        continue;
      }
      slips.add(slip(key + " misspelt", text, keys.start(1), keys.end(1), key + "z"));
      String value = text.substring(end, end(text, end));
      if (value.isBlank()) {
        continue;
      }
      boolean bracketed = value.startsWith("{") || value.startsWith("[");
      slips.add(
          slip(
              key + " of another shape",
              text,
              end,
              end + value.length(),
              bracketed ? "plain" : "[listed]"));
      if (!bracketed) {
        slips.add(slip(key + " without meaning", text, end, end + value.length(), "nonsense"));
      }
    }
    return slips;
  }

  private static Slip slip(String what, String text, int from, int to, String instead) {
    return new Slip(what, text.substring(0, from) + instead + text.substring(to));
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

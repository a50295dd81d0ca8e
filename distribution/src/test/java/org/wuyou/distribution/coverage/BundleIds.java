package org.wuyou.distribution.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of policy bundles by the clause and target ids that stand in them, comments apart. */
final class BundleIds {
  private static final Pattern ID =
      Pattern.compile("(?<![A-Za-z0-9.-])[A-Z]{2}-[A-Za-z0-9]+(?:\\.[a-z0-9]+)*(?![A-Za-z0-9-])");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

  private BundleIds() {}

  static SortedMap<String, SortedSet<String>> of(Path root) throws IOException {
    SortedMap<String, SortedSet<String>> files = new TreeMap<>();
    for (Path file : yamlFiles(root.resolve("plugins"))) {
      for (String line : Files.readAllLines(file)) {
        Matcher id = ID.matcher(COMMENT.matcher(line).replaceAll(""));
        while (id.find()) {
          files
              .computeIfAbsent(id.group(), absent -> new TreeSet<>())
              .add(root.relativize(file).toString());
        }
      }
    }
    return files;
  }

  private static List<Path> yamlFiles(Path plugins) throws IOException {
    try (Stream<Path> all = Files.walk(plugins)) {
      return all.filter(
              file ->
                  file.toString().contains("/src/main/policy/")
                      && file.toString().endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }
}

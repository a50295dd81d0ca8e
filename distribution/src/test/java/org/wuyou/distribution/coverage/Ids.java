package org.wuyou.distribution.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What there is to cover. */
record Ids(SortedSet<String> capabilities, SortedSet<String> clauses, SortedSet<String> targets) {
  private static final Pattern CAPABILITY = Pattern.compile("^\\| ([A-Z]{2,3}-\\d{2}) \\|.*");
  private static final Pattern CLAUSE = Pattern.compile("^\\| ([A-Z]{2}-[A-Za-z0-9.]+) \\|.*");

  /** From the catalogue beside the product if it is there, else from the list shipped with it. */
  static Ids read(Path domain, Path shipped) throws IOException {
    return Files.isDirectory(domain) ? fromDomain(domain) : fromList(shipped);
  }

  static Ids fromDomain(Path domain) throws IOException {
    SortedSet<String> targets = new TreeSet<>();
    JsonNode list = new ObjectMapper().readTree(domain.resolve("targets.json").toFile());
    list.forEach(target -> targets.add(target.path("id").asText()));
    return new Ids(
        firstColumn(domain.resolve("capabilities.md"), CAPABILITY),
        firstColumn(domain.resolve("catalogue.md"), CLAUSE),
        targets);
  }

  static Ids fromList(Path file) throws IOException {
    return new Ids(of(file, "capability "), of(file, "clause "), of(file, "target "));
  }

  private static SortedSet<String> firstColumn(Path table, Pattern row) throws IOException {
    try (Stream<String> lines = Files.lines(table)) {
      SortedSet<String> ids = new TreeSet<>();
      lines.map(row::matcher).filter(m -> m.matches()).forEach(m -> ids.add(m.group(1)));
      return ids;
    }
  }

  private static SortedSet<String> of(Path file, String kind) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      SortedSet<String> ids = new TreeSet<>();
      lines
          .filter(line -> line.startsWith(kind))
          .forEach(line -> ids.add(line.substring(kind.length()).strip()));
      return ids;
    }
  }
}

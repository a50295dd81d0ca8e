package org.wuyou.distribution.coverage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes {@code coverage.json}: for capabilities, clauses and targets how many there are, how many
 * are shown by a test that passed or stand in a bundle, which are missing, and where the others
 * are.
 */
public final class CoverageReport {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private CoverageReport() {}

  /** Arguments: the root of the sources, the folder of the catalogue, the file to write. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
    Ids ids =
        Ids.read(Path.of(arguments[1]), root.resolve("distribution/src/main/coverage/ids.txt"));
    ObjectNode report = of(ids, TestTags.of(root), BundleIds.of(root));
    JSON.writeValue(Path.of(arguments[2]).toFile(), report);
    report
        .fields()
        .forEachRemaining(
            kind ->
                System.out.printf(
                    "coverage: %s %d of %d%n",
                    kind.getKey(),
                    kind.getValue().path("covered").asInt(),
                    kind.getValue().path("total").asInt()));
  }

  static ObjectNode of(
      Ids ids,
      SortedMap<String, SortedSet<String>> tests,
      SortedMap<String, SortedSet<String>> files) {
    ObjectNode report = JSON.createObjectNode();
    // A capability is something the product does, so only a test can show it.
    report.set("capabilities", kind(ids.capabilities(), tests));
    SortedMap<String, SortedSet<String>> both = new TreeMap<>(files);
    tests.forEach(
        (id, names) ->
            both.merge(
                id,
                names,
                (some, more) -> {
                  SortedSet<String> all = new TreeSet<>(some);
                  all.addAll(more);
                  return all;
                }));
    report.set("clauses", kind(ids.clauses(), both));
    report.set("targets", kind(ids.targets(), both));
    return report;
  }

  private static ObjectNode kind(
      SortedSet<String> ids, SortedMap<String, SortedSet<String>> evidence) {
    ObjectNode kind = JSON.createObjectNode();
    ArrayNode missing = JSON.createArrayNode();
    ObjectNode where = JSON.createObjectNode();
    for (String id : ids) {
      SortedSet<String> found = evidence.get(id);
      if (found == null) {
        missing.add(id);
      } else {
        found.forEach(where.withArray(id)::add);
      }
    }
    kind.put("total", ids.size()).put("covered", ids.size() - missing.size());
    kind.set("missing", missing);
    kind.set("where", where);
    return kind;
  }
}

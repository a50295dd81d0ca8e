package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One case: facts given, an answer expected, and what another reading would give. */
record OracleCase(
    String id,
    String region,
    String topic,
    String title,
    Optional<LocalDate> asOf,
    JsonNode clauses,
    JsonNode given,
    JsonNode ask,
    JsonNode expect,
    JsonNode alt) {

  /** All cases of the folder's JSON files, in order of file and place. */
  static List<OracleCase> in(Path folder) throws IOException {
    List<OracleCase> cases = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        for (JsonNode node : json.readTree(file.toFile())) {
          cases.add(of(node));
        }
      }
    }
    return cases;
  }

  private static OracleCase of(JsonNode node) {
    return new OracleCase(
        node.path("id").asText(),
        node.path("region").asText(),
        node.path("topic").asText(),
        node.path("title").asText(),
        node.path("as_of").isTextual()
            ? Optional.of(LocalDate.parse(node.path("as_of").asText().substring(0, 10)))
            : Optional.empty(),
        node.path("clauses"),
        node.path("given"),
        node.path("ask"),
        node.path("expect"),
        node.path("alt"));
  }

  /** The kind of question, by which its adapter is found. */
  String kind() {
    return region + "/" + topic;
  }
}

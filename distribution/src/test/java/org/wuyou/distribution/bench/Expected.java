package org.wuyou.distribution.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The checksums of exact arithmetic, by size of the population and result. */
record Expected(Map<Integer, Map<String, Double>> sums) {
  private static final String EXACT = "-exact";

  static Expected read(Path file) throws IOException {
    Map<Integer, Map<String, Double>> sums = new HashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        JsonNode run = new ObjectMapper().readTree(line);
        if (run.path("baseline").asText().endsWith(EXACT)) {
          Map<String, Double> checksums = new LinkedHashMap<>();
          run.path("checksum")
              .fields()
              .forEachRemaining(sum -> checksums.put(sum.getKey(), sum.getValue().asDouble()));
          sums.put(run.path("n").asInt(), checksums);
        }
      }
    }
    return new Expected(sums);
  }

  Map<String, Double> of(int size) {
    return sums.getOrDefault(size, Map.of());
  }
}

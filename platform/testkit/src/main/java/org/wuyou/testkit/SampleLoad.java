package org.wuyou.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Loads a module's sample through the file exchange, as the demonstration does. */
public final class SampleLoad {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SampleLoad() {}

  /**
   * Sends every file; those whose references are not there yet are tried again after the others.
   *
   * @throws AssertionError if some rows are refused in the end
   */
  public static void of(GraphqlClient client, String module) throws IOException {
    Path folder =
        PluginFolder.root().resolve(module).resolve("src/main/resources/META-INF/wuyou/sample");
    Deque<Path> waiting = new ArrayDeque<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.sorted().forEach(waiting::add);
    }
    List<String> refused = new ArrayList<>();
    for (int tries = waiting.size() * waiting.size(); !waiting.isEmpty() && tries > 0; tries--) {
      Path file = waiting.remove();
      String answer = send(client, file);
      if (!JSON.readTree(answer).path("errors").isEmpty()) {
        waiting.add(file);
        refused.add(file.getFileName() + ": " + answer);
      }
    }
    if (!waiting.isEmpty()) {
      throw new AssertionError(refused.getLast());
    }
  }

  private static String send(GraphqlClient client, Path file) throws IOException {
    String entity = String.valueOf(file.getFileName()).replace(".csv", "");
    return client
        .send(
            client
                .request("/files/" + entity + "?mode=commit&name=" + file.getFileName())
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(Files.readAllBytes(file)))
                .build())
        .body();
  }
}

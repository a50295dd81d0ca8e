package org.wuyou.registry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.wuyou.testkit.GraphqlClient;

/** One subscription over the event stream, read as it comes. */
final class Watching implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "data: ";

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Stream<String> body;

  /** Returns when the subscription has begun. */
  Watching(GraphqlClient client, String query) throws IOException, InterruptedException {
    HttpResponse<Stream<String>> answer =
        http.send(
            client
                .request("/graphql")
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of("query", query))))
                .build(),
            BodyHandlers.ofLines());
    body = answer.body();
    Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try {
      body.filter(line -> line.startsWith("event: c") || line.startsWith(DATA)).forEach(lines::add);
    } catch (UncheckedIOException gone) {
      lines.add("the connection is closed");
    }
  }

  /** The next event's data; fails if none comes. */
  JsonNode next() throws InterruptedException, IOException {
    String line = line();
    if (!line.startsWith(DATA)) {
      throw new AssertionError("the stream ended: " + line);
    }
    return JSON.readTree(line.substring(DATA.length()));
  }

  /** Whether nothing more comes and the stream is completed. */
  boolean completes() throws InterruptedException {
    return line().equals("event: complete");
  }

  private String line() throws InterruptedException {
    String line = lines.poll(20, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("no event came");
    }
    return line;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

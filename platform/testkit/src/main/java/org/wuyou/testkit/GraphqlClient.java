package org.wuyou.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a running product over HTTP, and says in full what went wrong when it did. */
public final class GraphqlClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One for all: a client holds threads and connections. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI url;
  private final String token;

  public GraphqlClient(URI url, String token) {
    this.url = url;
    this.token = token;
  }

  /** The {@code data} of an operation that must succeed. */
  public JsonNode query(String text) {
    return query(text, Map.of());
  }

  /** The {@code data} of an operation that must succeed without any error. */
  public JsonNode query(String text, Map<String, ? extends @Nullable Object> variables) {
    GraphqlReply reply = ask(text, variables);
    if (reply.status() != 200 || !reply.errors().isEmpty()) {
      throw new AssertionError(
          "HTTP " + reply.status() + " to\n" + text + "\n" + variables + "\n" + reply.pretty());
    }
    return reply.data();
  }

  /** The payload of a mutation's one root field, which must have no {@code userErrors}. */
  public JsonNode mutate(String text, Map<String, ? extends @Nullable Object> variables) {
    JsonNode payload = query(text, variables).iterator().next();
    JsonNode userErrors = payload.path("userErrors");
    if (!userErrors.isEmpty()) {
      throw new AssertionError(
          "refused with " + userErrors.toPrettyString() + "\n" + text + "\n" + variables);
    }
    return payload;
  }

  /** The codes of all that is wrong with a row that is to be created; none if it was. */
  public List<String> refusals(String entity, Map<String, ? extends @Nullable Object> row) {
    String field = Character.toLowerCase(entity.charAt(0)) + entity.substring(1) + "Create";
    return query(
            "mutation($row: %sCreate!) { %s(input: $row) { userErrors { code } } }"
                .formatted(entity, field),
            Map.of("row", row))
        .at("/" + field + "/userErrors")
        .findValuesAsText("code");
  }

  /** Whatever is answered, errors included. */
  public GraphqlReply ask(String text, Map<String, ? extends @Nullable Object> variables) {
    Map<String, Object> request = new HashMap<>(Map.of("query", text));
    request.put("variables", variables);
    try {
      HttpResponse<String> answer =
          send(
              request("/graphql")
                  .header("Content-Type", "application/json")
                  .header("Accept", "application/json")
                  .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
                  .build());
      return new GraphqlReply(answer.statusCode(), JSON.readTree(answer.body()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A request with the token, for all that is not GraphQL. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url.resolve(path))
        .timeout(Duration.ofMinutes(2))
        .header("Authorization", "Bearer " + token);
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(request.uri() + " does not answer", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}

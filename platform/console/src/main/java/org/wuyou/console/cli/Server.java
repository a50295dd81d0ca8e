package org.wuyou.console.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A running Wuyou as its clients see it: GraphQL and the file exchange, under one token. */
public final class Server {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI url;
  private final String token;
  private final Texts texts;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * A client of the server at {@code url}; an empty token sends none.
   *
   * @param texts the language in which the server is asked to answer
   */
  public Server(URI url, String token, Texts texts) {
    this.url = URI.create(url.toString().replaceAll("/+$", "") + "/");
    this.token = token;
    this.texts = texts;
  }

  public URI url() {
    return url;
  }

  /** The {@code data} of an operation of the administration; any error is a refusal. */
  JsonNode run(String operation, ObjectNode variables) {
    ObjectNode body =
        JSON.createObjectNode().put("query", Operations.DOCUMENT).put("operationName", operation);
    body.set("variables", variables);
    JsonNode answer = graphql(body);
    JsonNode errors = answer.path("errors");
    if (!errors.isEmpty()) {
      JsonNode first = errors.get(0);
      throw new CommandFailure.Refused(
          first.path("extensions").path("code").asText("GRAPHQL"),
          first.path("message").asText(),
          answer);
    }
    return answer.path("data");
  }

  /** The whole answer to a GraphQL request, errors included. */
  public JsonNode graphql(ObjectNode body) {
    HttpResponse<InputStream> response =
        send(
            request("graphql")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    return json(response);
  }

  /** Posts a body and reads the JSON answer, whatever its status; 401 and 403 are refusals. */
  public JsonNode post(String path, String contentType, HttpRequest.BodyPublisher body) {
    return json(send(request(path).header("Content-Type", contentType).POST(body)));
  }

  /** Gets a file; anything but 200 is a refusal. */
  public InputStream get(String path) {
    HttpResponse<InputStream> response = send(request(path).GET());
    if (response.statusCode() != 200) {
      throw refusal(response.statusCode(), json(response));
    }
    return response.body();
  }

  /** Posts a body and gets a file back; anything but 200 is a refusal. */
  public InputStream exchange(String path, String contentType, HttpRequest.BodyPublisher body) {
    HttpResponse<InputStream> response =
        send(request(path).header("Content-Type", contentType).POST(body));
    if (response.statusCode() != 200) {
      throw refusal(response.statusCode(), json(response));
    }
    return response.body();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path))
            .header("Accept-Language", texts.language())
            .header("Accept", "application/json, */*;q=0.1");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException unreachable) {
      throw new CommandFailure.Unreachable(texts.say("failure.unreachable", url));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailure.Unreachable(texts.say("failure.interrupted", url));
    }
  }

  private JsonNode json(HttpResponse<InputStream> response) {
    String text;
    try (InputStream body = response.body()) {
      text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new CommandFailure.Unreachable(texts.say("failure.broken", url));
    }
    int status = response.statusCode();
    JsonNode answer;
    try {
      answer = JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new CommandFailure.Refused(
          "HTTP_" + status, texts.say("failure.notWuyou", url, String.valueOf(status)));
    }
    if (status == 401 || status == 403 || answer.isMissingNode()) {
      throw refusal(status, answer);
    }
    return answer;
  }

  private CommandFailure.Refused refusal(int status, JsonNode answer) {
    if (status == 401) {
      return new CommandFailure.Refused(
          "UNAUTHENTICATED", texts.say("failure.unauthenticated"), answer);
    }
    JsonNode first = answer.path("errors").path(0);
    String code =
        first.path("code").asText(first.path("extensions").path("code").asText("HTTP_" + status));
    return new CommandFailure.Refused(
        code,
        first.path("message").asText(texts.say("failure.status", String.valueOf(status))),
        answer);
  }
}

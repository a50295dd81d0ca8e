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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

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
    return run(Operations.ADMINISTRATION, operation, variables);
  }

  /** The {@code data} of one operation of a document; any error is a refusal. */
  JsonNode run(String document, String operation, ObjectNode variables) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("query", Operations.only(document, operation))
            .put("operationName", operation);
    body.set("variables", variables);
    JsonNode answer = graphql(body);
    JsonNode errors = answer.path("errors");
    if (!errors.isEmpty()) {
      throw refusal(answer);
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
    return post(path, contentType, body, Map.of());
  }

  /** The same with further headers. */
  JsonNode post(
      String path,
      String contentType,
      HttpRequest.BodyPublisher body,
      Map<String, String> headers) {
    HttpRequest.Builder request = request(path).header("Content-Type", contentType).POST(body);
    headers.forEach(request::header);
    return json(send(request));
  }

  /** Gets a JSON answer; anything but 200 is a refusal. */
  public JsonNode json(String path) {
    HttpResponse<InputStream> response = send(request(path).GET());
    JsonNode answer = json(response);
    if (response.statusCode() != 200) {
      throw refusal(answer);
    }
    return answer;
  }

  /**
   * Gets a file; anything but 200 is a refusal. Written beside the target and moved, so that a
   * broken transfer leaves no half file under its name.
   */
  public void download(String path, Path target) throws IOException {
    HttpResponse<InputStream> response = send(request(path).GET());
    if (response.statusCode() != 200) {
      throw refusal(json(response));
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (InputStream body = response.body()) {
      Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException broken) {
      Files.deleteIfExists(part);
      throw new CommandFailure.Unreachable(texts.say("failure.broken", url));
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
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
    if (status == 401) {
      throw new CommandFailure.Refused(
          "UNAUTHENTICATED", texts.say("failure.unauthenticated"), answer);
    }
    if (status == 403 || answer.isMissingNode()) {
      throw refusal(answer);
    }
    return answer;
  }

  /** What the server said when it would not do what was asked. */
  static CommandFailure.Refused refusal(JsonNode answer) {
    JsonNode first = answer.path("errors").path(0);
    return new CommandFailure.Refused(
        first.path("extensions").path("code").asText("REFUSED"),
        first.path("message").asText(answer.toString()),
        answer);
  }
}

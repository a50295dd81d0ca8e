package org.wuyou.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.wuyou.runtime.control.Json;
import org.wuyou.runtime.guard.GuardLimits;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.runtime.plugin.Deployer;
import org.wuyou.runtime.plugin.JarMaker;
import org.wuyou.runtime.plugin.Terms;

/** The real product on a free port, with what tests ask of it. */
public final class Running implements AutoCloseable {
  public static final String TOKEN = "a-token-for-the-tests";

  private final Product product;
  private final HttpClient client = HttpClient.newHttpClient();

  private Running(Product product) {
    this.product = product;
  }

  public static Running in(Path data) throws IOException {
    return in(data, settings -> settings);
  }

  public static Running in(Path data, UnaryOperator<ProductSettings> more) throws IOException {
    return new Running(
        Product.start(
            more.apply(
                ProductSettings.of(data, 0)
                    .withAdminToken(TOKEN)
                    .inDevelopmentMode()
                    .withGuard(
                        GuardLimits.DEFAULT, Duration.ofSeconds(1), Duration.ofSeconds(10)))));
  }

  public Product product() {
    return product;
  }

  public DeployReport deploy(JarMaker jar) {
    return deploy(jar, Terms.commit("test"));
  }

  public DeployReport deploy(JarMaker jar, Terms terms) {
    try {
      return product
          .plugins()
          .receive(
              new ByteArrayInputStream(jar.bytes()),
              Optional.empty(),
              Deployer.Intent.EITHER,
              terms);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole answer to an operation sent over HTTP as the administrator. */
  public JsonNode ask(String query) {
    return ask(query, TOKEN);
  }

  public JsonNode ask(String query, String token) {
    try {
      return Json.MAPPER.readTree(
          send(request("/graphql", token)
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofByteArray(
                          Json.MAPPER.writeValueAsBytes(Map.of("query", query)))))
              .body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The data of an answer that must have no errors. */
  public JsonNode data(String query) {
    JsonNode answer = ask(query);
    if (answer.has("errors")) {
      throw new AssertionError(answer.toPrettyString());
    }
    return answer.get("data");
  }

  public HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(product.url() + path))
        .header("Authorization", "Bearer " + token)
        .header("Accept-Language", "en");
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.close();
    product.close();
  }
}

package org.wuyou.console.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wuyou query FILE|-}: asks in GraphQL and prints the answer. */
@Command(name = "query")
final class QueryCommand extends ClientCommand {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Parameters(paramLabel = "FILE|-", arity = "0..1", descriptionKey = "query.file")
  private String file = "-";

  @Option(
      names = {"-e", "--text"},
      paramLabel = "GRAPHQL",
      descriptionKey = "query.text")
  private @Nullable String text;

  @Option(names = "--variables", paramLabel = "JSON", descriptionKey = "query.variables")
  private @Nullable String variables;

  @Option(names = "--var", paramLabel = "NAME=VALUE", descriptionKey = "query.var")
  private Map<String, String> single = new LinkedHashMap<>();

  QueryCommand(Connection connection) {
    super(connection);
  }

  @Override
  int run(Server server, Output output) throws IOException {
    ObjectNode request = JSON.createObjectNode().put("query", document());
    request.set("variables", variables());
    JsonNode answer = server.graphql(request);
    output.value(answer);
    return answer.path("errors").isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private String document() throws IOException {
    if (text != null) {
      return text;
    }
    if ("-".equals(file)) {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      throw new CommandFailure.Misused(texts().say("failure.file", file));
    }
    return Files.readString(path);
  }

  /** The object of {@code --variables}, with each {@code --var} laid over it. */
  private ObjectNode variables() {
    ObjectNode values = JSON.createObjectNode();
    if (variables != null) {
      if (!(parse(variables) instanceof ObjectNode object)) {
        throw new CommandFailure.Misused(texts().say("failure.variables", variables));
      }
      values = object;
    }
    for (Map.Entry<String, String> entry : single.entrySet()) {
      JsonNode value = parse(entry.getValue());
      if (value == null) {
        values.put(entry.getKey(), entry.getValue());
      } else {
        values.set(entry.getKey(), value);
      }
    }
    return values;
  }

  private static @Nullable JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException plainText) {
      return null;
    }
  }
}

package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wuyou export Entity FILE}: rows of an entity as a CSV or XLSX file. */
@Command(name = "export")
final class ExportCommand extends ClientCommand {
  @Parameters(index = "0", paramLabel = "ENTITY", descriptionKey = "entity")
  private String entity = "";

  @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "export.file")
  private Path file = Path.of("");

  @Option(names = "--where", paramLabel = "JSON", descriptionKey = "export.where")
  private @Nullable String where;

  @Option(names = "--search", paramLabel = "TEXT", descriptionKey = "export.search")
  private @Nullable String search;

  ExportCommand(Connection connection) {
    super(connection);
  }

  @Override
  int run(Server server, Output output) throws IOException {
    String name = file.toString();
    String format = name.substring(name.lastIndexOf('.') + 1);
    if (!format.equals("csv") && !format.equals("xlsx")) {
      throw new CommandFailure.Misused(texts().say("export.format", name));
    }
    server.download("files/" + entity + "." + format + filters(), file);
    long bytes = Files.size(file);
    output.result(
        JsonNodeFactory.instance.objectNode().put("file", name).put("bytes", bytes),
        () -> output.line("export.done", name, bytes));
    return ExitCode.DONE;
  }

  private String filters() {
    StringBuilder query = new StringBuilder();
    append(query, "where", where);
    append(query, "search", search);
    return query.toString();
  }

  private static void append(StringBuilder query, String name, @Nullable String value) {
    if (value != null) {
      query
          .append(query.isEmpty() ? '?' : '&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}

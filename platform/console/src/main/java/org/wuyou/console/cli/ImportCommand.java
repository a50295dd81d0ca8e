package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wuyou import Entity FILE}: sends a CSV, XLSX or XLS file and shows what became of it. */
@Command(name = "import")
final class ImportCommand extends ClientCommand {
  private static final int SHOWN = 40;

  @Parameters(index = "0", paramLabel = "ENTITY", descriptionKey = "entity")
  private String entity = "";

  @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "import.file")
  private Path file = Path.of("");

  @Option(names = "--preview", descriptionKey = "import.preview")
  private boolean preview;

  @Option(names = "--error-file", paramLabel = "FILE", descriptionKey = "import.errorFile")
  private @Nullable Path errorFile;

  @Option(names = "--atomic", descriptionKey = "import.atomic")
  private boolean atomic;

  @Option(names = "--mapping", paramLabel = "NAME", descriptionKey = "import.mapping")
  private @Nullable String mapping;

  @Option(names = "--year", paramLabel = "YYYY", descriptionKey = "import.year")
  private @Nullable String year;

  ImportCommand(Connection connection) {
    super(connection);
  }

  @Override
  int run(Server server, Output output) throws IOException {
    if (!Files.isReadable(file)) {
      throw new CommandFailure.Misused(texts().say("failure.file", file));
    }
    if (!output.json()) {
      output.note("import.sending", file, Files.size(file));
    }
    JsonNode report = server.post(path(preview ? "preview" : "commit"), contentType(), body());
    if (!report.has("accepted")) {
      JsonNode first = report.path("errors").path(0);
      throw new CommandFailure.Refused(
          first.path("code").asText(first.path("extensions").path("code").asText("FILE")),
          first.path("message").asText(report.toString()),
          report);
    }
    output.result(report, () -> show(report, output));
    if (errorFile != null && !report.path("errors").isEmpty()) {
      writeErrorFile(server, output, errorFile);
    }
    return report.path("errors").isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private void show(JsonNode report, Output output) {
    output.line(
        preview ? "import.previewed" : "import.done",
        report.path("accepted").asLong(),
        report.path("updated").asLong(),
        report.path("unchanged").asLong(),
        report.path("errors").size(),
        report.path("warnings").size());
    rows("import.errors", report.path("errors"), output);
    rows("import.warnings", report.path("warnings"), output);
  }

  private void rows(String title, JsonNode list, Output output) {
    if (list.isEmpty()) {
      return;
    }
    output.text("");
    output.line(title, list.size());
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode fault : list) {
      if (rows.size() == SHOWN) {
        break;
      }
      rows.add(
          List.of(
              fault.path("row").asText("-"),
              fault.path("column").asText("-"),
              fault.path("value").asText("-"),
              fault.path("code").asText("-"),
              fault.path("message").asText("-")));
    }
    output.table(List.of(texts().say("import.columns").split(",")), rows);
    if (list.size() > SHOWN) {
      output.line("import.more", list.size() - SHOWN);
    }
  }

  private void writeErrorFile(Server server, Output output, Path target) throws IOException {
    String format = target.toString().endsWith(".xlsx") ? "xlsx" : "csv";
    try (InputStream bad =
        server.exchange(path("preview") + "&errorFile=" + format, contentType(), body())) {
      Files.copy(bad, target, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!output.json()) {
      output.note("import.errorFileWritten", target);
    }
  }

  private String path(String mode) {
    return "files/"
        + URLEncoder.encode(entity, StandardCharsets.UTF_8)
        + "?mode="
        + mode
        + (atomic ? "&atomic=true" : "")
        + parameter("name", String.valueOf(file.getFileName()))
        + parameter("mapping", mapping)
        + parameter("year", year);
  }

  private static String parameter(String name, @Nullable String value) {
    return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpRequest.BodyPublisher body() throws FileNotFoundException {
    return HttpRequest.BodyPublishers.ofFile(file);
  }

  private String contentType() {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }
    return name.endsWith(".xls") ? "application/vnd.ms-excel" : "text/csv";
  }
}

package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int ROWS_BETWEEN_NOTES = 20_000;

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
  int run(Server server, Output output) throws IOException, InterruptedException {
    if (!Files.isReadable(file)) {
      throw new CommandFailure.Misused(texts().say("failure.file", file));
    }
    if (!output.json()) {
      output.note("import.sending", file, Files.size(file));
    }
    JsonNode job = server.post(path(), contentType(), HttpRequest.BodyPublishers.ofFile(file));
    if (!job.has("jobId")) {
      throw Server.refusal(job);
    }
    JsonNode report = awaitReport(server, job, output);
    output.result(report, () -> show(report, output));
    boolean refused = !report.path("errors").isEmpty();
    if (refused && errorFile != null) {
      String format = errorFile.toString().endsWith(".xlsx") ? "xlsx" : "csv";
      server.download(jobPath(job) + "/errors." + format, errorFile);
      output.note("import.errorFileWritten", errorFile);
    }
    return refused ? ExitCode.REFUSED : ExitCode.DONE;
  }

  /** Asks how far the import is until its report is there. */
  private JsonNode awaitReport(Server server, JsonNode started, Output output)
      throws InterruptedException {
    JsonNode job = started;
    long told = 0;
    while (!job.has("report")) {
      if (job.path("state").asText().equals("FAILED")) {
        throw new CommandFailure.Refused("INTERNAL", texts().say("import.failed"), job);
      }
      Thread.sleep(POLL);
      job = server.json(jobPath(started));
      long done = job.path("rowsDone").asLong();
      if (!output.json() && done - told >= ROWS_BETWEEN_NOTES) {
        output.note("import.progress", done, job.path("rowsTotal").asLong());
        told = done;
      }
    }
    return job.path("report");
  }

  private void show(JsonNode report, Output output) {
    output.line(
        preview ? "import.previewed" : "import.done",
        report.path("accepted").asLong(),
        report.path("updated").asLong(),
        report.path("unchanged").asLong(),
        report.path("refused").asLong(report.path("errors").size()),
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

  private String path() {
    return "files/"
        + encode(entity)
        + "?async=true&mode="
        + (preview ? "preview" : "commit")
        + (atomic ? "&atomic=true" : "")
        + parameter("name", String.valueOf(file.getFileName()))
        + parameter("mapping", mapping)
        + parameter("year", year);
  }

  private static String parameter(String name, @Nullable String value) {
    return value == null ? "" : "&" + name + "=" + encode(value);
  }

  private static String jobPath(JsonNode job) {
    return "files/jobs/" + job.path("jobId").asText();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String contentType() {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }
    return name.endsWith(".xls") ? "application/vnd.ms-excel" : "text/csv";
  }
}

package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wuyou audit}: the log of changes, newest first. */
@Command(name = "audit")
final class AuditCommand extends ClientCommand {
  @Option(names = "--last", paramLabel = "N", descriptionKey = "audit.last")
  private int last = 20;

  AuditCommand(Connection connection) {
    super(connection);
  }

  @Override
  int run(Server server, Output output) {
    JsonNode entries =
        server.run("Changes", Operations.variables().put("first", last)).at("/auditEntries/nodes");
    output.result(
        entries,
        () -> {
          List<List<String>> rows = new ArrayList<>();
          for (JsonNode entry : entries) {
            rows.add(
                List.of(
                    entry.path("number").asText(),
                    entry.path("at").asText(),
                    entry.path("actor").asText(),
                    entry.path("operation").asText(),
                    entry.path("subject").asText("-"),
                    entry.path("summary").asText("")));
          }
          output.table(List.of(texts().say("audit.columns").split(",")), rows);
        });
    return ExitCode.DONE;
  }
}

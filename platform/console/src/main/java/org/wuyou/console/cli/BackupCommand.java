package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;

/** {@code wuyou backup}: has the server take a backup while it goes on serving. */
@Command(name = "backup")
final class BackupCommand extends ClientCommand {
  BackupCommand(Connection connection) {
    super(connection);
  }

  @Override
  int run(Server server, Output output) {
    JsonNode backup = server.run("Backup", Operations.variables()).path("backup");
    JsonNode refusal = backup.path("userErrors").path(0);
    if (!refusal.isMissingNode()) {
      throw new CommandFailure.Refused(
          refusal.path("code").asText(), refusal.path("message").asText(), backup);
    }
    output.result(
        backup,
        () ->
            output.line(
                "backup.done",
                backup.path("path").asText(),
                backup.path("bytes").asLong(),
                backup.path("millis").asLong()));
    return ExitCode.DONE;
  }
}

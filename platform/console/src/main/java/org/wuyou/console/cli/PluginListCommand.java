package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code wuyou plugin list}: what runs, and what does not. */
@Command(name = "list")
final class PluginListCommand extends ClientCommand {
  PluginListCommand(Connection connection) {
    super(connection);
  }

  @Override
  int run(Server server, Output output) {
    JsonNode plugins = server.run("Overview", Operations.variables()).path("plugins");
    output.result(
        plugins,
        () -> {
          if (plugins.isEmpty()) {
            output.line("plugin.none");
            return;
          }
          List<List<String>> rows = new ArrayList<>();
          for (JsonNode plugin : plugins) {
            rows.add(
                List.of(
                    plugin.path("module").asText(),
                    plugin.path("version").asText("-"),
                    texts().say("state." + plugin.path("state").asText()),
                    plugin.path("activeSince").asText("-"),
                    texts().say("plugin.faults", plugin.path("diagnostics").size())));
          }
          output.table(List.of(texts().say("plugin.columns").split(",")), rows);
        });
    return ExitCode.DONE;
  }
}

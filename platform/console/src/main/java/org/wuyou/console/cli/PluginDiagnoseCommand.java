package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wuyou plugin diagnose NAME}: the state of a plugin, what is wrong, what became of it. */
@Command(name = "diagnose")
final class PluginDiagnoseCommand extends ClientCommand {
  @Parameters(paramLabel = "NAME", descriptionKey = "plugin.name")
  private String module = "";

  PluginDiagnoseCommand(Connection connection) {
    super(connection);
  }

  @Override
  int run(Server server, Output output) {
    JsonNode plugin =
        server.run("Plugin", Operations.variables().put("module", module)).path("plugin");
    if (plugin.isNull()) {
      throw new CommandFailure.Refused("NOT_FOUND", texts().say("plugin.unknown", module));
    }
    output.result(plugin, () -> show(plugin, output));
    return ExitCode.DONE;
  }

  private void show(JsonNode plugin, Output output) {
    output.line(
        "diagnose.head",
        module,
        plugin.path("version").asText("-"),
        texts().say("state." + plugin.path("state").asText()));
    output.line("diagnose.requires", join(plugin.path("requires")));
    output.line("diagnose.dependents", join(plugin.path("dependents")));
    output.line("diagnose.types", join(plugin.path("types")));
    output.line("diagnose.policyFiles", join(plugin.path("policyFiles")));
    if (plugin.path("diagnostics").isEmpty()) {
      output.line("diagnose.well");
    }
    plugin.path("diagnostics").forEach(fault -> DeployReport.fault(fault, output));
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode step : plugin.path("history")) {
      rows.add(
          List.of(
              step.path("at").asText(),
              step.path("version").asText(),
              texts().say("state." + step.path("state").asText()),
              step.path("actor").asText(),
              step.path("cause").asText("")));
    }
    output.text("");
    output.table(List.of(texts().say("diagnose.columns").split(",")), rows);
  }

  private static String join(JsonNode list) {
    String joined =
        String.join(
            ", ", StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList());
    return joined.isEmpty() ? "-" : joined;
  }
}

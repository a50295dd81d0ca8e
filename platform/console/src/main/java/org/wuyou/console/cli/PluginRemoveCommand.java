package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wuyou plugin remove NAME}: ends a plugin; its data stays. */
@Command(name = "remove")
final class PluginRemoveCommand extends ClientCommand {
  @Mixin private Confirmation confirmation = new Confirmation();

  @Parameters(paramLabel = "NAME", descriptionKey = "plugin.name")
  private String module = "";

  @Option(names = "--cascade", descriptionKey = "plugin.cascade")
  private boolean cascade;

  PluginRemoveCommand(Connection connection) {
    super(connection);
  }

  @Override
  int run(Server server, Output output) {
    if (!confirmation.given(texts().say("plugin.removeAsk", module), output)) {
      output.note("plugin.abandoned");
      return ExitCode.REFUSED;
    }
    ObjectNode variables = Operations.variables().put("module", module).put("cascade", cascade);
    DeployReport report = new DeployReport(server.run("Remove", variables).path("pluginRemove"));
    output.result(report.json(), () -> report.show(output));
    return report.refused() ? ExitCode.REFUSED : ExitCode.DONE;
  }
}

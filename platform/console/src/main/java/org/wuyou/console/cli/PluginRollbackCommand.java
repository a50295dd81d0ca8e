package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wuyou plugin rollback NAME}: goes back to a version kept. */
@Command(name = "rollback")
final class PluginRollbackCommand extends ClientCommand {
  @Mixin private Confirmation confirmation = new Confirmation();

  @Parameters(paramLabel = "NAME", descriptionKey = "plugin.name")
  private String module = "";

  @Option(names = "--to", paramLabel = "VERSION", descriptionKey = "plugin.to")
  private @Nullable String version;

  PluginRollbackCommand(Connection connection) {
    super(connection);
  }

  @Override
  int run(Server server, Output output) {
    if (!confirmation.given(texts().say("plugin.rollbackAsk", module), output)) {
      output.note("plugin.abandoned");
      return ExitCode.REFUSED;
    }
    ObjectNode variables = Operations.variables().put("module", module).put("version", version);
    DeployReport report =
        new DeployReport(server.run("Rollback", variables).path("pluginRollback"));
    output.result(report.json(), () -> report.show(output));
    return report.refused() ? ExitCode.REFUSED : ExitCode.DONE;
  }
}

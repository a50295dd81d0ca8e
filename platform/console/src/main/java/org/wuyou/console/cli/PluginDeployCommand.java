package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wuyou plugin install|update JAR}: rehearses, shows the impact, asks, deploys. */
@Command
final class PluginDeployCommand extends ClientCommand {
  private final boolean update;

  @Mixin private Confirmation confirmation = new Confirmation();

  @Parameters(paramLabel = "JAR", descriptionKey = "plugin.jar")
  private Path jar = Path.of("");

  @Option(names = "--signature", paramLabel = "FILE", descriptionKey = "plugin.signature")
  private @Nullable Path signature;

  @Option(names = "--dry-run", descriptionKey = "plugin.dryRun")
  private boolean dryRun;

  @Option(names = "--allow-loss", descriptionKey = "plugin.allowLoss")
  private boolean allowLoss;

  PluginDeployCommand(Connection connection, boolean update) {
    super(connection);
    this.update = update;
  }

  @Override
  int run(Server server, Output output) throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new CommandFailure.Misused(texts().say("failure.file", jar));
    }
    DeployReport rehearsal = rehearse(server);
    if (rehearsal.refused() || rehearsal.unchanged() || dryRun) {
      output.result(rehearsal.json(), () -> rehearsal.show(output));
      return rehearsal.refused() ? ExitCode.REFUSED : ExitCode.DONE;
    }
    if (!output.json()) {
      rehearsal.show(output);
      output.out().flush();
    }
    if (rehearsal.losesData() && !allowLoss) {
      throw new CommandFailure.Refused("DATA_LOSS", texts().say("plugin.loses"), rehearsal.json());
    }
    if (!confirmation.given(texts().say("plugin.goAhead"), output)) {
      output.note("plugin.abandoned");
      return ExitCode.REFUSED;
    }
    String mutation = update ? "pluginUpdate" : "pluginInstall";
    ObjectNode variables =
        Operations.variables().put("upload", rehearsal.upload()).put("allowLoss", allowLoss);
    DeployReport report =
        new DeployReport(server.run(update ? "Update" : "Install", variables).path(mutation));
    output.result(report.json(), () -> report.show(output));
    return report.refused() ? ExitCode.REFUSED : ExitCode.DONE;
  }

  /** Sends the jar; the answer tells what deploying it would do. */
  private DeployReport rehearse(Server server) throws IOException {
    Map<String, String> headers =
        signature == null
            ? Map.of()
            : Map.of(
                "Wuyou-Signature",
                Base64.getEncoder().encodeToString(Files.readAllBytes(signature)));
    JsonNode report =
        server.post(
            "plugins?mode=preview&intent=" + (update ? "update" : "install"),
            "application/java-archive",
            HttpRequest.BodyPublishers.ofFile(jar),
            headers);
    if (!report.has("outcome")) {
      throw Server.refusal(report);
    }
    return new DeployReport(report);
  }
}

package org.wuyou.distribution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wuyou.console.cli.ExitCode;
import org.wuyou.console.cli.Server;
import org.wuyou.console.cli.Texts;
import org.wuyou.runtime.ProductSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code wuyou prepare}: one start with a first question, on data that the script throws away. The
 * script runs it twice for each JDK and build: a first start that fills the folder, and a second
 * during which the JVM notes what later starts need, and nothing else.
 */
@Command(name = "prepare", hidden = true)
final class PrepareCommand implements Callable<Integer> {
  private static final String TOKEN = "prepare-with-nothing-to-protect";

  private final Texts texts;
  private final Home home;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR")
  private @Nullable Path data;

  PrepareCommand(Texts texts, Home home) {
    this.texts = texts;
    this.home = home;
  }

  @Override
  public Integer call() throws IOException {
    ProductSettings settings =
        ProductSettings.of(Objects.requireNonNull(data), 0)
            .withPlugins(List.of(home.plugins()))
            .inDevelopmentMode()
            .withAdminToken(TOKEN);
    try (RunningServer running = RunningServer.start(settings, WuyouCommand.output(spec, texts))) {
      Server server = new Server(running.product().url(), TOKEN, texts);
      server.json("health/ready");
      server.graphql(JsonNodeFactory.instance.objectNode().put("query", DemoCommand.firstQuery()));
    }
    return ExitCode.DONE;
  }
}

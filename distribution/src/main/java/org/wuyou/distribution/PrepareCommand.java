package org.wuyou.distribution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wuyou.console.cli.ExitCode;
import org.wuyou.console.cli.Output;
import org.wuyou.console.cli.Server;
import org.wuyou.console.cli.Texts;
import org.wuyou.runtime.ProductSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code wuyou prepare}: goes once through a first start, a first question and a second start, on
 * data thrown away afterwards, so that the JVM can note what later starts need. The start script
 * runs it once for each JDK and build.
 */
@Command(name = "prepare", hidden = true)
final class PrepareCommand implements Callable<Integer> {
  private static final String TOKEN = "prepare-with-nothing-to-protect";

  private final Texts texts;
  private final Home home;

  @Spec private @Nullable CommandSpec spec;

  PrepareCommand(Texts texts, Home home) {
    this.texts = texts;
    this.home = home;
  }

  @Override
  public Integer call() throws IOException {
    Output output = WuyouCommand.output(spec, texts);
    Path data = Files.createTempDirectory("wuyou-prepare");
    try {
      ProductSettings settings =
          ProductSettings.of(data, 0)
              .withPlugins(List.of(home.plugins()))
              .inDevelopmentMode()
              .withAdminToken(TOKEN);
      for (int start = 0; start < 2; start++) {
        try (RunningServer running = RunningServer.start(settings, output)) {
          Server server = new Server(running.product().url(), TOKEN, texts);
          server.json("health/ready");
          server.graphql(
              JsonNodeFactory.instance.objectNode().put("query", DemoCommand.firstQuery()));
        }
      }
    } finally {
      remove(data);
    }
    return ExitCode.DONE;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

package org.wuyou.console.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.wuyou.console.shell.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wuyou shell}: the commands of this package, one a line, against one server. */
@Command(name = "shell")
final class ShellCommand implements Callable<Integer> {
  @Mixin private final Connection connection;

  private final Workbench workbench;

  ShellCommand(Connection connection, Workbench workbench) {
    this.connection = connection;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws IOException {
    return open(connection.server(), connection.texts(), workbench);
  }

  /** Opens the shell on the terminal of this process. */
  static int open(Server server, Texts texts, Workbench workbench) throws IOException {
    Path history = Path.of(System.getProperty("user.home"), ".wuyou", "history");
    Files.createDirectories(history.getParent());
    try (Terminal terminal =
        TerminalBuilder.builder()
            .system(true)
            .dumb(true)
            .encoding(StandardCharsets.UTF_8)
            .build()) {
      return new Shell(terminal, texts, () -> Cli.shellCommands(server, texts, workbench), history)
          .run();
    }
  }
}

package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Puts the client commands together, for the {@code wuyou} command and for its shell. */
public final class Cli {
  private Cli() {}

  /** Adds the command that opens a shell. */
  public static CommandLine addShell(CommandLine root, Connection connection, Workbench workbench) {
    return root.addSubcommand(new ShellCommand(connection, workbench));
  }

  /** Adds every client command to {@code root}, each with its own connection. */
  public static CommandLine addCommands(
      CommandLine root, Supplier<Connection> connection, Workbench workbench) {
    return root.addSubcommand(new ImportCommand(connection.get()))
        .addSubcommand(new ExportCommand(connection.get()))
        .addSubcommand(new QueryCommand(connection.get()))
        .addSubcommand(PluginCommand.commandLine(connection))
        .addSubcommand(PolicyCommand.commandLine(connection, workbench))
        .addSubcommand(new AuditCommand(connection.get()))
        .addSubcommand(new BackupCommand(connection.get()));
  }

  /** The commands of a shell connected to {@code server}. */
  public static CommandLine shellCommands(Server server, Texts texts, Workbench workbench) {
    CommandLine root = new CommandLine(CommandLine.Model.CommandSpec.create().name("wuyou"));
    return finish(addCommands(root, () -> Connection.to(server, texts), workbench), texts);
  }

  /** Opens the shell on this process's terminal; gives the exit code of its last command. */
  public static int openShell(Server server, Texts texts, Workbench workbench) throws IOException {
    return ShellCommand.open(server, texts, workbench);
  }

  /** Gives the whole tree its language and turns every failure into a sentence and an exit code. */
  public static CommandLine finish(CommandLine root, Texts texts) {
    return root.setResourceBundle(texts.bundle())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, line, texts))
        .setParameterExceptionHandler(
            (wrong, arguments) -> {
              PrintWriter err = wrong.getCommandLine().getErr();
              err.println(texts.say("failure.usage", String.valueOf(wrong.getMessage())));
              err.println(
                  texts.say(
                      "failure.help", wrong.getCommandLine().getCommandSpec().qualifiedName()));
              return ExitCode.USAGE;
            });
  }

  /** The language asked for: {@code --lang}, else {@code preferred}. */
  public static String language(List<String> arguments, String preferred) {
    for (int index = 0; index < arguments.size(); index++) {
      String argument = arguments.get(index);
      if (argument.startsWith("--lang=")) {
        return argument.substring("--lang=".length()).toLowerCase(Locale.ROOT);
      }
      if (argument.equals("--lang") && index + 1 < arguments.size()) {
        return arguments.get(index + 1).toLowerCase(Locale.ROOT);
      }
    }
    return preferred;
  }

  private static int failed(Exception failure, CommandLine line, Texts texts) throws Exception {
    if (!(failure instanceof CommandFailure known)) {
      throw failure;
    }
    if (line.getParseResult().hasMatchedOption("--json")) {
      ObjectNode report = JsonNodeFactory.instance.objectNode();
      ObjectNode error = report.putObject("error").put("message", known.sentence());
      if (known instanceof CommandFailure.Refused refused) {
        error.put("code", refused.code());
        report.set("report", refused.report());
      }
      new Output(line.getOut(), line.getErr(), true, texts).value(report);
    } else if (known instanceof CommandFailure.Refused refused) {
      line.getErr().println(texts.say("failure.refused", refused.code(), refused.sentence()));
    } else {
      line.getErr().println(known.sentence());
    }
    line.getErr().flush();
    return known.exitCode();
  }
}

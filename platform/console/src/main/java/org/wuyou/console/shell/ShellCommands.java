package org.wuyou.console.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.wuyou.console.cli.ExitCode;
import picocli.CommandLine;

/** Makes the client commands known to Gogo, each under its own name. */
final class ShellCommands {
  private static final String SCOPE = "wuyou";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<CommandLine> commands;
  private final AtomicInteger lastExit = new AtomicInteger();

  ShellCommands(Supplier<CommandLine> commands) {
    this.commands = commands;
  }

  void register(CommandProcessorImpl processor) {
    for (String name : commands.get().getSubcommands().keySet()) {
      processor.addCommand(SCOPE, client(name), name);
    }
    processor.addCommand(SCOPE, (Function) this::help, "help");
    processor.addCommand(SCOPE, (Function) this::json, "json");
  }

  /** Exit code of the last command run. */
  int lastExit() {
    return lastExit.get();
  }

  private Function client(String name) {
    return (session, arguments) -> {
      Process process = Process.Utils.current();
      List<String> words = new ArrayList<>(List.of(name));
      arguments.forEach(argument -> words.add(String.valueOf(argument)));
      if (!process.isTty(1) && takesJson(words)) {
        words.add("--json");
      }
      CommandLine line = commands.get();
      line.setOut(writer(process.out()));
      line.setErr(writer(process.err()));
      int exit = line.execute(words.toArray(String[]::new));
      lastExit.set(exit);
      process.error(exit);
      return null;
    };
  }

  private Object help(CommandSession session, List<Object> arguments) {
    PrintWriter out = writer(Process.Utils.current().out());
    CommandLine shown = commands.get();
    for (Object word : arguments) {
      shown = shown.getSubcommands().getOrDefault(String.valueOf(word), shown);
    }
    shown.usage(out);
    return "";
  }

  /** Prints the JSON that comes through the pipe, indented. */
  private Object json(CommandSession session, List<Object> arguments) throws IOException {
    Process process = Process.Utils.current();
    JsonNode value = JSON.readTree(process.in());
    writer(process.out()).println(value.toPrettyString());
    lastExit.set(value.has("error") ? ExitCode.REFUSED : ExitCode.DONE);
    return "";
  }

  /** Whether the command these words name can answer in JSON and is not told to already. */
  private boolean takesJson(List<String> words) {
    CommandLine line = commands.get();
    for (String word : words) {
      line = line.getSubcommands().getOrDefault(word, line);
    }
    return line.getCommandSpec().findOption("--json") != null && !words.contains("--json");
  }

  private static PrintWriter writer(java.io.OutputStream out) {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }
}

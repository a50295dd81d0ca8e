package org.wuyou.console.shell;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.CommandSessionImpl;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.wuyou.console.cli.Texts;
import picocli.CommandLine;

/**
 * Reads lines from a terminal until {@code exit} or the end of input. On the terminal a command
 * shows tables; into a pipe it writes JSON, which {@code json} prints in full.
 */
public final class Shell {
  private static final String PROMPT = "wuyou> ";

  private final Terminal terminal;
  private final Texts texts;
  private final Supplier<CommandLine> commands;
  private final Path history;

  /**
   * @param commands gives a fresh command line for each line typed
   * @param history file that remembers what was typed
   */
  public Shell(Terminal terminal, Texts texts, Supplier<CommandLine> commands, Path history) {
    this.terminal = terminal;
    this.texts = texts;
    this.commands = commands;
    this.history = history;
  }

  /** Runs to the end; gives the exit code of the last command. */
  public int run() {
    LineReader reader = reader();
    PrintWriter out = terminal.writer();
    out.println(texts.say("shell.welcome"));
    CommandProcessorImpl processor = new CommandProcessorImpl(null);
    ShellCommands functions = new ShellCommands(commands);
    functions.register(processor);
    try (CommandSessionImpl session =
        processor.createSession(
            InputStream.nullInputStream(), terminal.output(), terminal.output())) {
      while (true) {
        String line = read(reader);
        if (line == null || line.equals("exit") || line.equals("quit")) {
          return functions.lastExit();
        }
        if (!line.isEmpty()) {
          execute(session, line, out);
        }
      }
    } finally {
      processor.stop();
    }
  }

  private void execute(CommandSessionImpl session, String line, PrintWriter out) {
    try {
      session.execute(line);
    } catch (Exception refused) {
      // Gogo tells an unknown command or a line it cannot parse by an exception.
      out.println(texts.say("shell.refused", String.valueOf(refused.getMessage())));
    }
    out.flush();
  }

  /** The line without blanks around it; null at the end of input. */
  private static @Nullable String read(LineReader reader) {
    while (true) {
      try {
        return reader.readLine(PROMPT).strip();
      } catch (UserInterruptException abandoned) {
        // Ctrl-C gives up the line, not the shell.
      } catch (EndOfFileException end) {
        return null;
      }
    }
  }

  private LineReader reader() {
    DefaultParser parser = new DefaultParser();
    parser.setEscapeChars(null);
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .parser(parser)
        .completer(new CommandCompleter(commands))
        .variable(LineReader.HISTORY_FILE, history)
        .variable(LineReader.HISTORY_SIZE, 1000)
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
        .build();
  }
}

package org.wuyou.distribution;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.wuyou.console.cli.Cli;
import org.wuyou.console.cli.Connection;
import org.wuyou.console.cli.Texts;
import picocli.CommandLine;

/** The entry point of the start script. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Texts texts =
        Texts.in(Cli.language(List.of(arguments), System.getProperty("wuyou.lang", "zh")));
    CommandLine line = commandLine(texts, Home.ofThisProcess());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(line.execute(arguments));
  }

  static CommandLine commandLine(Texts texts, Home home) {
    CommandLine line = new CommandLine(new WuyouCommand());
    line.addSubcommand(new StartCommand(texts, home))
        .addSubcommand(new DemoCommand(texts, home))
        .addSubcommand(new PrepareCommand(texts, home));
    Cli.addCommands(line, () -> Connection.fromOptions(texts));
    Cli.addShell(line, Connection.fromOptions(texts));
    line.addSubcommand(new RestoreCommand(texts));
    Cli.addPolicy(line, texts, new ShippedFacts(texts, home.plugins()), Clock.systemDefaultZone());
    return Cli.finish(line, texts);
  }
}

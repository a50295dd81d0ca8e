package org.wuyou.distribution;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.wuyou.console.cli.Cli;
import org.wuyou.console.cli.Connection;
import org.wuyou.console.cli.Texts;
import org.wuyou.console.cli.Workbench;
import org.wuyou.gateway.FirstUse;
import org.wuyou.store.WuyouStore;
import picocli.CommandLine;

/** The entry point of the start script. */
public final class Main {
  private static final Set<String> SERVER = Set.of("start", "demo", "prepare");

  private Main() {}

  public static void main(String[] arguments) {
    Texts texts =
        Texts.in(Cli.language(List.of(arguments), System.getProperty("wuyou.lang", "zh")));
    Home home = Home.ofThisProcess();
    boolean server = arguments.length > 0 && SERVER.contains(arguments[0]);
    if (server) {
      FirstUse.begin(WuyouStore::firstUse);
    }
    CommandLine line = server ? serverLine(texts, home) : commandLine(texts, home);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(line.execute(arguments));
  }

  /** Only what starts a server: the clients' commands would cost a start a tenth of its time. */
  private static CommandLine serverLine(Texts texts, Home home) {
    return Cli.finish(withServers(texts, home), texts);
  }

  private static CommandLine withServers(Texts texts, Home home) {
    return new CommandLine(new WuyouCommand())
        .addSubcommand(new StartCommand(texts, home))
        .addSubcommand(new DemoCommand(texts, home))
        .addSubcommand(new PrepareCommand(texts, home));
  }

  static CommandLine commandLine(Texts texts, Home home) {
    CommandLine line = withServers(texts, home);
    Workbench workbench = home.workbench(texts);
    Cli.addCommands(line, () -> Connection.fromOptions(texts), workbench);
    Cli.addShell(line, Connection.fromOptions(texts), workbench);
    line.addSubcommand(new RestoreCommand(texts));
    return Cli.finish(line, texts);
  }
}

package org.wuyou.console.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.console.cli.Cli;
import org.wuyou.console.cli.FakeServer;
import org.wuyou.console.cli.Server;
import org.wuyou.console.cli.Texts;
import org.wuyou.console.cli.Workbenches;

@DisplayName("The shell")
class ShellTest {
  private static final String PLUGINS =
      """
      {"data":{"plugins":[{"module":"registry","version":"0.1.0","state":"ACTIVE",
       "activeSince":"2026-11-21T00:00:00Z","diagnostics":[]}]}}""";

  private final Texts texts = Texts.in("zh");
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private FakeServer server;
  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer().then(200, PLUGINS);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shows_a_table_on_the_terminal() throws IOException {
    assertEquals(0, type("plugin list\nexit\n"));
    assertTrue(shown().contains("registry  0.1.0  运行中"), shown());
  }

  @Test
  void writes_json_into_a_pipe() throws IOException {
    assertEquals(0, type("plugin list | json\nexit\n"));
    assertTrue(shown().contains("\"module\" : \"registry\""), shown());
  }

  @Test
  void takes_json_as_an_option_too() throws IOException {
    assertEquals(0, type("plugin list --json\nexit\n"));
    assertTrue(shown().contains("\"module\" : \"registry\""), shown());
  }

  @Test
  void asks_in_graphql_with_quotes() throws IOException {
    type("query -e '{ enterprises(first: 1) { totalCount } }'\nexit\n");
    assertTrue(
        server.asked.getFirst().body().contains("{ enterprises(first: 1) { totalCount } }"),
        server.asked.toString());
  }

  @Test
  void survives_an_unknown_command_and_ends_with_the_input() throws IOException {
    assertEquals(0, type("nonsense\nplugin list\n"));
    assertTrue(shown().contains("不能执行") && shown().contains("registry  0.1.0"), shown());
  }

  @Test
  void ends_with_the_exit_code_of_the_last_command() throws IOException {
    assertEquals(2, type("plugin diagnose\n"));
  }

  @Test
  void lists_its_commands() throws IOException {
    type("help plugin\n");
    assertTrue(shown().contains("rollback"), shown());
  }

  @Test
  void remembers_what_was_typed() throws IOException {
    type("plugin list\nexit\n");
    assertTrue(Files.readString(folder.resolve("history")).contains("plugin list"));
  }

  @Test
  void completes_commands_subcommands_options_and_the_pipe() throws IOException {
    assertTrue(completions("").containsAll(List.of("plugin", "import", "query", "help", "exit")));
    assertTrue(completions("plugin ").containsAll(List.of("install", "rollback", "diagnose")));
    assertTrue(completions("plugin install ").containsAll(List.of("--yes", "--allow-loss")));
    assertEquals(List.of("json"), completions("plugin list | "));
  }

  @Test
  void completes_the_commands_for_policies_and_their_folders() throws IOException {
    Files.createDirectories(folder.resolve("city"));
    assertTrue(
        completions("policy ")
            .containsAll(List.of("new", "check", "test", "explain", "simulate", "pack")));
    assertTrue(completions("policy simulate ").containsAll(List.of("--region", "--rule", "--set")));
    List<String> folders = completions("policy check " + folder + "/ci");
    assertTrue(folders.stream().anyMatch(one -> one.endsWith("/city/")), folders.toString());
    List<String> above = completions("policy check . --with " + folder + "/ci");
    assertTrue(above.stream().anyMatch(one -> one.endsWith("/city/")), above.toString());
  }

  @Test
  void makes_a_bundle_and_tells_what_is_wrong_with_one() throws IOException {
    Path bundle = folder.resolve("region-x");
    assertEquals(0, type("policy new " + bundle + " --region 140581 --name 办法\nexit\n"));
    assertTrue(Files.isRegularFile(bundle.resolve("bundle.yaml")));
    // This shell knows no module, so that the template's facts are unknown to it.
    assertEquals(1, type("policy check " + bundle + "\nexit\n"));
    assertTrue(shown().contains("UNKNOWN_ENTITY articles/article-01.yaml:"), shown());
  }

  @Test
  void simulates_a_candidate_folder_and_gives_it_on_as_json() throws IOException {
    Path bundle = Files.createDirectories(folder.resolve("city"));
    Files.writeString(bundle.resolve("bundle.yaml"), "bundle: city\n");
    server.close();
    server =
        new FakeServer().then(200, "{\"data\":{\"policySimulate\":{\"total\":{\"winners\":7}}}}");
    assertEquals(0, type("policy simulate " + bundle + " --region 140500 --rule R | json\nexit\n"));
    assertTrue(shown().contains("\"winners\" : 7"), shown());
    assertTrue(server.asked.getFirst().body().contains("bundle: city"), server.asked.toString());
  }

  private List<String> completions(String typed) throws IOException {
    try (Terminal terminal = terminal("")) {
      ParsedLine line =
          new DefaultParser().parse(typed, typed.length(), Parser.ParseContext.COMPLETE);
      List<Candidate> candidates = new ArrayList<>();
      new CommandCompleter(() -> Cli.shellCommands(connected(), texts, Workbenches.EMPTY))
          .complete(LineReaderBuilder.builder().terminal(terminal).build(), line, candidates);
      return candidates.stream().map(Candidate::value).toList();
    }
  }

  private int type(String lines) throws IOException {
    try (Terminal terminal = terminal(lines)) {
      return new Shell(
              terminal,
              texts,
              () -> Cli.shellCommands(connected(), texts, Workbenches.EMPTY),
              folder.resolve("history"))
          .run();
    }
  }

  private Terminal terminal(String lines) throws IOException {
    return new DumbTerminal(
        "test",
        "dumb",
        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
        screen,
        StandardCharsets.UTF_8);
  }

  private Server connected() {
    return new Server(server.url(), "secret", texts);
  }

  private String shown() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}

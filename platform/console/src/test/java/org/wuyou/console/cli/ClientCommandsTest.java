package org.wuyou.console.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("The client commands")
class ClientCommandsTest {
  private static final String REPORT =
      """
      {"outcome":"%s","plugin":"region-x","version":"2.0.0","replaces":"1.0.0","upload":"u1",
       "swapMillis":null,"faults":%s,"impact":{"schemaChanges":[
       {"coordinate":"Enterprise.old","breaking":true,"message":"Enterprise.old 被移除"}],
       "migration":[{"coordinate":"Enterprise.old","lossy":%s,"message":"丢弃 Enterprise.old"}],
       "policyChanges":[{"file":"targets/a.yaml","change":"CHANGED"}],"dependents":[],
       "brokenOperations":[]}}""";
  private static final String FAULT =
      """
      [{"code":"SDL_CONFLICT","plugin":"region-x","file":"x.graphqls","line":7,"column":3,
        "message":"类型重复","remedy":"改名"}]""";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private FakeServer server;
  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Nested
  class Exit_codes {
    @Test
    void done_is_0_and_the_answer_is_printed() {
      server.then(200, "{\"data\":{\"enterprises\":{\"totalCount\":3}}}");
      assertEquals(0, run("query", "-e", "{ enterprises { totalCount } }"));
      assertTrue(out.toString().contains("\"totalCount\" : 3"), out.toString());
    }

    @Test
    void an_answer_with_errors_is_1() {
      server.then(200, "{\"errors\":[{\"message\":\"无此字段\"}]}");
      assertEquals(1, run("query", "-e", "{ nothing }"));
      assertTrue(out.toString().contains("无此字段"));
    }

    @Test
    void an_unknown_option_is_2_and_nothing_is_sent() {
      server.then(200, "{}");
      assertEquals(2, run("query", "--wrong"));
      assertTrue(err.toString().contains("用法有误"), err.toString());
      assertEquals(List.of(), server.asked);
    }

    @Test
    void a_missing_file_is_2() {
      assertEquals(2, run("import", "Enterprise", folder.resolve("none.csv").toString()));
      assertTrue(err.toString().contains("none.csv"));
    }

    @Test
    void no_server_is_3_and_says_what_to_check() {
      URI gone = server.url();
      server.close();
      assertEquals(3, run("query", "-e", "{ a }", "--url", gone.toString()));
      assertTrue(err.toString().contains("wuyou start"), err.toString());
    }

    @Test
    void a_wrong_token_is_1_and_names_the_remedy() {
      server.then(401, "{\"errors\":[{\"message\":\"x\"}]}");
      assertEquals(1, run("plugin", "list"));
      assertTrue(err.toString().contains("WUYOU_TOKEN"), err.toString());
    }

    @Test
    void an_answer_that_is_no_json_is_1() {
      server.then(502, "<html>bad gateway</html>");
      assertEquals(1, run("plugin", "list"));
      assertTrue(err.toString().contains("502"), err.toString());
    }

    @Test
    void a_refusal_in_json_carries_its_code() throws IOException {
      server.then(
          200, "{\"errors\":[{\"message\":\"不可\",\"extensions\":{\"code\":\"FORBIDDEN\"}}]}");
      assertEquals(1, run("plugin", "list", "--json"));
      assertEquals(
          "FORBIDDEN", new ObjectMapper().readTree(out.toString()).at("/error/code").asText());
    }
  }

  @Nested
  class Import {
    @Test
    void shows_counts_and_every_refused_row_and_ends_with_1() throws IOException {
      Path file = Files.writeString(folder.resolve("a.csv"), "统一社会信用代码\nX\n");
      server
          .then(202, "{\"jobId\":\"j1\",\"state\":\"RUNNING\",\"rowsDone\":0,\"rowsTotal\":9}")
          .then(
              200,
              """
              {"jobId":"j1","state":"DONE","rowsDone":9,"rowsTotal":9,"report":
               {"accepted":5,"updated":1,"unchanged":2,"warnings":[],"errors":[{"row":7,
                "column":"统一社会信用代码","value":"X","code":"USCC_LENGTH","message":"应为 18 位"}]}}""")
          .then(200, "row\n7\n");
      Path bad = folder.resolve("bad.csv");
      assertEquals(1, run("import", "Enterprise", file.toString(), "--error-file", bad.toString()));
      assertEquals("row\n7\n", Files.readString(bad));
      assertEquals("/files/jobs/j1/errors.csv", server.asked.getLast().target());
      assertTrue(out.toString().contains("新增 5，更新 1，未变 2；拒绝 1"), out.toString());
      assertTrue(out.toString().contains("7   统一社会信用代码  X   USCC_LENGTH  应为 18 位"), out.toString());
      FakeServer.Asked asked = server.asked.getFirst();
      assertEquals("/files/Enterprise?async=true&mode=commit&name=a.csv", asked.target());
      assertEquals("统一社会信用代码\nX\n", asked.body());
      assertEquals("Bearer secret", asked.token());
    }

    @Test
    void a_preview_says_that_nothing_was_written() throws IOException {
      Path file = Files.writeString(folder.resolve("a.csv"), "a\n");
      server.then(
          202,
          """
          {"jobId":"j","state":"DONE","report":
           {"accepted":1,"updated":0,"unchanged":0,"warnings":[],"errors":[]}}""");
      assertEquals(0, run("import", "Enterprise", file.toString(), "--preview"));
      assertTrue(out.toString().contains("未写入"));
      assertTrue(server.asked.getFirst().target().contains("mode=preview"));
    }
  }

  @Nested
  class Export {
    @Test
    void writes_the_file_the_server_sends() throws IOException {
      server.then(200, "uscc\n1\n");
      Path file = folder.resolve("out.csv");
      assertEquals(
          0, run("export", "Enterprise", file.toString(), "--where", "{\"a\":{\"eq\":1}}"));
      assertEquals("uscc\n1\n", Files.readString(file));
      assertTrue(server.asked.getFirst().target().startsWith("/files/Enterprise.csv?where=%7B"));
    }

    @Test
    void a_refusal_leaves_no_file() {
      server.then(
          404, "{\"errors\":[{\"message\":\"没有\",\"extensions\":{\"code\":\"NOT_FOUND\"}}]}");
      Path file = folder.resolve("out.xlsx");
      assertEquals(1, run("export", "Nothing", file.toString()));
      assertFalse(Files.exists(file));
      assertTrue(err.toString().contains("NOT_FOUND"));
    }

    @Test
    void an_unknown_format_is_2() {
      assertEquals(2, run("export", "Enterprise", "out.pdf"));
    }
  }

  @Nested
  class Deploying_a_plugin {
    private Path jar;

    @BeforeEach
    void jar() throws IOException {
      jar = Files.writeString(folder.resolve("x.jar"), "PK");
    }

    @Test
    void shows_the_impact_and_goes_ahead_when_told_to() {
      uploads("READY", "[]", false).then(200, deployed("pluginUpdate"));
      assertEquals(0, run("plugin", "update", jar.toString(), "--yes"));
      assertTrue(out.toString().contains("【破坏性】 Enterprise.old 被移除"), out.toString());
      assertTrue(out.toString().contains("修改政策文件 targets/a.yaml"));
      assertTrue(server.asked.get(1).body().contains("\"operationName\":\"Update\""));
    }

    @Test
    void a_refused_rehearsal_is_1_and_names_place_and_remedy_and_deploys_nothing() {
      uploads("REFUSED", FAULT, false);
      assertEquals(1, run("plugin", "install", jar.toString(), "--yes"));
      assertTrue(out.toString().contains("SDL_CONFLICT x.graphqls:7:3"), out.toString());
      assertTrue(out.toString().contains("→ 改名"));
      assertEquals(1, server.asked.size());
    }

    @Test
    void losing_data_needs_consent() {
      uploads("READY", "[]", true);
      assertEquals(1, run("plugin", "update", jar.toString(), "--yes"));
      assertTrue(err.toString().contains("--allow-loss"), err.toString());
      assertEquals(1, server.asked.size());
    }

    @Test
    void without_a_terminal_and_without_yes_it_is_2_and_deploys_nothing() {
      uploads("READY", "[]", false);
      assertEquals(2, run("plugin", "update", jar.toString()));
      assertEquals(1, server.asked.size());
    }

    @Test
    void a_dry_run_stops_after_the_report() {
      uploads("READY", "[]", false);
      assertEquals(0, run("plugin", "install", jar.toString(), "--dry-run"));
      assertEquals(1, server.asked.size());
    }

    private FakeServer uploads(String outcome, String faults, boolean lossy) {
      return server.then(
          outcome.equals("REFUSED") ? 422 : 200, REPORT.formatted(outcome, faults, lossy));
    }

    private String deployed(String mutation) {
      return "{\"data\":{\"" + mutation + "\":" + REPORT.formatted("DONE", "[]", false) + "}}";
    }
  }

  @Test
  void speaks_english_when_asked_and_asks_the_server_to() {
    server.then(200, "{\"data\":{\"plugins\":[]}}");
    assertEquals(0, run(Texts.in("en"), "plugin", "list"));
    assertTrue(out.toString().contains("No plugins yet"));
    assertEquals("en", server.asked.getFirst().language());
  }

  @Test
  void both_languages_have_the_same_sentences() {
    assertEquals(
        Texts.in("zh").bundle().keySet(),
        Texts.in("en").bundle().keySet(),
        "a sentence is missing in one of the languages");
    assertFalse(Texts.in("en").say("plugin.none").equals(Texts.in("zh").say("plugin.none")));
  }

  private int run(String... arguments) {
    return run(Texts.in("zh"), arguments);
  }

  private int run(Texts texts, String... arguments) {
    Server connected = new Server(server.url(), "secret", texts);
    CommandLine line = Cli.shellCommands(connected, texts, Workbenches.EMPTY);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(new ArrayList<>(List.of(arguments)).toArray(String[]::new));
  }
}

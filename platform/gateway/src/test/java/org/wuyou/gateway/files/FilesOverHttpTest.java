package org.wuyou.gateway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wuyou.gateway.files.Fixture.A;
import static org.wuyou.gateway.files.Fixture.B;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyou.gateway.CommitAudit;
import org.wuyou.gateway.CommitFeed;
import org.wuyou.gateway.Gateway;
import org.wuyou.gateway.GatewaySettings;
import org.wuyou.gateway.Limits;
import org.wuyou.gateway.ResolverGuard;
import org.wuyou.gateway.files.web.FileRoutes;
import org.wuyou.gateway.http.Health;
import org.wuyou.gateway.http.HttpGateway;
import org.wuyou.gateway.http.HttpSettings;
import org.wuyou.spi.Caller;
import org.wuyou.spi.model.Label;

@DisplayName("Files over HTTP")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesOverHttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Caller> TOKENS =
      Map.of(
          "admin", new Caller("admin", Set.of("admin"), Optional.empty()),
          "second", new Caller("second", Set.of("admin"), Optional.empty()),
          "reader", new Caller("reader", Set.of("reader"), Optional.empty()),
          "gaoping", new Caller("gaoping", Set.of("reader"), Optional.of("140581")));

  private final MapStore store = new MapStore(Register.MODEL);
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpGateway server;
  private Path spool;

  @BeforeEach
  void empty() {
    store.clear();
  }

  @BeforeAll
  void start(@TempDir Path directory) throws IOException {
    spool = directory;
    Files.writeString(spool.resolve("upload-left.part"), "left by a run that was cut short");
    Gateway gateway =
        new Gateway(
            new GatewaySettings(
                store,
                Register.GENERATION,
                ResolverGuard.DIRECT,
                Clock.systemUTC(),
                Limits.DEFAULT,
                CommitAudit.NONE,
                CommitFeed.SILENT));
    FileRoutes routes =
        FileRoutes.over(gateway, store, CommitAudit.NONE, meters, Clock.systemUTC(), spool);
    server =
        HttpGateway.start(
            HttpSettings.local(0),
            gateway,
            token -> Optional.ofNullable(TOKENS.get(token)),
            health(),
            List.of(routes),
            meters,
            Clock.systemUTC());
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  @AfterEach
  void nothing_is_left_behind() throws IOException {
    try (Stream<Path> left = Files.list(spool)) {
      assertEquals(List.of(), left.toList(), "files are left in the spool");
    }
  }

  @Test
  void a_file_is_previewed_then_committed_then_known() throws Exception {
    String csv = "统一社会信用代码,企业名称\n" + A + ",甲\n" + B.toLowerCase() + ",乙\nx,丙\n";
    JsonNode preview = json(200, post("Enterprise?mode=preview", csv));
    assertEquals(2, preview.path("accepted").asInt());
    assertFalse(preview.path("committed").asBoolean());
    assertEquals(0, store.size("Enterprise"));

    JsonNode report = json(200, post("Enterprise?mode=commit", csv));
    assertEquals(2, report.path("accepted").asInt());
    assertEquals(0, report.path("unchanged").asInt());
    assertEquals(0, report.path("updated").asInt());
    assertEquals(1, report.path("refused").asInt());
    assertTrue(report.path("committed").asBoolean());
    JsonNode error = report.path("errors").path(0);
    assertEquals(4, error.path("row").asInt());
    assertEquals("统一社会信用代码", error.path("column").asText());
    assertEquals("x", error.path("value").asText());
    assertEquals("LENGTH", error.path("code").asText());
    assertTrue(error.path("message").asText().contains("18 位"), error::toString);
    assertEquals(preview.path("errors"), report.path("errors"));
    assertEquals("UPPER_CASED", report.path("warnings").path(0).path("code").asText());

    assertEquals(2, json(200, post("Enterprise?mode=commit", csv)).path("unchanged").asInt());
    assertTrue(meters.scrape().contains("wuyou_files_rows_total{result=\"created\"}"));
  }

  @Test
  void messages_are_in_the_language_of_the_caller() throws Exception {
    HttpRequest request =
        request("Enterprise?mode=preview", "admin")
            .header("Accept-Language", "en")
            .POST(BodyPublishers.ofString("uscc,name\nx,y\n"))
            .build();
    JsonNode report = json(200, client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    assertTrue(report.at("/errors/0/message").asText().contains("18 characters"));
    assertTrue(report.path("summary").asText().contains("preview"));
  }

  @Test
  void a_form_is_taken_too_and_its_encoding_found() throws Exception {
    byte[] gbk = ("uscc,name\r\n" + A + ",鲁南制药\r\n").getBytes(Charset.forName("GB18030"));
    String boundary = "----boundary-" + "x".repeat(20);
    byte[] form =
        concat(
            ("--"
                    + boundary
                    + "\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--"
                    + boundary
                    + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"企业.csv\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8),
            gbk,
            ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        request("Enterprise?mode=commit", "admin")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(form))
            .build();
    json(200, client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    assertEquals("鲁南制药", store.row("Enterprise", A).get("name"));
  }

  @Test
  void a_large_form_comes_through_byte_for_byte() throws Exception {
    StringBuilder csv = new StringBuilder("code\r\n");
    for (int i = 0; i < 20_000; i++) {
      csv.append("e-").append(i).append("\r\n");
    }
    String boundary = "b";
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
            + csv
            + "\r\n--b--\r\n";
    HttpRequest request =
        request("Evidence?mode=commit", "admin")
            .header("Content-Type", "multipart/form-data; boundary=\"" + boundary + "\"")
            .POST(BodyPublishers.ofString(form))
            .build();
    JsonNode report = json(200, client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    assertEquals(20_000, report.path("accepted").asInt());
  }

  @ParameterizedTest(name = "{0} {1} as {2}: {3} {4}")
  @CsvSource({
    "POST, Enterprise?mode=commit, reader, 403, FORBIDDEN",
    "POST, PlatformRecord?mode=commit, admin, 403, FORBIDDEN",
    "POST, Nothing?mode=commit, admin, 404, UNKNOWN_ENTITY",
    "POST, Enterprise, admin, 400, BAD_REQUEST",
    "POST, Enterprise?mode=write, admin, 400, BAD_REQUEST",
    "POST, Enterprise?mode=commit&empty=erase, admin, 400, BAD_REQUEST",
    "POST, Enterprise?mode=commit&atomic=perhaps, admin, 400, BAD_REQUEST",
    "GET, Enterprise?mode=commit, admin, 405, METHOD_NOT_ALLOWED",
    "GET, Enterprise.csv?headers=fr, admin, 400, BAD_REQUEST",
    "GET, Enterprise.csv?unit=dollar, admin, 400, BAD_REQUEST",
    "GET, Enterprise.csv?encoding=utf-7, admin, 400, BAD_REQUEST",
    "GET, Enterprise.csv?fields=profit, admin, 400, UNKNOWN_FIELD",
    "GET, Enterprise.csv?fields=telephone, reader, 400, UNKNOWN_FIELD",
    "GET, Enterprise.csv?where=%7B, admin, 400, BAD_REQUEST",
    "GET, Enterprise.csv?where=%7B%22profit%22%3A%7B%7D%7D, admin, 400, BAD_REQUEST",
    "GET, Evidence.csv?search=x, admin, 400, BAD_REQUEST",
    "GET, Enterprise.csv?where=%7B%22telephone%22%3A%7B%22eq%22%3A%221%22%7D%7D, reader, 403, FORBIDDEN",
    "GET, jobs/none, admin, 404, UNKNOWN_JOB",
    "GET, a/b/c, admin, 404, NOT_FOUND",
    "GET, Enterprise.pdf, admin, 404, NOT_FOUND"
  })
  void what_cannot_be_is_refused_with_status_and_code(
      String method, String path, String token, int status, String code) throws Exception {
    HttpRequest request =
        request(path, token)
            .method(
                method,
                method.equals("POST")
                    ? BodyPublishers.ofString("uscc,name\n" + A + ",甲\n")
                    : BodyPublishers.noBody())
            .build();
    JsonNode answer = json(status, client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    assertEquals(code, answer.at("/errors/0/extensions/code").asText(), answer::toString);
    assertEquals(0, store.size("Enterprise"));
  }

  @Test
  void a_file_that_cannot_be_read_is_answered_422_with_the_report() throws Exception {
    JsonNode report = json(422, post("Enterprise?mode=commit", ""));
    assertEquals("EMPTY_FILE", report.at("/errors/0/code").asText());
    assertEquals(0, report.path("accepted").asInt());
    assertTrue(report.at("/errors/0/row").isNull());
  }

  @Test
  void an_import_is_followed_as_events_to_its_end() throws Exception {
    JsonNode report = json(200, post("Enterprise?mode=preview", "uscc,name\n" + A + ",甲\n"));

    HttpResponse<byte[]> events = get("jobs/" + report.path("jobId").asText() + "/events", "admin");

    assertEquals(
        "text/event-stream;charset=utf-8", events.headers().firstValue("Content-Type").orElse(""));
    String text = new String(events.body(), StandardCharsets.UTF_8);
    assertTrue(text.startsWith("event: ended\ndata: {\"jobId\""), text);
    assertTrue(text.contains("\"state\":\"DONE\"") && text.endsWith("}\n\n"), text);
  }

  @Test
  void the_error_file_is_fetched_mended_and_sent() throws Exception {
    JsonNode report =
        json(200, post("Enterprise?mode=commit", "uscc,name,备注\n" + A + ",甲,1\nx,乙,2\n"));
    String id = report.path("jobId").asText();
    HttpResponse<byte[]> errors = get("jobs/" + id + "/errors.csv", "admin");
    assertEquals(200, errors.statusCode());
    String text = new String(errors.body(), StandardCharsets.UTF_8);
    assertTrue(text.startsWith("\uFEFFuscc,name,备注,错误\r\nx,乙,2,"), text);
    assertEquals(200, get("jobs/" + id + "/errors.xlsx", "admin").statusCode());

    JsonNode mended =
        json(200, post("Enterprise?mode=commit", text.replace("\nx,", "\n" + B + ",")));
    assertEquals(1, mended.path("accepted").asInt(), mended::toString);
    assertEquals(404, get("jobs/" + id, "reader").statusCode());
    assertEquals(
        id,
        json(200, get("jobs", "second")).path(1).path("jobId").asText(),
        "administrators see each other's");
    assertEquals(0, json(200, get("jobs", "reader")).size());

    HttpResponse<byte[]> direct = post("Enterprise?mode=preview&errorFile=csv", "uscc,name\nx,乙\n");
    assertTrue(new String(direct.body(), StandardCharsets.UTF_8).contains("LENGTH"));
  }

  @Test
  void a_long_import_can_be_left_alone_and_asked_about() throws Exception {
    HttpResponse<byte[]> started =
        post("Enterprise?mode=commit&async=true", "uscc,name\n" + A + ",甲\n");
    assertEquals(202, started.statusCode());
    String job =
        started.headers().firstValue("Location").orElseThrow().substring("/files/".length());
    JsonNode state = json(200, get(job, "admin"));
    for (int asked = 0; state.path("state").asText().equals("RUNNING") && asked < 2_000; asked++) {
      Thread.onSpinWait();
      state = json(200, get(job, "admin"));
    }
    assertEquals("DONE", state.path("state").asText(), state::toString);
    assertEquals(1, state.at("/report/accepted").asInt());
    assertEquals(1, state.path("rowsDone").asInt());
  }

  @Test
  void rows_are_given_with_the_filters_of_the_list_query() throws Exception {
    post(
        "Enterprise?mode=commit",
        "uscc,name,divisionCode,telephone\n" + A + ",甲,140581,1\n" + B + ",乙,370112,2\n");
    String where =
        URLEncoder.encode("{\"divisionCode\":{\"eq\":\"370112\"}}", StandardCharsets.UTF_8);
    assertEquals(
        "\uFEFFuscc,name\r\n" + B + ",乙\r\n",
        text(get("Enterprise.csv?fields=uscc,name&headers=name&where=" + where, "reader")));
    HttpRequest posted =
        request("Enterprise.csv?headers=name", "reader")
            .POST(
                BodyPublishers.ofString(
                    "{\"where\":{\"divisionCode\":{\"eq\":\"140581\"}},\"orderBy\":[{\"name\":\"DESC\"}],\"fields\":[\"name\"]}"))
            .build();
    assertEquals(
        "\uFEFFname\r\n甲\r\n", text(client.send(posted, HttpResponse.BodyHandlers.ofByteArray())));
    HttpResponse<byte[]> gbk = get("Enterprise.csv?encoding=gb18030&fields=name", "reader");
    assertEquals("企业名称\r\n甲\r\n乙\r\n", new String(gbk.body(), Charset.forName("GB18030")));
    assertEquals("2", gbk.headers().firstValue("X-Total-Rows").orElseThrow());
    assertFalse(text(get("Enterprise.csv", "reader")).contains("Telephone"));
    assertFalse(text(get("Enterprise.csv", "reader")).contains("联系电话"));
    assertTrue(text(get("Enterprise.csv", "admin")).contains("联系电话"));
    assertEquals(200, get("Enterprise.xlsx", "reader").statusCode());
  }

  @Test
  void a_template_is_given() throws Exception {
    assertEquals(200, get("Enterprise/template.xlsx", "reader").statusCode());
    assertTrue(text(get("YearlyReturn/template.csv", "reader")).contains("营业收入(万元)"));
  }

  private static String text(HttpResponse<byte[]> response) {
    assertEquals(
        200, response.statusCode(), () -> new String(response.body(), StandardCharsets.UTF_8));
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> post(String path, String body) throws Exception {
    return client.send(
        request(path, "admin").POST(BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path, String token) throws Exception {
    return client.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.port() + "/files/" + path))
        .header("Authorization", "Bearer " + token);
  }

  private static JsonNode json(int status, HttpResponse<byte[]> response) throws IOException {
    assertEquals(
        status, response.statusCode(), () -> new String(response.body(), StandardCharsets.UTF_8));
    return JSON.readTree(response.body());
  }

  private static byte[] concat(byte[]... parts) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static Health health() {
    return new Health() {
      @Override
      public Report live() {
        return Report.of(new Check("process", true, new Label("运行中", "running")));
      }

      @Override
      public Report ready() {
        return live();
      }
    };
  }
}

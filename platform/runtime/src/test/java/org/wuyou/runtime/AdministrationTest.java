package org.wuyou.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyou.runtime.control.Json;

@DisplayName("Administration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationTest {
  @TempDir static Path data;
  private Running running;

  @BeforeAll
  void start() throws Exception {
    running = Running.in(data);
    running.deploy(Things.version("1.0.0"));
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @Test
  void a_token_is_shown_once_works_at_once_and_dies_when_revoked() {
    String token = create("reader-1", "READER");

    assertEquals(
        "Thing",
        running
            .ask("{ __type(name: \"Thing\") { name } }", token)
            .at("/data/__type/name")
            .asText());
    JsonNode all = running.data("{ tokens { name roles revokedAt } }");
    assertFalse(all.toString().contains(token));

    running.data("mutation { tokenRevoke(name: \"reader-1\") { accessToken { revokedAt } } }");

    assertEquals(
        401,
        running.send(running.request("/graphql?query=%7B__typename%7D", token).GET()).statusCode());
  }

  @Test
  void the_last_administrator_cannot_be_revoked() {
    JsonNode answer =
        running.data("mutation { tokenRevoke(name: \"administrator\") { userErrors { code } } }");

    assertEquals("LAST_ADMINISTRATOR", answer.at("/tokenRevoke/userErrors/0/code").asText());
  }

  @Test
  void a_name_is_never_used_twice() {
    create("twice", "READER");

    JsonNode answer =
        running.data(
            "mutation { tokenCreate(input: { name: \"twice\", roles: [ADMIN] })"
                + " { token userErrors { code path } } }");

    assertTrue(answer.at("/tokenCreate/token").isNull());
    assertEquals("NAME_TAKEN", answer.at("/tokenCreate/userErrors/0/code").asText());
  }

  @Test
  void tokens_are_not_on_the_disk() throws Exception {
    String token = create("on-disk", "READER");

    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains(token),
            file.toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ plugins { module } }",
        "{ plugin(module: \"things\") { state } }",
        "{ tokens { name } }",
        "{ storeStatus { bytes } }",
        "{ absentData { entity } }",
        "{ schemaChanges { occasion } }",
        "{ serverStatus { version } }",
        "{ auditCheck { intact } }",
        "{ auditEntries { nodes { actor } } }",
        "mutation { backup { path } }",
        "mutation { tokenRevoke(name: \"administrator\") { userErrors { code } } }",
        "mutation { pluginRemove(module: \"things\") { outcome } }"
      })
  void a_reader_may_do_none_of_it(String operation) {
    if (reader == null) {
      reader = create("reader-of-nothing", "READER");
    }
    JsonNode answer = running.ask(operation, reader);

    assertEquals("FORBIDDEN", answer.at("/errors/0/extensions/code").asText(), answer.toString());
  }

  private String reader;

  @Test
  void a_jar_is_previewed_by_upload_and_then_installed_by_its_name() throws Exception {
    HttpResponse<String> preview = upload("preview", Things.version("1.1.0").bytes());
    assertEquals(200, preview.statusCode(), preview.body());
    JsonNode report = Json.MAPPER.readTree(preview.body());
    assertEquals("READY", report.get("outcome").asText());
    String upload = report.get("upload").asText();

    JsonNode dry =
        running.data("mutation { pluginDryRun(upload: \"" + upload + "\") { outcome upload } }");
    assertEquals("READY", dry.at("/pluginDryRun/outcome").asText());
    JsonNode done =
        running.data(
            "mutation { pluginUpdate(upload: \""
                + upload
                + "\") { outcome replaces version swapMillis faults { code } } }");

    assertEquals("DONE", done.at("/pluginUpdate/outcome").asText(), done.toString());
    assertEquals(
        "UPLOAD_NOT_FOUND",
        running
            .data(
                "mutation { pluginUpdate(upload: \"" + upload + "\") { faults { code remedy } } }")
            .at("/pluginUpdate/faults/0/code")
            .asText());
  }

  @Test
  void a_refused_upload_answers_422_with_the_report() throws Exception {
    HttpResponse<String> answer = upload("commit", "nonsense".getBytes());

    assertEquals(422, answer.statusCode());
    assertEquals("NOT_A_JAR", Json.MAPPER.readTree(answer.body()).at("/faults/0/code").asText());
  }

  @Test
  void the_store_is_backed_up_while_it_runs() {
    JsonNode backup =
        running.data("mutation { backup { path bytes userErrors { code message } } }");

    assertTrue(Files.isDirectory(Path.of(backup.at("/backup/path").asText())), backup.toString());
    assertTrue(backup.at("/backup/bytes").longValue() > 0);
  }

  @Test
  void every_change_of_data_is_audited_with_it() {
    running.data(
        "mutation { thingCreate(input: { code: \"audited\", amount: 1 }) { userErrors { code } } }");

    JsonNode entries =
        running.data(
            "{ auditEntries(where: { operation: { eq: \"Mutation.thingCreate\" } })"
                + " { nodes { actor summary number } } auditCheck { intact } }");

    assertEquals("administrator", entries.at("/auditEntries/nodes/0/actor").asText());
    assertTrue(entries.at("/auditEntries/nodes/0/summary").asText().contains("Thing"));
    assertTrue(entries.at("/auditCheck/intact").booleanValue());
  }

  @Test
  void nobody_writes_the_audit_by_hand() {
    JsonNode answer =
        running.ask("mutation { auditEntryCreate(input: {}) { userErrors { code } } }");

    assertEquals("VALIDATION", answer.at("/errors/0/extensions/code").asText());
  }

  @Test
  void the_server_tells_its_state() {
    JsonNode status =
        running.data(
            "{ serverStatus { version java developmentMode generation heapUsed }"
                + " storeStatus { bytes commits entities { entity rows } }"
                + " schemaChanges { occasion actor changes { coordinate breaking message } } }");

    assertTrue(status.at("/serverStatus/developmentMode").booleanValue());
    assertTrue(status.at("/schemaChanges/0/occasion").asText().startsWith("things"));
    assertTrue(status.at("/storeStatus/entities").toString().contains("Thing"));
    assertEquals(200, running.send(running.request("/health/ready", "none").GET()).statusCode());
  }

  private HttpResponse<String> upload(String mode, byte[] jar) {
    return running.send(
        running
            .request("/plugins?mode=" + mode, Running.TOKEN)
            .POST(HttpRequest.BodyPublishers.ofByteArray(jar)));
  }

  private String create(String name, String role) {
    JsonNode created =
        running.data(
            "mutation { tokenCreate(input: { name: \""
                + name
                + "\", roles: ["
                + role
                + "] }) { token userErrors { code } } }");
    return created.at("/tokenCreate/token").asText();
  }
}

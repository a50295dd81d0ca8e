package org.wuyou.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.runtime.control.Json;

@DisplayName("The inbox")
class InboxTest {
  @TempDir Path folder;
  private final List<String> deployed = new ArrayList<>();
  private DeployReport.Outcome outcome = DeployReport.Outcome.DONE;

  private Inbox inbox(Inbox.Handling handling) {
    return new Inbox(
        folder,
        handling,
        jar -> {
          deployed.add(jar.getFileName().toString());
          return DeployReport.of(
              outcome, PluginId.of("demo", "1.0.0"), PluginId.of("demo", "0.9.0"));
        });
  }

  @Test
  void takes_a_jar_when_it_has_come_to_rest() throws Exception {
    Inbox inbox = inbox(Inbox.Handling.MOVE);
    Path jar = Files.writeString(folder.resolve("a.jar"), "half");
    inbox.round();
    Files.writeString(jar, "half and half");
    inbox.round();
    assertEquals(List.of(), deployed);

    inbox.round();

    assertEquals(List.of("a.jar"), deployed);
  }

  @Test
  void moves_what_is_done_and_writes_the_report_beside_it() throws Exception {
    Inbox inbox = inbox(Inbox.Handling.MOVE);
    Files.writeString(folder.resolve("a.jar"), "whole");
    inbox.round();
    inbox.round();
    outcome = DeployReport.Outcome.REFUSED;
    Files.writeString(folder.resolve("b.jar"), "whole");
    inbox.round();
    inbox.round();

    assertTrue(Files.exists(folder.resolve("deployed/a.jar")));
    assertTrue(Files.exists(folder.resolve("refused/b.jar")));
    assertFalse(Files.exists(folder.resolve("a.jar")));
    assertEquals(
        "DONE",
        Json.MAPPER.readTree(folder.resolve("a.jar.report.json").toFile()).get("outcome").asText());
  }

  @Test
  void waits_for_the_bytes_announced_beside_a_jar() throws Exception {
    Inbox inbox = inbox(Inbox.Handling.MOVE);
    Files.writeString(
        folder.resolve("a.jar.sha256"), Verifier.sha256("whole".getBytes()) + "  a.jar\n");
    Files.writeString(folder.resolve("a.jar"), "who");
    inbox.round();
    inbox.round();
    assertEquals(List.of(), deployed);

    Files.writeString(folder.resolve("a.jar"), "whole");
    inbox.round();
    inbox.round();

    assertEquals(List.of("a.jar"), deployed);
  }

  @Test
  void leaves_somebodys_stock_of_jars_where_it_is_and_deploys_each_once() throws Exception {
    Inbox inbox = inbox(Inbox.Handling.LEAVE);
    Files.writeString(folder.resolve("a.jar"), "whole");
    inbox.round();
    inbox.round();
    inbox.round();

    assertEquals(List.of("a.jar"), deployed);
    assertTrue(Files.exists(folder.resolve("a.jar")));
  }

  @Test
  void passes_over_files_that_are_not_jars() throws Exception {
    Inbox inbox = inbox(Inbox.Handling.MOVE);
    Files.writeString(folder.resolve("a.jar.part"), "half");
    inbox.round();
    inbox.round();

    assertEquals(List.of(), deployed);
  }
}

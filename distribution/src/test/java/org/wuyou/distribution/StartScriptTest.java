package org.wuyou.distribution;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.distribution.WuyouProcess.Ended;

@DisplayName("The start script")
class StartScriptTest {
  /** A trial run that comes to its end, and leaves the cache if it was asked for one. */
  private static final String MADE =
      "for o in \"$@\"; do case $o in -XX:AOTCacheOutput=*) : >\"${o#*=}\" ;; esac; done";

  @TempDir Path folder;

  @Test
  void lists_every_command_in_chinese_and_in_english() throws Exception {
    Ended chinese = wuyou(Map.of(), "--help");
    Ended english = wuyou(Map.of(), "--help", "--lang", "en");
    assertEquals(0, chinese.exit(), chinese.all());
    for (String command :
        List.of("start", "demo", "import", "export", "query", "plugin", "audit", "shell")) {
      assertTrue(chinese.out().contains("  " + command), command + " in " + chinese.out());
    }
    assertTrue(chinese.out().contains("退出码"));
    assertTrue(english.out().contains("Exit codes"));
  }

  @Test
  void takes_the_language_of_the_terminal() throws Exception {
    Ended ended = wuyou(Map.of("LC_ALL", "en_US.UTF-8"), "query", "nothing.graphql");
    assertEquals(2, ended.exit());
    assertTrue(ended.err().contains("Cannot read the file"), ended.err());
  }

  @Test
  void passes_over_a_java_that_is_too_old() throws Exception {
    Path old = Files.createDirectories(folder.resolve("old jdk/bin"));
    Path java = Files.writeString(old.resolve("java"), "#!/bin/sh\nexit 99\n");
    assertTrue(java.toFile().setExecutable(true));
    Files.writeString(folder.resolve("old jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    Ended ended = wuyou(Map.of("JAVA_HOME", folder.resolve("old jdk").toString()), "--version");
    assertEquals(0, ended.exit(), ended.all());
    assertTrue(ended.out().startsWith("wuyou "), ended.out());
  }

  @Test
  void works_through_a_link() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("wuyou"), WuyouProcess.SCRIPT);
    Ended ended = WuyouProcess.run(Map.of(), link, "--version");
    assertEquals(0, ended.exit(), ended.all());
  }

  @Test
  void says_which_port_is_taken_and_what_to_do() throws Exception {
    try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      Ended ended =
          wuyou(
              Map.of(),
              "start",
              "--port",
              String.valueOf(taken.getLocalPort()),
              "--data",
              folder.resolve("data").toString());
      assertEquals(1, ended.exit(), ended.all());
      assertTrue(ended.err().contains("--port 0"), ended.err());
      assertFalse(ended.err().contains("\tat "), "no stack trace: " + ended.err());
    }
  }

  @Test
  void makes_the_cache_for_quick_starts_again_when_that_was_broken_off() throws Exception {
    assertEquals(1, trials("kill -9 $PPID"));
    assertEquals(3, trials(MADE), "a first start and a second");
    assertEquals(3, trials(MADE));
  }

  @Test
  void leaves_it_for_a_while_when_the_cache_could_not_be_made() throws Exception {
    assertEquals(1, trials("exit 1"));
    assertEquals(1, trials("exit 1"));
  }

  /**
   * Starts a product whose Java only notes that it was called; gives how many trial runs there were
   * so far, once no trial goes on.
   *
   * @param end how a trial run ends
   */
  private long trials(String end) throws Exception {
    Path script = folder.resolve("product/bin/wuyou");
    Path noted = folder.resolve("noted");
    Path jdk = Files.createDirectories(folder.resolve("jdk/bin"));
    if (!Files.exists(script)) {
      Files.createDirectories(script.getParent());
      Files.createDirectory(folder.resolve("product/lib"));
      Files.copy(WuyouProcess.SCRIPT, script, COPY_ATTRIBUTES);
      Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    }
    Path java =
        Files.writeString(
            jdk.resolve("java"),
            """
            #!/usr/bin/env bash
            case " $* " in
              *" prepare "*) echo trial >>'%s'; %s ;;
              *) echo started; read -r ;;
            esac
            """
                .formatted(noted, end));
    assertTrue(java.toFile().setExecutable(true));
    ProcessBuilder builder = new ProcessBuilder(script.toString(), "start");
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("WUYOU_QUICK_START", "yes");
    Process server = builder.redirectErrorStream(true).start();
    try (BufferedReader out = server.inputReader()) {
      assertEquals("started", out.readLine());
      for (ProcessHandle trial : server.children().toList()) {
        trial.onExit().get(1, TimeUnit.MINUTES);
      }
      server.getOutputStream().close();
      assertNull(out.readLine());
    }
    return Files.readAllLines(noted).size();
  }

  private static Ended wuyou(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return WuyouProcess.run(environment, WuyouProcess.SCRIPT, arguments);
  }
}

package org.wuyou.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what {@code platform/docs/officer.md} tells an officer to do: runs its {@code sh} blocks one
 * after another, makes the edits of its {@code diff} blocks, and finds every line of a {@code text}
 * block in what the command before it printed.
 */
@DisplayName("The officer's walk-through")
@ExtendWith(WithDemo.class)
class OfficerWalkThroughTest {
  private static final Path FILE = ImageFiles.ROOT.resolve("platform/docs/officer.md");
  private static final Pattern BLOCK =
      Pattern.compile("```(sh|text|diff)( exit=(\\d))?\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void does_what_it_says_in_less_than_ten_minutes(DemoServer demo) throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path command =
        Files.writeString(
            bin.resolve("wuyou"), "#!/bin/sh\nexec '" + WuyouProcess.SCRIPT + "' \"$@\"\n");
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path work = Files.createDirectory(folder.resolve("work"));
    long begun = System.nanoTime();
    String printed = "";
    int steps = 0;
    Matcher blocks = BLOCK.matcher(Files.readString(FILE));
    while (blocks.find()) {
      String body = blocks.group(4);
      switch (blocks.group(1)) {
        case "sh" -> {
          WuyouProcess.Ended ended = run(demo, bin, work, body);
          assertEquals(expectedExit(blocks), ended.exit(), body + ended.all());
          printed = ended.all();
          steps++;
        }
        case "diff" -> edit(work, body);
        default -> assertShows(body, printed);
      }
    }
    assertTrue(steps >= 8, "the walk-through has its steps");
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMinutes() < 10, "in ten minutes");
  }

  @AfterEach
  void leaves_the_demonstration_as_it_was(DemoServer demo) throws Exception {
    WuyouProcess.Ended removed = demo.wuyou("plugin", "remove", "region-gaoping", "--yes");
    assertEquals(0, removed.exit(), removed.all());
  }

  private static int expectedExit(Matcher block) {
    return block.group(3) == null ? 0 : Integer.parseInt(block.group(3));
  }

  private static WuyouProcess.Ended run(DemoServer demo, Path bin, Path work, String body)
      throws IOException, InterruptedException {
    return WuyouProcess.run(
        Map.of(
            "WUYOU_URL", demo.url.toString(),
            "WUYOU_TOKEN", demo.token(),
            "PATH", bin + ":" + System.getenv("PATH")),
        List.of("bash", "-c", "cd '" + work + "' && " + body));
  }

  /** Puts each line begun with + in place of the line begun with - before it. */
  private static void edit(Path work, String diff) throws IOException {
    List<String> lines = diff.lines().toList();
    Path file = work.resolve(lines.getFirst().replaceFirst("^--- ", ""));
    String text = Files.readString(file);
    String old = "";
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("-")) {
        old = line.substring(1).strip();
        assertTrue(text.contains(old), file + " has no line " + old);
      } else if (line.startsWith("+")) {
        text = text.replace(old, line.substring(1).strip());
      }
    }
    Files.writeString(file, text);
  }

  private static void assertShows(String wanted, String printed) {
    int from = 0;
    for (String line : wanted.lines().map(String::strip).toList()) {
      int at = printed.indexOf(line, from);
      if (at < 0) {
        fail("not printed: " + line + "\nin:\n" + printed);
      }
      from = at + line.length();
    }
  }
}

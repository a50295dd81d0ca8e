package org.wuyou.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The demonstration")
class DemoTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COUNT = "{\"query\":\"{ enterprises { totalCount } }\"}";

  @Test
  void from_the_unpacked_archive_starts_loads_stops_and_starts_again_at_once(@TempDir Path folder)
      throws Exception {
    Path home = unpack(folder.resolve("安装 here"));
    Path data = folder.resolve("data");
    long enterprises;
    try (DemoServer first = new DemoServer(home.resolve("bin/wuyou"), data)) {
      assertTrue(first.printed().contains(first.token()), first.printed());
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(first.tokenFile())));
      assertEquals(200, first.get("/health/ready").statusCode());
      enterprises = count(first);
      assertTrue(enterprises > 100, "sample rows: " + enterprises);
      assertEquals(143, first.stop(), "ended by SIGTERM");
    }
    try (DemoServer second = new DemoServer(home.resolve("bin/wuyou"), data)) {
      System.out.printf("second start: ready in %d ms%n", second.startedIn.toMillis());
      assertEquals(enterprises, count(second));
      // The goal is 3 s on a quiet machine; on a busy build machine this only finds a hang or a
      // second load of the sample.
      assertTrue(second.startedIn.compareTo(Duration.ofSeconds(60)) < 0, "" + second.startedIn);
    }
  }

  private static long count(DemoServer server) throws IOException, InterruptedException {
    JsonNode answer = JSON.readTree(server.post("/graphql", "application/json", COUNT).body());
    return answer.at("/data/enterprises/totalCount").asLong();
  }

  private static Path unpack(Path target) throws IOException, InterruptedException {
    Files.createDirectories(target);
    Path archive;
    try (var files = Files.newDirectoryStream(ImageFiles.IMAGE.resolve(".."), "*.tar.gz")) {
      archive = files.iterator().next();
    }
    assertEquals(
        0,
        new ProcessBuilder(
                List.of(
                    "tar",
                    "xzf",
                    archive.toAbsolutePath().toString(),
                    "-C",
                    target.toString(),
                    "--strip-components=1"))
            .inheritIO()
            .start()
            .waitFor());
    return target;
  }
}

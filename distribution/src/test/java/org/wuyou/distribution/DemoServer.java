package org.wuyou.distribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A demonstration started by the real script on a free port; reads what it prints. */
final class DemoServer implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/graphql");
  private static final String LAST_LINE = "Ctrl-C";

  private final Process process;
  private final StringBuilder printed = new StringBuilder();
  private final Thread reader;
  private final HttpClient http = HttpClient.newHttpClient();
  final Path data;
  final URI url;
  final Duration startedIn;

  DemoServer(Path script, Path data) throws IOException {
    this(script, data, Map.of());
  }

  DemoServer(Path script, Path data, Map<String, String> environment) throws IOException {
    this.data = data;
    Files.createDirectories(data);
    Path errors = data.resolve("server.log");
    long begun = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(script.toString(), "demo", "--port", "0", "--data", data.toString()))
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("WUYOU_QUICK_START", "no");
    builder.environment().putAll(environment);
    process = builder.start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = "";
    while (line != null && !line.contains(LAST_LINE)) {
      line = out.readLine();
      printed.append(line).append('\n');
    }
    startedIn = Duration.ofNanos(System.nanoTime() - begun);
    Matcher address = URL.matcher(printed);
    if (line == null || !address.find()) {
      process.destroy();
      throw new IllegalStateException(
          "the demo did not start:\n" + printed + Files.readString(errors));
    }
    url = URI.create(address.group(1));
    // The rest is read so that the server never waits for a full pipe.
    reader = Thread.ofVirtual().start(() -> out.lines().forEach(rest -> {}));
  }

  String printed() {
    return printed.toString();
  }

  Path tokenFile() {
    return data.resolve("token");
  }

  String token() throws IOException {
    return Files.readString(tokenFile()).strip();
  }

  /** A client command against this server. */
  WuyouProcess.Ended wuyou(String... arguments) throws IOException, InterruptedException {
    return WuyouProcess.run(
        Map.of("WUYOU_URL", url.toString(), "WUYOU_TOKEN", token()),
        WuyouProcess.SCRIPT,
        arguments);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(url.resolve(path))
            .header("Authorization", "Bearer " + token())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(url.resolve(path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Sends SIGTERM and waits for the end; gives the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the server did not stop on SIGTERM");
    }
    reader.join();
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      stop();
    }
  }
}

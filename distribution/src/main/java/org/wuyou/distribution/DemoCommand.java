package org.wuyou.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wuyou.console.cli.ExitCode;
import org.wuyou.console.cli.Output;
import org.wuyou.console.cli.Server;
import org.wuyou.console.cli.Texts;
import org.wuyou.runtime.ProductSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wuyou demo}: the server with sample data, and a first question to ask it. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
  private final Texts texts;
  private final Home home;

  @Mixin private ServerOptions options = new ServerOptions();
  @Spec private @Nullable CommandSpec spec;

  DemoCommand(Texts texts, Home home) {
    this.texts = texts;
    this.home = home;
  }

  @Override
  public Integer call() throws IOException {
    Output output = WuyouCommand.output(spec, texts);
    ProductSettings settings = options.settings(home, "demo");
    Files.createDirectories(settings.data());
    DemoToken token = DemoToken.in(settings.data());
    output.note("demo.starting", settings.data());
    try (RunningServer server =
        RunningServer.start(settings.withAdminToken(token.secret()), output)) {
      Server connected = new Server(server.product().url(), token.secret(), texts);
      Path loaded = settings.data().resolve("sample-loaded");
      if (!Files.exists(loaded)) {
        SampleData.of(home.plugins()).load(server.product(), connected, output);
        Files.createFile(loaded);
      }
      welcome(output, server.product().url().toString(), token);
      if (options.shell()) {
        server.shell(connected, output, home);
      } else {
        server.await();
      }
    }
    return ExitCode.DONE;
  }

  private void welcome(Output output, String url, DemoToken token) throws IOException {
    output.line("demo.ready", url, token.secret(), token.file());
    String address = options.port() == 8080 ? "" : " --url " + url;
    output.line("demo.ask", home.script(), token.file(), address, firstQuery().strip());
    output.out().flush();
  }

  static String firstQuery() throws IOException {
    try (@Nullable InputStream in = DemoCommand.class.getResourceAsStream("first-query.graphql")) {
      if (in == null) {
        throw new IllegalStateException("first-query.graphql is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

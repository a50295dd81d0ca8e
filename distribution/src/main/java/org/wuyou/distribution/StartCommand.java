package org.wuyou.distribution;

import java.io.IOException;
import java.util.Optional;
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

/** {@code wuyou start}: the server in the foreground. */
@Command(name = "start")
final class StartCommand implements Callable<Integer> {
  private final Texts texts;
  private final Home home;

  @Mixin private ServerOptions options = new ServerOptions();
  @Spec private @Nullable CommandSpec spec;

  StartCommand(Texts texts, Home home) {
    this.texts = texts;
    this.home = home;
  }

  @Override
  public Integer call() throws IOException {
    Output output = WuyouCommand.output(spec, texts);
    ProductSettings settings = options.settings(home, "server");
    Optional<String> given = ServerOptions.givenToken();
    if (given.isPresent()) {
      settings = settings.withAdminToken(given.get());
    }
    try (RunningServer server = RunningServer.start(settings, output)) {
      String url = server.product().url().toString();
      output.line("start.ready", url, settings.data());
      // A token that was given is known to whoever gave it; one that was made is shown this once.
      Optional<String> made = given.isPresent() ? Optional.empty() : server.product().firstToken();
      made.ifPresentOrElse(
          token -> output.line("start.token", token), () -> output.line("start.tokenKnown"));
      output.out().flush();
      if (options.shell()) {
        String token = server.product().admitLocal();
        server.shell(new Server(server.product().url(), token, texts), output, home);
      } else {
        server.await();
      }
    }
    return ExitCode.DONE;
  }
}

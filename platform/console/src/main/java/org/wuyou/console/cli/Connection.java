package org.wuyou.console.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options every client command shares: where the server is, who asks, how to answer. */
public final class Connection {
  private static final URI HERE = URI.create("http://127.0.0.1:8080");

  private final Texts texts;
  private final @Nullable Server given;

  @Option(names = "--url", paramLabel = "URL", descriptionKey = "option.url")
  private @Nullable URI url;

  @Option(names = "--token-file", paramLabel = "FILE", descriptionKey = "option.tokenFile")
  private @Nullable Path tokenFile;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  private Connection(Texts texts, @Nullable Server given) {
    this.texts = texts;
    this.given = given;
  }

  /** Server and token come from the options and the environment. */
  public static Connection fromOptions(Texts texts) {
    return new Connection(texts, null);
  }

  /** The server is the one a shell is connected to, unless an option names another. */
  public static Connection to(Server server, Texts texts) {
    return new Connection(texts, server);
  }

  public Server server() {
    if (given != null && url == null) {
      return given;
    }
    String address = System.getenv("WUYOU_URL");
    URI target = url != null ? url : address != null ? URI.create(address) : HERE;
    if (target.getHost() == null || !("" + target.getScheme()).startsWith("http")) {
      throw new CommandFailure.Misused(texts.say("failure.url", target));
    }
    return new Server(target, token(), texts);
  }

  public Texts texts() {
    return texts;
  }

  public boolean json() {
    return json;
  }

  private String token() {
    if (tokenFile != null) {
      try {
        return Files.readString(tokenFile).strip();
      } catch (IOException unreadable) {
        throw new CommandFailure.Misused(texts.say("failure.tokenFile", tokenFile));
      }
    }
    String token = System.getenv("WUYOU_TOKEN");
    return token == null ? "" : token.strip();
  }
}

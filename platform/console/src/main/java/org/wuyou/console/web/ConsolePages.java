package org.wuyou.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of the console by the path a browser asks for. They hold no data, so they need no
 * token; what they show they ask for through the GraphQL API with the token of the person.
 */
public final class ConsolePages {
  private static final String OWN = "org/wuyou/console/web/";
  private static final String LIBRARIES = "META-INF/resources/_static/";
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9@_-]+([./][A-Za-z0-9@_-]+)*");
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "graphql", "application/graphql; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final byte[] index;
  private final Map<String, String> policy;

  /** Reads the first page once; the browser is told to run nothing but our own files. */
  public ConsolePages() {
    this.index =
        read(OWN + "index.html")
            .orElseThrow(() -> new IllegalStateException("index.html is not on the class path"));
    this.policy =
        Map.of(
            "Content-Security-Policy",
            "default-src 'self'; script-src 'self' '"
                + hashOfImportMap(new String(index, StandardCharsets.UTF_8))
                + "'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none';"
                + " form-action 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "Cache-Control",
            "no-cache");
  }

  /** A file with the headers it must be sent with, {@code Content-Type} apart. */
  public record File(byte[] body, String contentType, Map<String, String> headers) {
    public File {
      headers = Map.copyOf(headers);
    }
  }

  /** The file at {@code /console} or below it. */
  public Optional<File> at(String path) {
    String rest = path.replaceFirst("^/console/?", "");
    if (rest.isEmpty()) {
      return Optional.of(new File(index, "text/html; charset=utf-8", policy));
    }
    String type = TYPES.get(rest.substring(rest.lastIndexOf('.') + 1));
    if (type == null || !SAFE.matcher(rest).matches()) {
      return Optional.empty();
    }
    // A library's path carries its version, so a browser may keep the file for good.
    return rest.startsWith("lib/")
        ? read(LIBRARIES + rest.substring("lib/".length()))
            .map(
                body ->
                    new File(
                        body,
                        type,
                        Map.of(
                            "Cache-Control",
                            "public, max-age=31536000, immutable",
                            "X-Content-Type-Options",
                            "nosniff")))
        : read(OWN + rest).map(body -> new File(body, type, policy));
  }

  private static Optional<byte[]> read(String resource) {
    try (@Nullable InputStream in =
        ConsolePages.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + resource, broken);
    }
  }

  private static String hashOfImportMap(String page) {
    Matcher script = IMPORT_MAP.matcher(page);
    if (!script.find()) {
      throw new IllegalStateException("index.html has no import map");
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}

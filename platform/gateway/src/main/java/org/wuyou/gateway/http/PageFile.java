package org.wuyou.gateway.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A file of a page: kept in memory, also compressed, asked for again by its tag.
 *
 * @param etag of the content, quoted
 */
public record PageFile(String contentType, byte[] bytes, byte[] gzipped, String etag) {
  public static PageFile of(String contentType, String text) {
    return of(contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  public static PageFile of(String contentType, byte[] bytes) {
    return new PageFile(contentType, bytes, gzip(bytes), etag(bytes));
  }

  /** A resource of the class path, its type told by the end of its name; absent is our bug. */
  public static PageFile ofResource(ClassLoader loader, String resource) {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The class path has no " + resource);
      }
      return of(contentType(resource), in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The file, or 304 if the client has it. */
  public HttpAnswer answer(HttpCall call) {
    call.allow("GET", "HEAD");
    HttpAnswer answer =
        call.header("If-None-Match").filter(this::isNamed).isPresent()
            ? HttpAnswer.empty(304)
            : body(call);
    return answer
        .with("ETag", etag)
        .with("Vary", "Accept-Encoding")
        .with("Cache-Control", "no-cache");
  }

  private boolean isNamed(String ifNoneMatch) {
    return ifNoneMatch.equals("*") || ifNoneMatch.contains(etag);
  }

  private HttpAnswer body(HttpCall call) {
    boolean compressed =
        gzipped.length < bytes.length && Gzip.accepts(call.header("Accept-Encoding").orElse(null));
    return compressed
        ? HttpAnswer.bytes(200, contentType, gzipped).with("Content-Encoding", "gzip")
        : HttpAnswer.bytes(200, contentType, bytes);
  }

  private static String contentType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "html" -> "text/html;charset=utf-8";
      case "js", "mjs" -> "text/javascript;charset=utf-8";
      case "css" -> "text/css;charset=utf-8";
      case "json", "map" -> "application/json";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "woff2" -> "font/woff2";
      default -> throw new IllegalStateException("No content type is known for " + name);
    };
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream gzipped = new ByteArrayOutputStream(bytes.length / 3);
    try (OutputStream out = Gzip.over(gzipped)) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return gzipped.toByteArray();
  }

  private static String etag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

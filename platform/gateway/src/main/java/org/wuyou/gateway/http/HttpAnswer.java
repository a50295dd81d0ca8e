package org.wuyou.gateway.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an {@link HttpRoute} answers. */
public record HttpAnswer(int status, Map<String, String> headers, Body body) {
  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  /** Known at once, or written as it is made. */
  public sealed interface Body {
    record Bytes(byte[] bytes) implements Body {}

    record Stream(Writer writer) implements Body {}
  }

  /** Writes a body; the client's pace holds it back. */
  @FunctionalInterface
  public interface Writer {
    void write(OutputStream out) throws IOException;
  }

  public static HttpAnswer empty(int status) {
    return new HttpAnswer(status, Map.of(), new Body.Bytes(new byte[0]));
  }

  public static HttpAnswer bytes(int status, String contentType, byte[] bytes) {
    return new HttpAnswer(status, Map.of("Content-Type", contentType), new Body.Bytes(bytes));
  }

  public static HttpAnswer text(int status, String contentType, String text) {
    return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  public static HttpAnswer stream(String contentType, Writer writer) {
    return new HttpAnswer(200, Map.of("Content-Type", contentType), new Body.Stream(writer));
  }

  public HttpAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpAnswer(status, more, body);
  }
}

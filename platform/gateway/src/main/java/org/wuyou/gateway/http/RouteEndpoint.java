package org.wuyou.gateway.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.Caller;

/** Puts an {@link HttpRoute} behind Jetty: admission, size of the body, headers, compression. */
final class RouteEndpoint implements Endpoint {
  /** What is written before this much is gathered can still be taken back and refused. */
  private static final int GATHERED_BYTES = 32 << 10;

  /** Pages load from their own origin only, run no inline script, and are framed by nobody. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final Map<String, String> PAGE_HEADERS =
      Map.of(
          "Content-Security-Policy", PAGE_POLICY,
          "Referrer-Policy", "no-referrer",
          "X-Frame-Options", "DENY",
          "Cross-Origin-Opener-Policy", "same-origin");

  private final HttpRoute route;
  private final Gate gate;

  RouteEndpoint(HttpRoute route, Gate gate) {
    this.route = route;
    this.gate = gate;
  }

  @Override
  public String name() {
    return route.prefix();
  }

  @Override
  public boolean below() {
    return !route.prefix().equals("/");
  }

  @Override
  public void handle(Request request, Response response, Callback callback) throws Exception {
    Caller caller = route.open() ? null : gate.admit(request);
    if (request.getLength() > route.maxBodyBytes()) {
      throw HttpRefusal.bodyTooLarge(route.maxBodyBytes());
    }
    HttpAnswer answer = route.handle(call(request, caller));
    response.setStatus(answer.status());
    putHeaders(response.getHeaders(), answer);
    boolean compress = compressible(response.getHeaders());
    switch (answer.body()) {
      case HttpAnswer.Body.Bytes whole when compress ->
          Gzip.send(request, response, ByteBuffer.wrap(whole.bytes()), callback);
      case HttpAnswer.Body.Bytes whole -> {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, whole.bytes().length);
        response.write(true, ByteBuffer.wrap(whole.bytes()), callback);
      }
      case HttpAnswer.Body.Stream stream -> {
        OutputStream out = out(request, response, compress);
        stream.writer().write(out);
        // Not after a failure: closing would send what is there as if it were all.
        out.close();
        callback.succeeded();
      }
    }
  }

  private JettyCall call(Request request, @Nullable Caller caller) {
    return new JettyCall(request, route.prefix(), route.maxBodyBytes(), caller);
  }

  private static void putHeaders(HttpFields.Mutable headers, HttpAnswer answer) {
    Replies.secure(headers);
    String type = answer.headers().get("Content-Type");
    if (type != null && type.startsWith("text/html")) {
      PAGE_HEADERS.forEach(headers::put);
    }
    answer.headers().forEach(headers::put);
  }

  private static OutputStream out(Request request, Response response, boolean compress)
      throws IOException {
    OutputStream sink =
        new BufferedOutputStream(Content.Sink.asOutputStream(response), GATHERED_BYTES);
    if (!compress) {
      return sink;
    }
    response.getHeaders().add(HttpHeader.VARY, "Accept-Encoding");
    if (!Gzip.wanted(request)) {
      return sink;
    }
    response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
    return Gzip.over(sink);
  }

  /** Text, unless the route has chosen the bytes itself, by encoding or by tag. */
  private static boolean compressible(HttpFields headers) {
    String type = headers.get(HttpHeader.CONTENT_TYPE);
    if (type == null
        || headers.contains(HttpHeader.CONTENT_ENCODING)
        || headers.contains(HttpHeader.ETAG)) {
      return false;
    }
    String name = type.toLowerCase(Locale.ROOT);
    // What is sent event by event must not wait for a compressor's buffer.
    return !name.startsWith("text/event-stream")
        && (name.startsWith("text/") || name.contains("json") || name.contains("javascript"));
  }
}

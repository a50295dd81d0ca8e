package org.wuyou.gateway.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Compresses answers for clients that ask for it, where it pays. */
final class Gzip {
  /** Below the size of a packet compression saves nothing on the way. */
  private static final int WORTH_IT = 2 << 10;

  private Gzip() {}

  /** Sends a whole body in one write, compressed if worth it. */
  static void send(Request request, Response response, ByteBuffer body, Callback callback)
      throws IOException {
    ByteBuffer sent = body;
    if (body.remaining() >= WORTH_IT) {
      response.getHeaders().add(HttpHeader.VARY, "Accept-Encoding");
      if (wanted(request)) {
        sent = compress(body);
        response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
      }
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, sent.remaining());
    response.write(true, sent, callback);
  }

  /** Whether the client takes gzip. */
  static boolean wanted(Request request) {
    return accepts(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING));
  }

  static boolean accepts(@Nullable String acceptEncoding) {
    if (acceptEncoding == null) {
      return false;
    }
    for (String part : acceptEncoding.split(",")) {
      String[] pieces = part.strip().toLowerCase(Locale.ROOT).split(";");
      if (pieces[0].strip().equals("gzip")) {
        return pieces.length == 1 || !pieces[1].strip().matches("q=0(\\.0*)?");
      }
    }
    return false;
  }

  static OutputStream over(OutputStream out) throws IOException {
    return new Fast(out);
  }

  private static ByteBuffer compress(ByteBuffer body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.remaining() / 4);
    try (OutputStream out = over(bytes)) {
      out.write(body.array(), body.arrayOffset() + body.position(), body.remaining());
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  /** The least effort: on JSON it gives most of the saving at a third of the time. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, 8 << 10);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}

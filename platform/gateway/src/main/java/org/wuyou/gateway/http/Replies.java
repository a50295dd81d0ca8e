package org.wuyou.gateway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The headers every answer carries, and the JSON form of refusals. */
final class Replies {
  static final HttpField NO_SNIFFING = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
  static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
  private static final HttpField REFUSAL_TYPE =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, Media.JSON.contentType());

  private static final EnumSet<HttpHeader> OF_A_BODY =
      EnumSet.of(
          HttpHeader.CONTENT_ENCODING,
          HttpHeader.CONTENT_LENGTH,
          HttpHeader.ETAG,
          HttpHeader.LAST_MODIFIED,
          HttpHeader.VARY);

  private Replies() {}

  /** Headers of answers that are data: never guessed at, never kept. */
  static void secure(HttpFields.Mutable headers) {
    headers.put(NO_SNIFFING);
    headers.put(NO_STORE);
  }

  static void refuse(Request request, Response response, Callback callback, HttpRefusal refusal) {
    refuse(request, response, callback, refusal, Map.of());
  }

  /**
   * Answers with the refusal as JSON.
   *
   * @param extensions told beside the code
   */
  static void refuse(
      Request request,
      Response response,
      Callback callback,
      HttpRefusal refusal,
      Map<String, String> extensions) {
    response.setStatus(refusal.status());
    HttpFields.Mutable headers = response.getHeaders();
    // An answer may have been begun whose headers would now be wrong.
    headers.remove(OF_A_BODY);
    headers.remove("Content-Disposition");
    refusal.headers().forEach(headers::put);
    headers.put(REFUSAL_TYPE);
    secure(headers);
    Locale locale = Languages.preferred(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    byte[] body = refusalBody(refusal, extensions, locale);
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  static byte[] refusalBody(HttpRefusal refusal, Map<String, String> extensions, Locale locale) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      Json.writeRefusal(out, refusal, extensions, locale);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}

package org.wuyou.gateway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.Answer;
import org.wuyou.gateway.Gateway;
import org.wuyou.gateway.Operation;
import org.wuyou.gateway.http.AnswerBuffers.AnswerBuffer;
import org.wuyou.spi.Caller;
import org.wuyou.spi.model.Label;

/** GraphQL over HTTP: one request, one answer; or a stream of events if the client asks for one. */
final class GraphqlEndpoint implements Endpoint {
  private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept");
  private static final Map<Media, HttpField> TYPES = new EnumMap<>(Media.class);

  static {
    for (Media media : Media.values()) {
      TYPES.put(media, new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, media.contentType()));
    }
  }

  private final Gateway gateway;
  private final Gate gate;
  private final int bodyBytes;
  private final EventStreams streams;
  private final HttpMeters meters;
  private final AnswerBuffers buffers = new AnswerBuffers();

  GraphqlEndpoint(
      Gateway gateway, Gate gate, int bodyBytes, EventStreams streams, HttpMeters meters) {
    this.gateway = gateway;
    this.gate = gate;
    this.bodyBytes = bodyBytes;
    this.streams = streams;
    this.meters = meters;
  }

  @Override
  public String name() {
    return "/graphql";
  }

  @Override
  public boolean below() {
    return false;
  }

  @Override
  public void handle(Request request, Response response, Callback callback) throws Exception {
    String method = request.getMethod();
    boolean post = method.equals("POST");
    if (!post && !method.equals("GET")) {
      throw HttpRefusal.methodNotAllowed("GET", "POST");
    }
    Caller caller = gate.admit(request);
    HttpFields headers = request.getHeaders();
    Media media = Media.accepted(headers.get(HttpHeader.ACCEPT));
    Locale locale = Languages.preferred(headers.get(HttpHeader.ACCEPT_LANGUAGE));
    Operation operation =
        post
            ? RequestReader.fromBody(body(request), locale)
            : RequestReader.fromQuery(JettyCall.parameters(request), locale);
    if (media == Media.EVENT_STREAM) {
      streams.serve(request, response, callback, gateway.subscribe(operation, caller));
      return;
    }
    long began = System.nanoTime();
    Answer answer = gateway.execute(operation, caller);
    meters.operation(OperationName.of(operation), answer, System.nanoTime() - began);
    send(request, response, callback, media, answer);
  }

  private void send(
      Request request, Response response, Callback callback, Media media, Answer answer)
      throws IOException {
    AnswerBuffer buffer = buffers.take();
    try (JsonGenerator out = Json.FACTORY.createGenerator(buffer)) {
      Json.writeAnswer(out, answer);
    }
    response.setStatus(status(media, answer));
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(TYPES.get(media));
    headers.put(VARY);
    Replies.secure(headers);
    if (methodRefused(answer)) {
      headers.put(HttpHeader.ALLOW, "POST");
    }
    Gzip.send(
        request, response, buffer.bytes(), Callback.from(callback, () -> buffers.giveBack(buffer)));
  }

  /** The rules of the specification for each media type. */
  private static int status(Media media, Answer answer) {
    if (!answer.requestError()) {
      return 200;
    }
    // A mutation by GET is refused by its method, whatever the media type.
    if (methodRefused(answer)) {
      return 405;
    }
    if (media == Media.JSON) {
      return 200;
    }
    return switch (answer.errors().getFirst().code()) {
      case "UNAUTHENTICATED" -> 401;
      case "FORBIDDEN" -> 403;
      case "INTERNAL", "PLUGIN_ERROR" -> 500;
      case "TIMEOUT", "PLUGIN_TIMEOUT", "PLUGIN_UNAVAILABLE" -> 503;
      default -> 400;
    };
  }

  private static boolean methodRefused(Answer answer) {
    return answer.requestError()
        && "QUERY_REQUIRED".equals(answer.errors().getFirst().extensions().get("reason"));
  }

  private byte[] body(Request request) throws IOException {
    requireJson(request.getHeaders());
    long announced = request.getLength();
    if (announced > bodyBytes) {
      throw HttpRefusal.bodyTooLarge(bodyBytes);
    }
    InputStream in = Content.Source.asInputStream(request);
    if (announced >= 0) {
      return in.readNBytes((int) announced);
    }
    byte[] body = in.readNBytes(bodyBytes + 1);
    if (body.length > bodyBytes) {
      throw HttpRefusal.bodyTooLarge(bodyBytes);
    }
    return body;
  }

  /**
   * Only types that a page of another origin cannot send without asking first; so no foreign page
   * can make a browser act for its user.
   */
  private static void requireJson(HttpFields headers) {
    String type = headers.get(HttpHeader.CONTENT_TYPE);
    if (!"application/json".equals(type) && !isJsonInUtf8(type)) {
      throw unsupported("Content-Type: application/json; charset=utf-8");
    }
    String encoding = headers.get(HttpHeader.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw unsupported("Content-Encoding: identity");
    }
  }

  private static boolean isJsonInUtf8(@Nullable String type) {
    if (type == null) {
      return false;
    }
    String[] pieces = type.toLowerCase(Locale.ROOT).split(";");
    if (!pieces[0].strip().equals("application/json")) {
      return false;
    }
    for (int i = 1; i < pieces.length; i++) {
      String parameter = pieces[i].replace("\"", "").strip();
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return false;
      }
    }
    return true;
  }

  private static HttpRefusal unsupported(String wanted) {
    return new HttpRefusal(
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        new Label("请求正文须为 " + wanted, "The body must come with " + wanted));
  }
}

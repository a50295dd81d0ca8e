package org.wuyou.gateway.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.Caller;

/** A Jetty request as routes see it. */
final class JettyCall implements HttpCall {
  private final Request request;
  private final String prefix;
  private final @Nullable Caller caller;
  private final InputStream body;

  JettyCall(Request request, String prefix, long maxBodyBytes, @Nullable Caller caller) {
    this.request = request;
    this.prefix = prefix;
    this.caller = caller;
    this.body = new Limited(Content.Source.asInputStream(request), maxBodyBytes);
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    return URIUtil.decodePath(Request.getPathInContext(request));
  }

  @Override
  public String rest() {
    String path = path();
    return path.length() > prefix.length() ? path.substring(prefix.length() + 1) : "";
  }

  @Override
  public Map<String, List<String>> parameters() {
    return parameters(request);
  }

  static Map<String, List<String>> parameters(Request request) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Fields.Field field : fields(request)) {
      values.put(field.getName(), field.getValues());
    }
    return values;
  }

  private static Fields fields(Request request) {
    try {
      return Request.extractQueryParameters(request);
    } catch (IllegalArgumentException undecodable) {
      throw HttpRefusal.badRequest(
          "地址中的参数不是合法的 UTF-8 百分号编码", "The parameters of the URL are not percent-encoded UTF-8");
    }
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  @Override
  public Caller caller() {
    if (caller == null) {
      throw new IllegalStateException("The open route " + prefix + " asked who calls");
    }
    return caller;
  }

  @Override
  public Locale locale() {
    return Languages.preferred(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
  }

  @Override
  public OptionalLong contentLength() {
    long length = request.getLength();
    return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
  }

  @Override
  public InputStream body() {
    return body;
  }

  /** Refuses the byte after the last allowed one. */
  private static final class Limited extends FilterInputStream {
    private final long limit;
    private long taken;

    Limited(InputStream in, long limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(bytes);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long bytes) {
      taken += bytes;
      if (taken > limit) {
        throw HttpRefusal.bodyTooLarge(limit);
      }
    }
  }
}

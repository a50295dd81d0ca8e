package org.wuyou.gateway.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /metrics} for Prometheus; open to this machine if so set, else by token. */
final class MetricsEndpoint implements Endpoint {
  private final PrometheusMeterRegistry meters;
  private final Gate gate;
  private final boolean openToLocal;

  MetricsEndpoint(PrometheusMeterRegistry meters, Gate gate, boolean openToLocal) {
    this.meters = meters;
    this.gate = gate;
    this.openToLocal = openToLocal;
  }

  @Override
  public String name() {
    return "/metrics";
  }

  @Override
  public boolean below() {
    return false;
  }

  @Override
  public void handle(Request request, Response response, Callback callback) throws Exception {
    if (!openToLocal || !Gate.isLocal(request)) {
      gate.admit(request);
    }
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      throw HttpRefusal.methodNotAllowed("GET", "HEAD");
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;version=0.0.4;charset=utf-8");
    Replies.secure(response.getHeaders());
    byte[] text = meters.scrape().getBytes(StandardCharsets.UTF_8);
    Gzip.send(request, response, ByteBuffer.wrap(text), callback);
  }
}

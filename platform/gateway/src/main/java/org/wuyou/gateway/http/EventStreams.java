package org.wuyou.gateway.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.wuyou.gateway.Answer;
import org.wuyou.spi.model.Label;

/** The event streams that are open: as many as allowed, all ended when the server stops. */
final class EventStreams implements AutoCloseable {
  private final Gate gate;
  private final int limit;
  private final Duration keepAlive;
  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  EventStreams(Gate gate, int limit, Duration keepAlive) {
    this.gate = gate;
    this.limit = limit;
    this.keepAlive = keepAlive;
  }

  int count() {
    return open.size();
  }

  /**
   * Sends what is published until it ends, the client goes, its token is revoked, or the server
   * stops; returns then.
   *
   * @throws HttpRefusal 503 if too many are open
   */
  void serve(
      Request request, Response response, Callback callback, Flow.Publisher<Answer> answers) {
    EventStream stream =
        new EventStream(response, callback, keepAlive, () -> gate.stillAdmits(request));
    open.add(stream);
    try {
      if (open.size() > limit) {
        throw tooMany();
      }
      if (closed) {
        throw Refusals.ofStatus(503);
      }
      answers.subscribe(stream);
      stream.run();
    } finally {
      open.remove(stream);
    }
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(EventStream::end);
  }

  private static HttpRefusal tooMany() {
    return new HttpRefusal(
        503,
        "UNAVAILABLE",
        new Label("订阅过多，请稍后重试", "Too many subscriptions are open; try again later"));
  }
}

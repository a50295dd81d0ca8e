package org.wuyou.gateway.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What stands at one address of the server, in Jetty's terms. */
interface Endpoint {
  /** Its name in the metrics: the address or prefix, never what a client sent. */
  String name();

  /** Whether the paths below its address are its own too. */
  boolean below();

  /** Answers and completes the callback, at once or later; a thrown failure is answered for it. */
  void handle(Request request, Response response, Callback callback) throws Exception;
}

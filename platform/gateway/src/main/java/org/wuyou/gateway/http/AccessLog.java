package org.wuyou.gateway.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line of key-value pairs a request, to the logger {@code org.wuyou.access}. Never the query
 * part, headers or bodies: they may hold tokens and personal data.
 */
final class AccessLog implements RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger("org.wuyou.access");

  @Override
  public void log(Request request, Response response) {
    LOG.atInfo()
        .setMessage("request")
        .addKeyValue("method", request.getMethod())
        .addKeyValue("path", request.getHttpURI().getCanonicalPath())
        .addKeyValue("status", response.getStatus())
        .addKeyValue("bytes", Response.getContentBytesWritten(response))
        .addKeyValue(
            "millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()))
        .addKeyValue("address", Request.getRemoteAddr(request))
        .log();
  }
}

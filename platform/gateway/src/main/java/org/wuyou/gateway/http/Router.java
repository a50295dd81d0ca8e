package org.wuyou.gateway.http;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.spi.model.Label;

/** Sends each request to the endpoint of its path, and turns failures into answers. */
final class Router extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  private final Map<String, Endpoint> endpoints;
  private final HttpMeters meters;

  Router(Map<String, Endpoint> endpoints, HttpMeters meters) {
    this.endpoints = Map.copyOf(endpoints);
    this.meters = meters;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    Endpoint endpoint = find(path);
    Callback measured =
        meters.measure(endpoint == null ? "none" : endpoint.name(), response, callback);
    // Only a client may idle: while none waits to read or write, it is us who are at work.
    request.addIdleTimeoutListener(timeout -> false);
    try {
      if (endpoint == null) {
        throw HttpRefusal.notFound(path);
      }
      endpoint.handle(request, response, measured);
    } catch (HttpRefusal refusal) {
      refuse(request, response, measured, refusal, Map.of());
    } catch (Throwable failure) {
      answerFailure(request, response, measured, failure);
    }
    return true;
  }

  private @Nullable Endpoint find(String path) {
    Endpoint exact = endpoints.get(path);
    if (exact != null) {
      return exact;
    }
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      Endpoint above = endpoints.get(path.substring(0, end));
      if (above != null && above.below()) {
        return above;
      }
    }
    return null;
  }

  private static void answerFailure(
      Request request, Response response, Callback callback, Throwable failure) {
    switch (failure) {
      case HttpException bad when bad.getCode() < 500 ->
          Replies.refuse(request, response, callback, Refusals.ofStatus(bad.getCode()));
      case EOFException gone -> callback.failed(gone);
      case IOException slow when slow.getCause() instanceof TimeoutException ->
          Replies.refuse(request, response, callback, Refusals.ofStatus(408));
      case IOException bad when bad.getCause() instanceof BadMessageException reason ->
          Replies.refuse(request, response, callback, Refusals.ofStatus(reason.getCode()));
      case IOException gone -> callback.failed(gone);
      default -> answerBug(request, response, callback, failure);
    }
  }

  private static void answerBug(
      Request request, Response response, Callback callback, Throwable failure) {
    String trace = UUID.randomUUID().toString();
    LOG.error("{} {} failed, trace {}", request.getMethod(), path(request), trace, failure);
    refuse(
        request,
        response,
        callback,
        new HttpRefusal(
            500,
            "INTERNAL",
            new Label(
                "服务器内部错误，请将 traceId 告知管理员",
                "An internal error; tell the administrator the traceId")),
        Map.of("traceId", trace));
  }

  /** Too late once bytes are on their way; then the client must see the answer break off. */
  private static void refuse(
      Request request,
      Response response,
      Callback callback,
      HttpRefusal refusal,
      Map<String, String> extensions) {
    if (response.isCommitted()) {
      callback.failed(refusal);
      return;
    }
    Replies.refuse(request, response, callback, refusal, extensions);
  }

  private static String path(Request request) {
    return request.getHttpURI().getCanonicalPath();
  }
}

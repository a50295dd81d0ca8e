package org.wuyou.runtime;

import org.wuyou.console.web.ConsolePages;
import org.wuyou.gateway.http.HttpAnswer;
import org.wuyou.gateway.http.HttpCall;
import org.wuyou.gateway.http.HttpRefusal;
import org.wuyou.gateway.http.HttpRoute;

/** Serves the pages of the console; open, because they hold no data. */
final class ConsoleRoute implements HttpRoute {
  private final ConsolePages pages;

  ConsoleRoute(ConsolePages pages) {
    this.pages = pages;
  }

  @Override
  public String prefix() {
    return "/console";
  }

  @Override
  public boolean open() {
    return true;
  }

  @Override
  public HttpAnswer handle(HttpCall call) {
    call.allow("GET", "HEAD");
    ConsolePages.File file =
        pages.at(call.path()).orElseThrow(() -> HttpRefusal.notFound(call.path()));
    HttpAnswer answer = HttpAnswer.bytes(200, file.contentType(), file.body());
    for (var header : file.headers().entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }
}

package org.wuyou.gateway.http;

import java.util.function.Supplier;

/** {@code /schema.graphqls}: the composed SDL of the running generation. */
final class SchemaRoute implements HttpRoute {
  private final Supplier<String> sdl;

  SchemaRoute(Supplier<String> sdl) {
    this.sdl = sdl;
  }

  @Override
  public String prefix() {
    return "/schema.graphqls";
  }

  @Override
  public HttpAnswer handle(HttpCall call) {
    call.allow("GET", "HEAD");
    if (!call.rest().isEmpty()) {
      throw HttpRefusal.notFound(call.path());
    }
    return PageFile.of("text/plain;charset=utf-8", sdl.get()).answer(call);
  }
}

package org.wuyou.gateway.http;

import org.wuyou.spi.model.Label;

/** What to tell of requests that Jetty itself refuses, by status. */
final class Refusals {
  private Refusals() {}

  static HttpRefusal ofStatus(int status) {
    return switch (status) {
      case 404 -> new HttpRefusal(404, "NOT_FOUND", new Label("没有这个地址", "No such address"));
      case 408 ->
          new HttpRefusal(
              408,
              "TIMEOUT",
              new Label("请求发送过慢，请重试", "The request was sent too slowly; try again"));
      case 413 ->
          new HttpRefusal(413, "LIMIT_SIZE", new Label("请求正文过大", "The request body is too large"));
      case 414, 431 ->
          new HttpRefusal(
              status,
              "LIMIT_SIZE",
              new Label(
                  "请求行或请求头过大，长查询请用 POST",
                  "The URL or the headers are too large; send long queries by POST"));
      case 503 ->
          new HttpRefusal(
              503,
              "UNAVAILABLE",
              new Label("服务器正在停止，请稍后重试", "The server is stopping; try again soon"));
      case 505 ->
          new HttpRefusal(
              505,
              "HTTP_VERSION",
              new Label("只支持 HTTP/1.1 与 HTTP/2", "Only HTTP/1.1 and HTTP/2 are spoken here"));
      default ->
          status < 500
              ? new HttpRefusal(
                  status, "BAD_REQUEST", new Label("不是合法的 HTTP 请求", "Not a valid HTTP request"))
              : new HttpRefusal(
                  status, "INTERNAL", new Label("服务器内部错误", "An internal error of the server"));
    };
  }
}

package org.wuyou.gateway.http;

import java.util.Map;
import org.wuyou.spi.model.Label;

/**
 * A request that is refused: the client is told the status, a stable code, and what to do, as
 * {@code {errors: [{message, extensions: {code}}]}}.
 */
public final class HttpRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Label label;
  private final transient Map<String, String> headers;

  public HttpRefusal(int status, String code, Label message) {
    this(status, code, message, Map.of());
  }

  /**
   * @param headers sent along: {@code Allow}, {@code Retry-After}
   */
  public HttpRefusal(int status, String code, Label message, Map<String, String> headers) {
    // An expected outcome that never crosses a thread: the stack would only cost.
    super(message.en(), null, false, false);
    this.status = status;
    this.code = code;
    this.label = message;
    this.headers = Map.copyOf(headers);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public Label label() {
    return label;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** 400 {@code BAD_REQUEST}. */
  public static HttpRefusal badRequest(String zh, String en) {
    return new HttpRefusal(400, "BAD_REQUEST", new Label(zh, en));
  }

  /** 404 {@code NOT_FOUND}. */
  public static HttpRefusal notFound(String path) {
    return new HttpRefusal(
        404, "NOT_FOUND", new Label("没有 " + path + " 这个地址", "There is nothing at " + path));
  }

  /** 405 {@code METHOD_NOT_ALLOWED} with {@code Allow}. */
  public static HttpRefusal methodNotAllowed(String... allowed) {
    String list = String.join(", ", allowed);
    return new HttpRefusal(
        405,
        "METHOD_NOT_ALLOWED",
        new Label("此地址只接受 " + list, "This address takes " + list + " only"),
        Map.of("Allow", list));
  }

  /** 413 {@code LIMIT_SIZE}. */
  public static HttpRefusal bodyTooLarge(long limit) {
    return new HttpRefusal(
        413,
        "LIMIT_SIZE",
        new Label(
            "请求正文超过 " + limit + " 字节的上限，请拆分后再发",
            "The request body exceeds " + limit + " bytes; send it in parts"));
  }
}

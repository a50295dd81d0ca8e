package org.wuyou.gateway.http;

/**
 * A part of the server that another room brings: a path and all below it. Needs a token unless it
 * says otherwise.
 */
public interface HttpRoute {
  /**
   * {@code "/files"} answers {@code /files} and {@code /files/…}; {@code "/"} answers itself alone.
   */
  String prefix();

  /** Whether it answers without a token; for the static parts of pages only. */
  default boolean open() {
    return false;
  }

  /** The largest body taken; none unless a route says so. Reading beyond it is refused with 413. */
  default long maxBodyBytes() {
    return 0;
  }

  /**
   * Answers on a virtual thread, so it may block.
   *
   * @throws HttpRefusal to refuse with a status and a code; any other failure is our bug and
   *     answered with 500
   */
  HttpAnswer handle(HttpCall call) throws Exception;
}

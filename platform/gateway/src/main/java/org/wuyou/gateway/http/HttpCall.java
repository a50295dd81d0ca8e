package org.wuyou.gateway.http;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.wuyou.spi.Caller;

/** One request to an {@link HttpRoute}. */
public interface HttpCall {
  /** Upper case. */
  String method();

  /** The whole path, decoded. */
  String path();

  /** What follows the prefix of the route: {@code Enterprise.csv}. */
  String rest();

  /** Decoded parameters of the query part, in order. */
  Map<String, List<String>> parameters();

  /** The first value of a parameter. */
  default Optional<String> parameter(String name) {
    return parameters().getOrDefault(name, List.of()).stream().findFirst();
  }

  Optional<String> header(String name);

  /** Who asks; a programming error on open routes. */
  Caller caller();

  /** Language of messages; Chinese unless English is preferred. */
  Locale locale();

  /** Bytes announced; empty if the client sends chunks. */
  OptionalLong contentLength();

  /**
   * The body as it arrives, the same stream at each call; throws {@link HttpRefusal} (413) beyond
   * the limit of the route.
   */
  InputStream body();

  /** Refuses with 405 and {@code Allow} unless the method is one of these. */
  default void allow(String... methods) {
    if (!List.of(methods).contains(method())) {
      throw HttpRefusal.methodNotAllowed(methods);
    }
  }
}

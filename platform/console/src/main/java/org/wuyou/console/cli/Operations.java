package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The operations of the administration; the page in the browser sends the same document. */
final class Operations {
  private static final String RESOURCE = "/org/wuyou/console/web/operations.graphql";

  /** All operations; which one runs is told by name. */
  static final String DOCUMENT = read();

  private Operations() {}

  static ObjectNode variables() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String read() {
    try (@Nullable InputStream in = Operations.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + RESOURCE, broken);
    }
  }
}

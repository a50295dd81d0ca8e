package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The documents of operations that the pages in the browser send too. */
final class Operations {
  private static final String FOLDER = "/org/wuyou/console/web/";

  /** The operations of the administration; which one runs is told by name. */
  static final String ADMINISTRATION = read("operations.graphql");

  /** What is asked of policies; a document of its own, as it needs the register's module. */
  static final String POLICIES = read("policies.graphql");

  private Operations() {}

  static ObjectNode variables() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String read(String name) {
    try (@Nullable InputStream in = Operations.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + name, broken);
    }
  }
}

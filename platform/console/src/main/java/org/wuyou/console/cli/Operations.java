package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The documents of operations that the pages in the browser send too. */
final class Operations {
  private static final String FOLDER = "/org/wuyou/console/web/";

  /** The operations of the administration; which one runs is told by name. */
  static final String ADMINISTRATION = read("operations.graphql");

  /** What is asked of policies; a document of its own, as it needs the register's module. */
  static final String POLICIES = read("policies.graphql");

  private static final Pattern PART =
      Pattern.compile("^(?=(?:query|mutation|fragment) )", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("\\w+ (\\w+)");
  private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.(\\w+)");

  private Operations() {}

  /** One operation of a document with the fragments it needs: what another asks cannot spoil it. */
  static String only(String document, String operation) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : PART.split(document)) {
      Matcher name = NAME.matcher(part);
      if (name.lookingAt()) {
        parts.put(name.group(1), part);
      }
    }
    Set<String> taken = new LinkedHashSet<>();
    Deque<String> wanted = new ArrayDeque<>(List.of(operation));
    while (!wanted.isEmpty()) {
      String one = wanted.remove();
      if (taken.add(one)) {
        SPREAD
            .matcher(parts.getOrDefault(one, ""))
            .results()
            .forEach(at -> wanted.add(at.group(1)));
      }
    }
    return String.join("", taken.stream().map(one -> parts.getOrDefault(one, "")).toList());
  }

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

package org.wuyou.gateway.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wuyou.gateway.Operation;

/** The name under which an operation is counted. */
final class OperationName {
  private static final String ANONYMOUS = "(anonymous)";
  private static final Pattern HEAD =
      Pattern.compile("\\s*(?:query|mutation|subscription)\\s+([_A-Za-z][_0-9A-Za-z]{0,99})");

  private OperationName() {}

  /** The name the client chose, from the request or else from the head of the document. */
  static String of(Operation operation) {
    String chosen = operation.operationName();
    if (chosen != null) {
      return chosen;
    }
    Matcher head = HEAD.matcher(operation.query());
    return head.lookingAt() ? head.group(1) : ANONYMOUS;
  }
}

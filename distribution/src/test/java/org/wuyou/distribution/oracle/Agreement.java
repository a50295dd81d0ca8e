package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an answer differs from what is expected; the answer may say more. A word expected of an
 * answer with several fields is its status.
 */
final class Agreement {
  private final List<String> differences = new ArrayList<>();

  private Agreement() {}

  static List<String> differences(JsonNode expected, JsonNode actual) {
    Agreement agreement = new Agreement();
    agreement.compare("", expected, actual);
    return agreement.differences;
  }

  private void compare(String path, JsonNode expected, JsonNode actual) {
    if (expected.isObject()) {
      expected
          .properties()
          .forEach(
              field ->
                  compare(
                      path + "/" + field.getKey(), field.getValue(), actual.path(field.getKey())));
      return;
    }
    if (expected.isArray()) {
      if (expected.size() != actual.size()) {
        differ(path, expected, actual);
        return;
      }
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "/" + i, expected.get(i), actual.get(i));
      }
      return;
    }
    if (expected.isTextual() && actual.isObject()) {
      compare(path + "/status", expected, actual.path("status"));
      return;
    }
    boolean same =
        expected.isNull()
            ? actual.isNull()
            : !actual.isMissingNode() && !actual.isNull() && equal(expected, actual);
    if (!same) {
      differ(path, expected, actual);
    }
  }

  /**
   * {@code "20"}, {@code 20} and {@code "20.00"} are one figure; a shown figure keeps its zeros.
   */
  private static boolean equal(JsonNode expected, JsonNode actual) {
    String one = expected.asText();
    String other = actual.asText();
    if (one.equals(other)) {
      return true;
    }
    try {
      return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void differ(String path, JsonNode expected, JsonNode actual) {
    differences.add(path + ": expected " + expected + " but was " + actual);
  }
}

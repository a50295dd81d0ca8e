package org.wuyou.gateway;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks.
 *
 * @param operationName which operation of the document, if it has several
 * @param variables raw values as read from JSON
 * @param queriesOnly refuse anything but a query (HTTP GET)
 * @param locale language of messages; Chinese unless English is preferred
 */
public record Operation(
    String query,
    @Nullable String operationName,
    Map<String, @Nullable Object> variables,
    boolean queriesOnly,
    Locale locale) {
  public static Operation of(String query) {
    return new Operation(query, null, Map.of(), false, Locale.CHINESE);
  }

  public static Operation of(String query, Map<String, @Nullable Object> variables) {
    return new Operation(query, null, variables, false, Locale.CHINESE);
  }
}

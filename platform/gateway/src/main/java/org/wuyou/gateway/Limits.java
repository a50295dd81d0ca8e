package org.wuyou.gateway;

import java.time.Duration;

/**
 * What one request may cost the server; counted after fragments are expanded.
 *
 * @param characters of the document
 * @param tokens of the document
 * @param depth of nested fields
 * @param aliases in the whole operation
 * @param rootFields of the operation
 * @param directives in the whole operation
 * @param cost fields times the sizes of the pages they stand in
 * @param pageSize largest {@code first} or {@code last}
 * @param time until the answer is complete
 * @param batch changes in one mutation field
 */
public record Limits(
    int characters,
    int tokens,
    int depth,
    int aliases,
    int rootFields,
    int directives,
    long cost,
    int pageSize,
    Duration time,
    int batch) {
  public static final Limits DEFAULT =
      new Limits(100_000, 10_000, 15, 100, 20, 100, 1_000_000, 500, Duration.ofSeconds(30), 5_000);
}

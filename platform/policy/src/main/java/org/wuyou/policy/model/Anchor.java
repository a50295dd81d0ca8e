package org.wuyou.policy.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a clause stands in its document, without quoting it: {@code 29#1a2b3c4d}, {@code
 * 1-8#1a2b3c4d}.
 *
 * @param from number of the first line, from 1; a hint, for the digest finds the place
 * @param to number of the last line
 * @param digest first eight hexadecimal digits of the SHA-256 of the folded text of the lines
 */
public record Anchor(int from, int to, String digest) {
  private static final Pattern FORM = Pattern.compile("(\\d+)(?:-(\\d+))?#([0-9a-f]{8})");

  /** Reads the written form; empty if it is not one. */
  public static Optional<Anchor> of(String written) {
    Matcher form = FORM.matcher(written);
    if (!form.matches()) {
      return Optional.empty();
    }
    int from = Integer.parseInt(form.group(1));
    int to = form.group(2) == null ? from : Integer.parseInt(form.group(2));
    return from < 1 || to < from
        ? Optional.empty()
        : Optional.of(new Anchor(from, to, form.group(3)));
  }

  public int lines() {
    return to - from + 1;
  }

  @Override
  public String toString() {
    return (from == to ? "" + from : from + "-" + to) + "#" + digest;
  }
}

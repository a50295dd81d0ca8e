package org.wuyou.policy.parse;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name was meant. */
public final class Spelling {
  private Spelling() {}

  /** The known name nearest to what was written, if one is near enough to be a slip. */
  public static Optional<String> nearest(String written, Collection<String> known) {
    int tolerance = Math.max(2, written.length() / 3);
    String lower = written.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(
            name ->
                distance(lower, name.toLowerCase(Locale.ROOT)) <= tolerance
                    || beginsAlike(lower, name.toLowerCase(Locale.ROOT)))
        .min(
            Comparator.<String>comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean beginsAlike(String one, String other) {
    return Math.min(one.length(), other.length()) >= 4
        && (one.startsWith(other) || other.startsWith(one));
  }

  /** Levenshtein distance. */
  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        current[j] =
            Math.min(previous[j - 1] + change, Math.min(previous[j] + 1, current[j - 1] + 1));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}

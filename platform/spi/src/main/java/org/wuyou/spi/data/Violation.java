package org.wuyou.spi.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.Label;

/**
 * Why a change is refused.
 *
 * @param change index of the change in its transaction
 * @param code stable, upper case: {@code REQUIRED}, {@code NOT_UNIQUE}, {@code
 *     REFERENCE_NOT_FOUND}, {@code OUT_OF_RANGE}, {@code TOO_LONG}, {@code PATTERN}, {@code
 *     VERSION_CONFLICT}, {@code NOT_FOUND}, {@code STILL_REFERENCED}, or a module's own
 * @param path field concerned, empty for the whole row
 * @param value the value refused, if it may be shown
 * @param message what is wrong and what to do, in both languages
 */
public record Violation(
    int change, String code, List<String> path, @Nullable Object value, Label message) {
  public Violation {
    path = List.copyOf(path);
  }
}

package org.wuyou.registry.division;

import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Row;

/** What a division code stands for on a day. */
public record DivisionAnswer(@Nullable String code, Result result, @Nullable Row division) {

  public enum Result {
    IN_USE,
    /** Retired; its successor is in use. */
    SUCCEEDED,
    /** Not yet in use; its predecessor was. */
    PRECEDED,
    /** Neither in use nor continued by another one; only the division above is known. */
    RAISED,
    /** In no revision. */
    UNKNOWN,
    MISSING
  }
}

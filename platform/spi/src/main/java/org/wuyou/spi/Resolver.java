package org.wuyou.spi;

import org.jspecify.annotations.Nullable;

/**
 * Answers one field. May return the Java value of a scalar, a {@link org.wuyou.spi.data.Row}, a
 * record whose components are the fields of the SDL type, an enum constant, a {@code List} of
 * these, or null. Runs under a deadline; a failure or a late answer is a typed error of this field
 * alone.
 */
@FunctionalInterface
public interface Resolver {
  @Nullable Object resolve(Call call) throws Exception;
}

package org.wuyou.registry.read;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.Call;

/** Arguments of a call that the schema declares as required or gives a default. */
public final class Arguments {
  private Arguments() {}

  public static int year(Call call) {
    return integer(call, "year");
  }

  public static int integer(Call call, String name) {
    return required(call, name, Integer.class);
  }

  public static String region(Call call) {
    return text(call, "region");
  }

  public static String text(Call call, String name) {
    return required(call, name, String.class);
  }

  /** The name of an enumeration value, given as its name or as a constant. */
  public static <E extends Enum<E>> E constant(Call call, String name, Class<E> type) {
    return Enum.valueOf(type, String.valueOf(call.<Object>argument(name)));
  }

  private static <T> T required(Call call, String name, Class<T> type) {
    @Nullable Object value = call.argument(name);
    return type.cast(Objects.requireNonNull(value, name));
  }
}

package org.wuyou.gateway.fetch;

import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.value.Money;

/** Money in the unit that the field's {@code unit} argument asks for. */
public final class Units {
  private Units() {}

  /** Unchanged if no unit is given: the scalar writes yuan. */
  public static @Nullable Object shown(
      @Nullable Object value, Supplier<DataFetchingEnvironment> environment) {
    if (value == null || environment.get().getField().getArguments().isEmpty()) {
      return value;
    }
    String name = environment.get().getArgument("unit");
    return name == null ? value : in(value, Money.Unit.valueOf(name));
  }

  private static @Nullable Object in(@Nullable Object value, Money.Unit unit) {
    return switch (value) {
      case Money money -> money.in(unit);
      case BigDecimal yuan -> yuan.scaleByPowerOfTen(-unit.power());
      case List<?> list -> {
        List<@Nullable Object> shown = new ArrayList<>(list.size());
        list.forEach(one -> shown.add(in(one, unit)));
        yield shown;
      }
      case null -> null;
      default -> value;
    };
  }
}

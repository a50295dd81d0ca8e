package org.wuyou.registry.scale;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.read.Arguments;
import org.wuyou.registry.read.YearColumn;
import org.wuyou.spi.Call;
import org.wuyou.spi.Registration;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.value.Money;

/** Answers whether an enterprise is above scale, how large it is and in which tier. */
public final class ScaleFields {
  private ScaleFields() {}

  public static void register(Registration registration) {
    registration.field(
        "Enterprise",
        "aboveScale",
        call -> ScaleReader.aboveScale(call.row(), Arguments.year(call)));
    registration.field("Enterprise", "sizeClass", call -> ScaleReader.size(returnOf(call)));
    registration.field("Enterprise", "revenueTier", ScaleFields::tier);
  }

  private static RevenueTiers.Tier tier(Call call) {
    List<Money> bounds = Objects.requireNonNull(call.<List<Money>>argument("bounds"));
    Row yearlyReturn = returnOf(call);
    Money revenue = yearlyReturn == null ? null : yearlyReturn.money("revenue");
    return new RevenueTiers(bounds).of(revenue);
  }

  private static @Nullable Row returnOf(Call call) {
    return YearColumn.single(call.row(), "returns", Arguments.year(call));
  }
}

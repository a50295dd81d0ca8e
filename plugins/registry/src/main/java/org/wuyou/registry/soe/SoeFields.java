package org.wuyou.registry.soe;

import java.math.BigDecimal;
import java.util.List;
import org.wuyou.registry.read.Arguments;
import org.wuyou.spi.Call;
import org.wuyou.spi.Registration;

/** Answers how a state-owned enterprise stands. */
public final class SoeFields {
  private SoeFields() {}

  public static void register(Registration registration) {
    registration.field("Enterprise", "soeView", SoeFields::view);
  }

  private static SoeView view(Call call) {
    int year = Arguments.year(call);
    Integer from = call.argument("from");
    BigDecimal floor = call.argument("floor");
    List<?> given = call.<List<?>>argument("appliesTo");
    List<String> appliesTo =
        given == null ? List.of() : given.stream().map(String::valueOf).toList();
    return SoeView.of(call.row(), from == null ? year - 1 : from, year, floor, appliesTo);
  }
}

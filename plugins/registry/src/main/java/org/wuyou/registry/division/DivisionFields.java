package org.wuyou.registry.division;

import java.time.YearMonth;
import java.util.Objects;
import org.wuyou.spi.Call;
import org.wuyou.spi.Registration;
import org.wuyou.spi.data.Row;

/** Answers where a division code leads, by date. */
public final class DivisionFields {
  private DivisionFields() {}

  public static void register(Registration registration) {
    registration.field(
        "Division",
        "inUse",
        call -> DivisionHistory.inUse(call.row(), YearMonth.from(call.asOf())));
    registration.field(
        "Division", "nameOn", call -> DivisionHistory.nameOn(call.row(), call.asOf()));
    registration.field("Enterprise", "division", call -> resolve(call, "divisionCode"));
    registration.field(
        "Enterprise", "registryDivisionNow", call -> resolve(call, "registryDivision"));
    registration.field("Query", "registryDivisions", RegistryDivisions::of);
    registration.check("Enterprise", new PlaceOfBusiness());
  }

  private static DivisionAnswer resolve(Call call, String field) {
    Row enterprise = Objects.requireNonNull(call.row());
    return DivisionHistory.resolve(call.snapshot(), enterprise.text(field), call.asOf());
  }
}

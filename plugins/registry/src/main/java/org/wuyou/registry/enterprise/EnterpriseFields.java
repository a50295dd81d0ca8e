package org.wuyou.registry.enterprise;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.Call;
import org.wuyou.spi.Registration;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.value.IndustryCode;
import org.wuyou.spi.value.Money;

/** Answers what can be told of an enterprise from its own record. */
public final class EnterpriseFields {
  private EnterpriseFields() {}

  public static void register(Registration registration) {
    registration.field("Enterprise", "registeredCapital", call -> capital(call.row()));
    registration.check("Enterprise", new CapitalCheck());
    registration.field("Enterprise", "industrySection", EnterpriseFields::section);
    registration.field("Enterprise", "industryDivision", EnterpriseFields::division);
    registration.field(
        "Query",
        "usccCheck",
        call -> UsccCheck.of(Objects.requireNonNull(call.<String>argument("code"))));
  }

  private static @Nullable Money capital(Row enterprise) {
    String text = enterprise.text("registeredCapitalText");
    return text == null ? null : CapitalText.parse(text).orElse(null);
  }

  private static @Nullable Row section(Call call) {
    String code = call.row().text("industryCode");
    return code == null ? null : call.snapshot().get("IndustryClass", IndustryCode.section(code));
  }

  /** Null for an enterprise of which only the section is known. */
  private static @Nullable Row division(Call call) {
    String code = call.row().text("industryCode");
    return code == null || code.length() < 2
        ? null
        : call.snapshot().get("IndustryClass", IndustryCode.division(code));
  }
}

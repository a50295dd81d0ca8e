package org.wuyou.finance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/** The support that an audit looked at was given by the fund it looked at. */
final class AuditOfSameFund implements RowCheck {
  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    Row support = RowCheck.referred("FundSupport", values.get("support"), before).orElse(null);
    Row fund = RowCheck.referred("SpecialFund", values.get("fund"), before).orElse(null);
    if (support == null
        || fund == null
        || Objects.requireNonNull(support.reference("fund")).id() == fund.id()) {
      return List.of();
    }
    return List.of(
        new Fault(
            Severity.ERROR,
            "SUPPORT_OF_ANOTHER_FUND",
            "support",
            new Label(
                "该支持不属于所填专项资金；请核对两者。",
                "That support was not given by the fund named; check the two.")));
  }
}

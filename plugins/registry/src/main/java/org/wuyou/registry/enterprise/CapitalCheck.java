package org.wuyou.registry.enterprise;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/** Tells of registered capital that is kept as written but gives no amount in CNY. */
final class CapitalCheck implements RowCheck {
  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    String text = (String) values.get("registeredCapitalText");
    if (text == null || CapitalText.parse(text).isPresent()) {
      return List.of();
    }
    return List.of(
        new Fault(
            Severity.WARNING,
            "CAPITAL_NOT_IN_CNY",
            "registeredCapitalText",
            new Label(
                "注册资本“" + text + "”不是写明单位的人民币金额，不作折算或推测，金额按缺失处理，原文照录。",
                "The registered capital \""
                    + text
                    + "\" is no amount of CNY with its unit; nothing is converted or guessed, the"
                    + " amount is missing and the text is kept.")));
  }
}

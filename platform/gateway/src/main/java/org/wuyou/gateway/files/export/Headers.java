package org.wuyou.gateway.files.export;

import java.util.Locale;
import java.util.Optional;
import org.wuyou.gateway.files.column.HeaderNames;
import org.wuyou.gateway.files.column.Leaf;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Money;

/** In whose words headers, enumerations and yes and no are written; all of them are read back. */
public enum Headers {
  /** Field names and enumeration names, as in the schema. */
  NAME,
  ZH,
  EN;

  public static Optional<Headers> of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "name" -> Optional.of(NAME);
      case "zh" -> Optional.of(ZH);
      case "en" -> Optional.of(EN);
      default -> Optional.empty();
    };
  }

  /** The header of a column; amounts of money name their unit. */
  String of(Leaf leaf, HeaderNames names, Money.Unit unit) {
    String text =
        switch (this) {
          case NAME -> leaf.name();
          case ZH -> names.written(leaf).zh();
          case EN -> names.written(leaf).en();
        };
    if (leaf.last().type() instanceof ValueType.MoneyAmount) {
      return text + "(" + (this == NAME ? unit.name() : unit.zh()) + ")";
    }
    return this == NAME ? text : text + leaf.last().unit().map(u -> "(" + u + ")").orElse("");
  }
}

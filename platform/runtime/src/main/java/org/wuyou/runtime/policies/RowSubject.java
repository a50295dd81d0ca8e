package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.facts.Subject;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Money;

/** A row of the register as policies see it: amounts in yuan, percentages as ratios. */
record RowSubject(Row row) implements Subject {
  @Override
  public String entity() {
    return row.entity();
  }

  @Override
  public String name() {
    return row.table().type().fields().containsKey("name") && row.value("name") instanceof String n
        ? n
        : key();
  }

  /** The values of the key as people write them, one after the other. */
  String key() {
    EntityType type = row.table().type();
    return String.join(
        " ",
        type.key().stream()
            .map(field -> row.value(field))
            .map(value -> value instanceof Row other ? new RowSubject(other).key() : "" + value)
            .toList());
  }

  @Override
  public @Nullable Object value(String fact) {
    Object value = row.value(fact);
    if (value == null) {
      return null;
    }
    return switch (value) {
      case Money money -> money.yuan();
      case Integer number -> BigDecimal.valueOf(number);
      case BigDecimal number -> percent(fact) ? number.movePointLeft(2) : number;
      case YearMonth month -> month.toString();
      default -> value;
    };
  }

  private boolean percent(String fact) {
    return row.table().type().field(fact).type() instanceof ValueType.Percent;
  }

  @Override
  public @Nullable Subject one(String fact) {
    Row other = row.reference(fact);
    return other == null ? null : new RowSubject(other);
  }

  @Override
  public List<Subject> many(String fact) {
    return row.related(fact).stream().<Subject>map(RowSubject::new).toList();
  }
}

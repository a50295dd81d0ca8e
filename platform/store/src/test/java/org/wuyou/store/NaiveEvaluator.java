package org.wuyou.store;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.model.ValueType;

/** Conditions read word by word off their definition, one row at a time, over Java values. */
final class NaiveEvaluator {
  private NaiveEvaluator() {}

  /** TRUE, FALSE, or null for unknown. */
  static @Nullable Boolean test(Row row, Condition condition) {
    return switch (condition) {
      case Condition.All all -> true;
      case Condition.And and -> all(row, and.parts());
      case Condition.Or or ->
          not(all(row, or.parts().stream().map(p -> (Condition) new Condition.Not(p)).toList()));
      case Condition.Not not -> not(test(row, not.part()));
      case Condition.Compare compare -> compare(value(row, compare.field()), compare);
      case Condition.In in -> in(value(row, in.field()), in.values());
      case Condition.IsNull isNull -> value(row, isNull.field()) == null;
      case Condition.TextMatch match -> match((String) value(row, match.field()), match);
      case Condition.Has has -> {
        List<?> list = (List<?>) value(row, has.field());
        yield list == null ? null : (Boolean) list.contains(has.value());
      }
      case Condition.Related related -> related(row, related);
      case Condition.Search search ->
          throw new UnsupportedOperationException("search has its own test");
    };
  }

  private static @Nullable Boolean not(@Nullable Boolean value) {
    return value == null ? null : (Boolean) !value;
  }

  private static @Nullable Boolean all(Row row, List<Condition> parts) {
    Boolean outcome = true;
    for (Condition part : parts) {
      Boolean one = test(row, part);
      if (Boolean.FALSE.equals(one)) {
        return false;
      }
      outcome = one == null ? null : outcome;
    }
    return outcome;
  }

  static @Nullable Object value(Row row, String path) {
    Row at = row;
    String[] names = path.split("\\.");
    for (int i = 0; i < names.length - 1; i++) {
      Row next = at.reference(names[i]);
      if (next == null) {
        return null;
      }
      at = next;
    }
    String last = names[names.length - 1];
    return last.equals("id") ? (Object) (int) at.id() : at.value(last);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable Boolean compare(@Nullable Object value, Condition.Compare compare) {
    if (value == null) {
      return null;
    }
    int order =
        value instanceof String text && Sample.SIZE.find(text).isPresent()
            ? Integer.compare(ordinal(text), ordinal((String) compare.value()))
            : ((Comparable) value).compareTo(compare.value());
    return switch (compare.operator()) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
    };
  }

  static int ordinal(String size) {
    return Sample.SIZE.values().indexOf(Sample.SIZE.find(size).orElseThrow());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable Boolean in(@Nullable Object value, List<Object> values) {
    return value == null
        ? null
        : (Boolean) values.stream().anyMatch(v -> ((Comparable) value).compareTo(v) == 0);
  }

  private static @Nullable Boolean match(@Nullable String value, Condition.TextMatch match) {
    if (value == null) {
      return null;
    }
    String own = match.ignoreCase() ? value.toLowerCase(Locale.ROOT) : value;
    String part = match.ignoreCase() ? match.text().toLowerCase(Locale.ROOT) : match.text();
    return switch (match.match()) {
      case STARTS_WITH -> own.startsWith(part);
      case ENDS_WITH -> own.endsWith(part);
      case CONTAINS -> own.contains(part);
    };
  }

  private static Boolean related(Row row, Condition.Related related) {
    boolean reference =
        row.table().type().field(related.field()).type() instanceof ValueType.Reference;
    Row one = reference ? row.reference(related.field()) : null;
    List<Row> rows =
        reference ? (one == null ? List.of() : List.of(one)) : row.related(related.field());
    List<Boolean> satisfied =
        rows.stream().map(r -> Objects.equals(test(r, related.where()), true)).toList();
    return switch (related.quantifier()) {
      case SOME -> satisfied.contains(true);
      case EVERY -> !satisfied.contains(false);
      case NONE -> !satisfied.contains(true);
    };
  }
}

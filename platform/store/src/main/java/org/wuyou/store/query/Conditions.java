package org.wuyou.store.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Condition.Operator;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.model.EnumType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;
import org.wuyou.store.column.DictionaryView;
import org.wuyou.store.column.TextFolding;
import org.wuyou.store.column.TextList;
import org.wuyou.store.column.TextTest;
import org.wuyou.store.table.Keys;
import org.wuyou.store.table.TableState;
import org.wuyou.store.table.Values;

/** Makes filters of conditions, for the tables of one snapshot. */
record Conditions(Model model, Map<String, TableState> states) {

  Filter filter(TableState table, Condition condition) {
    return switch (condition) {
      case Condition.All all -> new Filter.All(table);
      case Condition.And and -> joined(table, true, and.parts());
      case Condition.Or or -> joined(table, false, or.parts());
      case Condition.Not not -> new Filter.Not(filter(table, not.part()));
      case Condition.Compare compare -> compare(table, compare);
      case Condition.In in -> in(table, path(table, in.field()), in.values());
      case Condition.IsNull isNull -> new Filter.Missing(table, path(table, isNull.field()));
      case Condition.TextMatch match ->
          texts(
              table,
              path(table, match.field()),
              new TextTest.Part(match.match(), match.text(), match.ignoreCase()));
      case Condition.Has has -> has(table, path(table, has.field()), has.value());
      case Condition.Related related -> related(table, related);
      case Condition.Search search -> search(table, search.text(), search.fields());
    };
  }

  Path path(TableState table, String field) {
    return Path.of(states, table, field);
  }

  private Filter joined(TableState table, boolean all, List<Condition> parts) {
    return parts.size() == 1
        ? filter(table, parts.getFirst())
        : new Filter.Joined(table, all, parts.stream().map(p -> filter(table, p)).toList());
  }

  private Filter compare(TableState table, Condition.Compare compare) {
    Path path = path(table, compare.field());
    return compare.operator() == Operator.NE
        ? new Filter.Not(compare(table, path, Operator.EQ, compare.value()))
        : compare(table, path, compare.operator(), compare.value());
  }

  private Filter compare(TableState table, Path path, Operator operator, Object value) {
    if (path.coded()) {
      return operator == Operator.EQ
          ? in(table, path, List.of(value))
          : new FieldFilter.Codes(table, path, ordered(path, operator, (String) value));
    }
    if (!path.isId() && path.column().reference()) {
      if (operator != Operator.EQ) {
        throw new IllegalArgumentException(
            "a reference is compared for equality only: " + path.column().name());
      }
      return in(table, path, List.of(value));
    }
    ValueType type = path.isId() ? new ValueType.Int() : path.column().type();
    NumberRange range = NumberRange.of(type, operator, value);
    return new FieldFilter.Range(table, path, range.low(), range.high());
  }

  private BitSet ordered(Path path, Operator operator, String value) {
    DictionaryView dictionary = path.last().dictionary(path.lastColumn());
    IntPredicate test =
        switch (operator) {
          case LT -> order -> order < 0;
          case LE -> order -> order <= 0;
          case GT -> order -> order > 0;
          case GE -> order -> order >= 0;
          case EQ, NE -> throw new IllegalArgumentException(operator + " is no order");
        };
    long[] ordinals = ordinals(model, path);
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    long own = ordinals.length == 0 ? 0 : ordinal(model, path, value);
    BitSet codes = new BitSet(dictionary.size());
    for (int code = 0; code < dictionary.size(); code++) {
      int order =
          ordinals.length == 0
              ? dictionary.compare(code, bytes)
              : Long.compare(ordinals[code], own);
      codes.set(code, test.test(order));
    }
    return codes;
  }

  /** Place of each text in its enumeration's declared order; empty for other columns. */
  static long[] ordinals(Model model, Path path) {
    if (path.isId()
        || path.column().list()
        || !(path.column().type() instanceof ValueType.Enumeration)) {
      return new long[0];
    }
    DictionaryView dictionary = path.last().dictionary(path.lastColumn());
    long[] ordinals = new long[dictionary.size()];
    for (int code = 0; code < ordinals.length; code++) {
      ordinals[code] = ordinal(model, path, dictionary.text(code));
    }
    return ordinals;
  }

  /** Place of the value in its declared order; after all others if it is no longer declared. */
  static long ordinal(Model model, Path path, String value) {
    EnumType type = model.enumeration(((ValueType.Enumeration) path.column().type()).enumName());
    for (int i = 0; i < type.values().size(); i++) {
      if (type.values().get(i).name().equals(value)) {
        return i;
      }
    }
    return type.values().size();
  }

  private Filter in(TableState table, Path path, List<Object> values) {
    if (path.coded()) {
      DictionaryView dictionary = path.last().dictionary(path.lastColumn());
      BitSet codes = new BitSet();
      for (Object value : values) {
        int code = dictionary.find(text(path, value));
        if (code >= 0) {
          codes.set(code);
        }
      }
      return new FieldFilter.Codes(table, path, codes);
    }
    long[] numbers = new long[values.size()];
    int used = 0;
    for (Object value : values) {
      if (!path.isId() && path.column().reference()) {
        int position = position(Objects.requireNonNull(path.column().target()), value);
        if (position >= 0) {
          numbers[used++] = position;
        }
      } else {
        ValueType type = path.isId() ? new ValueType.Int() : path.column().type();
        NumberRange one = NumberRange.of(type, Operator.EQ, value);
        if (one.low() == one.high()) {
          numbers[used++] = one.low();
        }
      }
    }
    long[] sorted = Arrays.copyOf(numbers, used);
    Arrays.sort(sorted);
    return used == 1
        ? new FieldFilter.Range(table, path, sorted[0], sorted[0])
        : new FieldFilter.OneOf(table, path, sorted);
  }

  private String text(Path path, Object value) {
    if (!path.column().list()) {
      return (String) value;
    }
    List<String> elements = new ArrayList<>();
    for (Object element : (List<?>) value) {
      elements.add(element(path, element));
    }
    return TextList.join(elements);
  }

  private String element(Path path, Object value) {
    String target = path.column().target();
    return Values.element(
        path.column().type(), target == null ? value : (Object) (position(target, value) + 1L));
  }

  private int position(String entity, Object key) {
    TableState target = Objects.requireNonNull(states.get(entity));
    return switch (key) {
      case Row row -> Keys.find(states, target, RowKey.id(row.id()));
      case RowKey rowKey -> Keys.find(states, target, rowKey);
      default ->
          throw new IllegalArgumentException("a reference is compared with a RowKey, not " + key);
    };
  }

  private Filter texts(TableState table, Path path, TextTest test) {
    if (!path.coded() || path.column().list()) {
      throw new IllegalArgumentException("not a text: " + path.column().name());
    }
    DictionaryView dictionary = path.last().dictionary(path.lastColumn());
    return new FieldFilter.Codes(table, path, dictionary.memo().codes(dictionary, test));
  }

  private Filter has(TableState table, Path path, Object value) {
    if (!path.column().list()) {
      throw new IllegalArgumentException("not a list: " + path.column().name());
    }
    DictionaryView dictionary = path.last().dictionary(path.lastColumn());
    BitSet codes = dictionary.memo().codes(dictionary, new TextTest.Holds(element(path, value)));
    return new FieldFilter.Codes(table, path, codes);
  }

  private Filter related(TableState table, Condition.Related related) {
    Field field = table.layout().declaration().field(related.field());
    return switch (field.type()) {
      case ValueType.Reference reference ->
          new RelatedFilter.Reference(
              table,
              table.layout().column(field.name()),
              related.quantifier(),
              filter(Objects.requireNonNull(states.get(reference.entity())), related.where()));
      case ValueType.Inverse inverse -> {
        TableState sources = Objects.requireNonNull(states.get(inverse.entity()));
        yield new RelatedFilter.Inverse(
            table,
            sources.layout().column(inverse.field()),
            related.quantifier(),
            filter(sources, related.where()));
      }
      default ->
          throw new IllegalArgumentException(
              field.name() + " is neither a reference nor an inverse");
    };
  }

  private Filter search(TableState table, String text, @Nullable List<String> fields) {
    List<String> names =
        fields != null
            ? fields
            : table.layout().declaration().storedFields().stream()
                .filter(Field::searched)
                .map(Field::name)
                .toList();
    if (names.isEmpty()) {
      throw new IllegalArgumentException(table.layout().entity() + " has no searched field");
    }
    List<Filter> terms = new ArrayList<>();
    for (String term : text.replace('\u3000', ' ').strip().split("\\s+")) {
      String folded = TextFolding.fold(term);
      if (!folded.isEmpty()) {
        terms.add(
            new Filter.Joined(
                table,
                false,
                names.stream()
                    .map(name -> texts(table, path(table, name), new TextTest.Folded(folded)))
                    .toList()));
      }
    }
    return terms.isEmpty() ? new Filter.All(table) : new Filter.Joined(table, true, terms);
  }
}

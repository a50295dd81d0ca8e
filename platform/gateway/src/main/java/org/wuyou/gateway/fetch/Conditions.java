package org.wuyou.gateway.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.access.Regions;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Condition.Compare;
import org.wuyou.spi.data.Condition.Match;
import org.wuyou.spi.data.Condition.Operator;
import org.wuyou.spi.data.Condition.Quantifier;
import org.wuyou.spi.data.Condition.TextMatch;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.IndustryCode;

/** A {@code where} input as a condition the store understands, limited to what the caller sees. */
final class Conditions {
  private static final String IS_NULL = "IsNull";

  private final RequestContext context;

  Conditions(RequestContext context) {
    this.context = context;
  }

  /** Rows that satisfy {@code where} and the search text and that the caller sees. */
  Condition of(EntityType entity, @Nullable Map<String, Object> where, @Nullable String search) {
    List<Condition> parts = new ArrayList<>();
    add(parts, context.access().visible(context.caller(), entity));
    if (where != null) {
      add(parts, read(entity, where));
    }
    if (search != null && !search.isBlank()) {
      parts.add(new Condition.Search(search, null));
    }
    return all(parts);
  }

  private Condition read(EntityType entity, Map<String, Object> where) {
    List<Condition> parts = new ArrayList<>();
    where.forEach(
        (name, value) -> {
          if (value != null) {
            add(parts, part(entity, name, value));
          }
        });
    return all(parts);
  }

  @SuppressWarnings("unchecked")
  private Condition part(EntityType entity, String name, Object value) {
    return switch (name) {
      case "and" -> all(each(entity, (List<Map<String, Object>>) value));
      case "or" -> new Condition.Or(each(entity, (List<Map<String, Object>>) value));
      case "not" -> new Condition.Not(read(entity, (Map<String, Object>) value));
      case "search" -> new Condition.Search((String) value, null);
      default -> field(entity, name, value);
    };
  }

  private List<Condition> each(EntityType entity, List<Map<String, Object>> parts) {
    return parts.stream().map(part -> read(entity, part)).toList();
  }

  @SuppressWarnings("unchecked")
  private Condition field(EntityType entity, String name, Object value) {
    if (!entity.fields().containsKey(name) && name.endsWith(IS_NULL)) {
      String reference = name.substring(0, name.length() - IS_NULL.length());
      Paths.readable(context, entity, reference);
      return isNull(reference, (Boolean) value);
    }
    Field field = Paths.readable(context, entity, name);
    Map<String, Object> filter = (Map<String, Object>) value;
    return switch (field.type()) {
      case ValueType.Reference(String target) when !field.list() ->
          new Condition.Related(name, Quantifier.SOME, related(target, filter));
      case ValueType.Inverse(String target, String back) -> quantified(name, target, filter);
      default -> compared(field, filter);
    };
  }

  /** Rows of another entity are limited to what the caller sees there, too. */
  private Condition related(String entity, Map<String, Object> where) {
    return of(context.model().entity(entity), where, null);
  }

  @SuppressWarnings("unchecked")
  private Condition quantified(String field, String target, Map<String, Object> filter) {
    List<Condition> parts = new ArrayList<>();
    filter.forEach(
        (quantifier, where) -> {
          if (where == null) {
            return;
          }
          Map<String, Object> inner = (Map<String, Object>) where;
          parts.add(
              switch (quantifier) {
                case "some" ->
                    new Condition.Related(field, Quantifier.SOME, related(target, inner));
                case "none" ->
                    new Condition.Related(field, Quantifier.NONE, related(target, inner));
                // Rows the caller does not see must not decide what "every" means to him.
                default -> every(field, target, inner);
              });
        });
    return all(parts);
  }

  private Condition every(String field, String target, Map<String, Object> where) {
    EntityType entity = context.model().entity(target);
    Condition visible = context.access().visible(context.caller(), entity);
    Condition wanted = read(entity, where);
    return new Condition.Related(
        field,
        Quantifier.EVERY,
        visible instanceof Condition.All
            ? wanted
            : new Condition.Or(List.of(new Condition.Not(visible), wanted)));
  }

  private Condition compared(Field field, Map<String, Object> filter) {
    boolean ignoreCase = Boolean.TRUE.equals(filter.get("ignoreCase"));
    List<Condition> parts = new ArrayList<>();
    filter.forEach(
        (operator, value) -> {
          if (!operator.equals("ignoreCase")) {
            add(parts, compared(field, operator, value, ignoreCase));
          }
        });
    return all(parts);
  }

  @SuppressWarnings("unchecked")
  private Condition compared(
      Field field, String operator, @Nullable Object value, boolean ignoreCase) {
    String name = field.name();
    if (value == null) {
      throw RequestFault.badRequest(
          "NULL_COMPARISON",
          name + "." + operator + " 的值为空；查询缺失值请用 isNull。",
          name + "." + operator + " is null; ask for missing values with isNull.");
    }
    return switch (operator) {
      case "eq" -> new Compare(name, Operator.EQ, value);
      case "ne" -> new Compare(name, Operator.NE, value);
      case "lt" -> new Compare(name, Operator.LT, value);
      case "le" -> new Compare(name, Operator.LE, value);
      case "gt" -> new Compare(name, Operator.GT, value);
      case "ge" -> new Compare(name, Operator.GE, value);
      case "in" -> new Condition.In(name, (List<Object>) value);
      case "notIn" -> new Condition.Not(new Condition.In(name, (List<Object>) value));
      case "has" -> new Condition.Has(name, value);
      case "startsWith" -> new TextMatch(name, Match.STARTS_WITH, (String) value, ignoreCase);
      case "endsWith" -> new TextMatch(name, Match.ENDS_WITH, (String) value, ignoreCase);
      case "contains" -> new TextMatch(name, Match.CONTAINS, (String) value, ignoreCase);
      case "within" -> within(field, (String) value);
      case "isNull" -> isNull(name, (Boolean) value);
      default -> throw new IllegalStateException("no such operator " + operator);
    };
  }

  private static Condition isNull(String name, boolean missing) {
    Condition isNull = new Condition.IsNull(name);
    return missing ? isNull : new Condition.Not(isNull);
  }

  private static Condition within(Field field, String code) {
    if (field.type() instanceof ValueType.Code(var kind) && kind == ValueType.Code.Kind.DIVISION) {
      return Regions.within(field.name(), code);
    }
    if (!Character.isLetter(code.charAt(0))) {
      return new TextMatch(field.name(), Match.STARTS_WITH, code, false);
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(new Compare(field.name(), Operator.EQ, code));
    for (int division = 1; division <= 97; division++) {
      String digits = division < 10 ? "0" + division : Integer.toString(division);
      if (IndustryCode.section(digits).equals(code)) {
        parts.add(new TextMatch(field.name(), Match.STARTS_WITH, digits, false));
      }
    }
    return new Condition.Or(parts);
  }

  static Condition all(List<Condition> parts) {
    return switch (parts.size()) {
      case 0 -> Condition.ALL;
      case 1 -> parts.getFirst();
      default -> new Condition.And(parts);
    };
  }

  private static void add(List<Condition> parts, Condition part) {
    if (!(part instanceof Condition.All)) {
      parts.add(part);
    }
  }
}

package org.wuyou.policy.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.facts.Subject;

/**
 * What each operator does. Three-valued: a missing operand makes the answer missing, unless the
 * other operand settles it alone ({@code false && x}, {@code true || x}).
 */
final class Terms {
  private Terms() {}

  static Term builtIn(String name) {
    return switch (name) {
      case "year" -> frame -> Value.of(Exact.of(frame.year()));
      case "on" -> frame -> new Value.Day(frame.run().on());
      case "asOf" -> frame -> new Value.Day(frame.run().asOf());
      case "region" -> frame -> new Value.Words(frame.run().division());
      default -> throw new IllegalArgumentException(name);
    };
  }

  static Value read(Subject subject, String fact, FactType type, Supplier<String> path) {
    if (type instanceof FactType.Many) {
      return new Value.Items(subject.many(fact).stream().<Value>map(Value.Item::new).toList());
    }
    Value value =
        type instanceof FactType.One
            ? item(subject.one(fact))
            : value(subject.value(fact), subject, fact);
    return value instanceof Value.Missing ? Value.missing(path.get()) : value;
  }

  private static final Value NOTHING = Value.missing("");

  private static Value item(@Nullable Subject subject) {
    return subject == null ? NOTHING : new Value.Item(subject);
  }

  private static Value value(@Nullable Object value, Subject subject, String fact) {
    if (value == null) {
      return NOTHING;
    }
    return switch (value) {
      case BigDecimal number -> Value.of(Exact.of(number));
      case String text -> new Value.Words(text);
      case Boolean holds -> Value.of(holds);
      case LocalDate date -> new Value.Day(date);
      case Instant moment -> new Value.Day(LocalDate.ofInstant(moment, FactType.Moment.ZONE));
      case List<?> texts ->
          new Value.Items(
              texts.stream().<Value>map(text -> new Value.Words((String) text)).toList());
      default ->
          throw new IllegalStateException(
              subject.entity() + "." + fact + " gives a " + value.getClass().getName());
    };
  }

  static Term select(
      Term operand,
      String field,
      FactType type,
      Optional<DerivedFact> derived,
      Function<Frame, String> path) {
    return frame -> {
      Value owner = operand.in(frame);
      if (!(owner instanceof Value.Item item)) {
        return owner;
      }
      return derived.isPresent()
          ? frame.run().frame(item.subject(), frame.year()).derived(derived.get())
          : read(item.subject(), field, type, () -> path.apply(frame));
    };
  }

  /** Whether the fact is there; of a subject that is itself missing, it is not. */
  static Term present(Term fact, Term owner) {
    return frame ->
        Value.of(
            owner.in(frame) instanceof Value.Item && !(fact.in(frame) instanceof Value.Missing));
  }

  static Term list(List<Term> elements) {
    return frame -> new Value.Items(elements.stream().map(element -> element.in(frame)).toList());
  }

  static Term and(Term left, Term right) {
    return frame -> {
      Value one = left.in(frame);
      if (one.equals(Value.FALSE)) {
        return one;
      }
      Value other = right.in(frame);
      if (other.equals(Value.FALSE)) {
        return other;
      }
      return one instanceof Value.Missing || other instanceof Value.Missing
          ? Value.missing(one, other)
          : Value.TRUE;
    };
  }

  static Term or(Term left, Term right) {
    return frame -> {
      Value one = left.in(frame);
      if (one.equals(Value.TRUE)) {
        return one;
      }
      Value other = right.in(frame);
      if (other.equals(Value.TRUE)) {
        return other;
      }
      return one instanceof Value.Missing || other instanceof Value.Missing
          ? Value.missing(one, other)
          : Value.FALSE;
    };
  }

  static Term not(Term operand) {
    return frame ->
        operand.in(frame) instanceof Value.Truth truth
            ? Value.of(!truth.holds())
            : operand.in(frame);
  }

  static Term choose(Term condition, Term yes, Term no) {
    return frame ->
        switch (condition.in(frame)) {
          case Value.Truth truth -> truth.holds() ? yes.in(frame) : no.in(frame);
          case Value other -> other;
        };
  }

  static Term compare(String operator, Term left, Term right) {
    return frame -> {
      Value one = left.in(frame);
      Value other = right.in(frame);
      if (one instanceof Value.Missing || other instanceof Value.Missing) {
        return Value.missing(one, other);
      }
      return Value.of(
          switch (operator) {
            case "_==_" -> one.equals(other);
            case "_!=_" -> !one.equals(other);
            case "_<_" -> order(one, other) < 0;
            case "_<=_" -> order(one, other) <= 0;
            case "_>_" -> order(one, other) > 0;
            case "_>=_" -> order(one, other) >= 0;
            default -> throw new IllegalArgumentException(operator);
          });
    };
  }

  private static int order(Value one, Value other) {
    return switch (one) {
      case Value.Number number -> number.exact().compareTo(((Value.Number) other).exact());
      case Value.Words words -> words.text().compareTo(((Value.Words) other).text());
      case Value.Day day -> day.date().compareTo(((Value.Day) other).date());
      default -> throw new IllegalStateException("the checker lets no such comparison pass");
    };
  }

  static Term arithmetic(String operator, Term left, Term right, Function<Frame, String> path) {
    return frame -> {
      Value one = left.in(frame);
      Value other = right.in(frame);
      if (one instanceof Value.Missing || other instanceof Value.Missing) {
        return Value.missing(one, other);
      }
      if (one instanceof Value.Items items && other instanceof Value.Items more) {
        List<Value> all = new ArrayList<>(items.values());
        all.addAll(more.values());
        return new Value.Items(all);
      }
      Exact a = ((Value.Number) one).exact();
      Exact b = ((Value.Number) other).exact();
      return switch (operator) {
        case "_+_" -> Value.of(a.plus(b));
        case "_-_" -> Value.of(a.minus(b));
        case "_*_" -> Value.of(a.times(b));
        case "_/_" ->
            b.isZero() ? Value.missing(path.apply(frame) + " / 0") : Value.of(a.dividedBy(b));
        default -> throw new IllegalArgumentException(operator);
      };
    };
  }

  static Term negate(Term operand) {
    return frame ->
        operand.in(frame) instanceof Value.Number number
            ? Value.of(number.exact().negated())
            : operand.in(frame);
  }

  /** The one subject of the list whose {@code year} is that year. */
  static Term at(Term list, Term year, Function<Frame, String> path) {
    return frame -> {
      Value items = list.in(frame);
      Value wanted = year.in(frame);
      if (!(items instanceof Value.Items all) || !(wanted instanceof Value.Number number)) {
        return Value.missing(items, wanted);
      }
      for (Value item : all.values()) {
        if (item instanceof Value.Item one
            && one.subject().value("year") instanceof BigDecimal found
            && number.exact().equals(Exact.of(found))) {
          return item;
        }
      }
      return Value.missing(path.apply(frame));
    };
  }

  /** The macros' loop: a range, a thing gathered, and a condition to go on. */
  static Term loop(
      Term range, int item, int gathered, Term start, Term condition, Term step, Term result) {
    return frame -> {
      Value items = range.in(frame);
      if (!(items instanceof Value.Items all)) {
        return items;
      }
      // A derived fact with a loop of its own may be running inside another's loop.
      Value outerItem = frame.local(item);
      Value outerGathered = frame.local(gathered);
      frame.local(gathered, start.in(frame));
      for (Value value : all.values()) {
        frame.local(item, value);
        if (condition.in(frame).equals(Value.FALSE)) {
          break;
        }
        frame.local(gathered, step.in(frame));
      }
      Value found = result.in(frame);
      frame.local(item, outerItem);
      frame.local(gathered, outerGathered);
      return found;
    };
  }

  static Term statistic(String function, List<Term> arguments) {
    return frame -> {
      List<Value> values = arguments.stream().map(argument -> argument.in(frame)).toList();
      if (!(values.get(0) instanceof Value.Words code)) {
        return values.get(0);
      }
      int from = values.size() > 1 ? wholeNumber(values.get(1)) : frame.year();
      int to = function.equals("statisticTotal") ? wholeNumber(values.get(2)) : from;
      Value total = Value.of(Exact.ZERO);
      for (int year = from; year <= to; year++) {
        Value figure = figure(frame.run(), code.text(), year);
        total =
            total instanceof Value.Number sum && figure instanceof Value.Number more
                ? Value.of(sum.exact().plus(more.exact()))
                : Value.missing(total, figure);
      }
      return total;
    };
  }

  private static Value figure(Run run, String code, int year) {
    return run.facts()
        .statistic(code, run.division(), year)
        .<Value>map(statistic -> Value.of(Exact.of(statistic.value())))
        .orElseGet(() -> Value.missing(code + "[" + year + "]"));
  }

  static Term function(String name, List<Term> arguments) {
    return frame -> {
      List<Value> values = arguments.stream().map(argument -> argument.in(frame)).toList();
      if (name.equals("known")) {
        return Value.of(!(values.get(0) instanceof Value.Missing));
      }
      if (name.equals("@not_strictly_false")) {
        return Value.of(!values.get(0).equals(Value.FALSE));
      }
      return values.stream().anyMatch(Value.Missing.class::isInstance)
          ? values.stream().reduce(Value::missing).orElseThrow()
          : apply(name, values);
    };
  }

  private static Value apply(String name, List<Value> values) {
    return switch (name) {
      case "sum" -> sum(((Value.Items) values.get(0)).values());
      case "count" -> Value.of(Exact.of(((Value.Items) values.get(0)).values().size()));
      case "distinct" ->
          new Value.Items(List.copyOf(new LinkedHashSet<>(((Value.Items) values.get(0)).values())));
      case "least" -> order(values.get(0), values.get(1)) <= 0 ? values.get(0) : values.get(1);
      case "greatest" -> order(values.get(0), values.get(1)) >= 0 ? values.get(0) : values.get(1);
      case "date" -> date(((Value.Words) values.get(0)).text());
      case "yearOf" -> Value.of(Exact.of(((Value.Day) values.get(0)).date().getYear()));
      case "monthOf" -> Value.of(Exact.of(((Value.Day) values.get(0)).date().getMonthValue()));
      case "prefix" -> prefix(words(values, 0), wholeNumber(values.get(1)));
      case "addYears" ->
          new Value.Day(((Value.Day) values.get(0)).date().plusYears(wholeNumber(values.get(1))));
      case "@in" -> in(values.get(0), ((Value.Items) values.get(1)).values());
      case "startsWith" -> Value.of(words(values, 0).startsWith(words(values, 1)));
      case "endsWith" -> Value.of(words(values, 0).endsWith(words(values, 1)));
      case "contains" -> Value.of(words(values, 0).contains(words(values, 1)));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String words(List<Value> values, int index) {
    return ((Value.Words) values.get(index)).text();
  }

  /** The first characters; a text that has not so many does not tell. */
  private static Value prefix(String text, int length) {
    return text.length() < length
        ? Value.missing(text + "[" + length + "]")
        : new Value.Words(text.substring(0, length));
  }

  private static Value date(String text) {
    try {
      return new Value.Day(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Value.missing("date('" + text + "')");
    }
  }

  private static Value in(Value wanted, List<Value> values) {
    if (values.contains(wanted)) {
      return Value.TRUE;
    }
    return values.stream()
        .filter(Value.Missing.class::isInstance)
        .reduce(Value::missing)
        .orElse(Value.FALSE);
  }

  private static Value sum(List<Value> values) {
    Value total = Value.of(Exact.ZERO);
    for (Value value : values) {
      total =
          total instanceof Value.Number sum && value instanceof Value.Number more
              ? Value.of(sum.exact().plus(more.exact()))
              : Value.missing(total, value);
    }
    return total;
  }

  static int wholeNumber(Value value) {
    return value instanceof Value.Number number
        ? number.exact().rounded(0).intValueExact()
        : Integer.MIN_VALUE;
  }
}

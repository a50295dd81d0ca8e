package org.wuyou.policy.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spelling;
import org.wuyou.policy.parse.Yaml;

/**
 * Reads the facts of one case: subjects by entity and name. One that refers to another gives it by
 * its name, or writes its facts in place.
 */
final class GivenReader {
  private final FactCatalogue catalogue;
  private final Problems problems;
  private final MapFacts facts = new MapFacts();

  GivenReader(FactCatalogue catalogue, Problems problems) {
    this.catalogue = catalogue;
    this.problems = problems;
  }

  MapFacts facts() {
    return facts;
  }

  /** All subjects of one entity. */
  void read(Yaml.Scalar entity, Yaml value) {
    if (FactDefiner.entity(entity, catalogue, problems).isEmpty()) {
      return;
    }
    if (!(value instanceof Yaml.Mapping subjects)) {
      Keys.wrongShape(problems, value.spot(), "名称到事实的对应", "a map of names to facts");
      return;
    }
    subjects
        .entries()
        .forEach(
            (name, row) -> {
              int copies = repeat(row);
              for (int i = 1; i <= copies; i++) {
                String called = copies == 1 ? name.text() : name.text() + "-" + i;
                facts.with(subject(entity.text(), called, row));
              }
            });
  }

  /** {@code repeat: 93} stands for that many alike. */
  private int repeat(Yaml row) {
    if (!(row instanceof Yaml.Mapping mapping)) {
      return 1;
    }
    return mapping.entries().entrySet().stream()
        .filter(entry -> entry.getKey().text().equals("repeat"))
        .map(Map.Entry::getValue)
        .findFirst()
        .map(this::copies)
        .orElse(1);
  }

  private int copies(Yaml written) {
    if (written instanceof Yaml.Scalar number) {
      return Keys.wholeNumber(number, problems).orElse(1);
    }
    Keys.wrongShape(problems, written.spot(), "一个数", "a number");
    return 1;
  }

  private MapSubject subject(String entity, String name, Yaml row) {
    MapSubject subject = new MapSubject(entity, name);
    if (!(row instanceof Yaml.Mapping mapping)) {
      if (!(row instanceof Yaml.Scalar scalar && scalar.absent())) {
        Keys.wrongShape(problems, row.spot(), "事实到取值的对应", "a map of facts to values");
      }
      return subject;
    }
    Map<String, FactCatalogue.Fact> known = catalogue.entity(entity).facts();
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              if (key.text().equals("repeat")) {
                return;
              }
              FactCatalogue.Fact fact = known.get(key.text());
              if (fact == null) {
                unknownFact(key, entity, known.keySet());
                return;
              }
              Object read = value(fact.name(), fact.type(), value, name);
              if (read != null) {
                subject.with(fact.name(), read);
              }
            });
    return subject;
  }

  private void unknownFact(Yaml.Scalar key, String entity, Set<String> known) {
    Optional<String> meant = Spelling.nearest(key.text(), known);
    problems.add(
        ProblemCode.UNKNOWN_FACT,
        key.spot(),
        new Text(
            entity + " 没有 " + key.text() + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
            "no fact "
                + key.text()
                + " on "
                + entity
                + meant.map(m -> "; did you mean " + m + "?").orElse("")),
        new Text("可用的事实：" + String.join("、", known), "Facts: " + String.join(", ", known)));
  }

  private @Nullable Object value(String fact, FactType type, Yaml value, String owner) {
    return switch (type) {
      case FactType.One one -> one(one.entity(), value, owner);
      case FactType.Many many -> many(many.entity(), value, owner);
      case FactType.Texts texts ->
          value instanceof Yaml.Sequence sequence ? texts(sequence) : wrong(value);
      default ->
          value instanceof Yaml.Scalar scalar ? scalarValue(fact, type, scalar) : wrong(value);
    };
  }

  private List<String> texts(Yaml.Sequence sequence) {
    List<String> texts = new ArrayList<>();
    for (Yaml item : sequence.items()) {
      if (item instanceof Yaml.Scalar scalar) {
        texts.add(scalar.text());
      } else {
        wrong(item);
      }
    }
    return texts;
  }

  /** A subject given elsewhere in the case, by its name, or one of its own. */
  private @Nullable Object one(String entity, Yaml value, String owner) {
    if (!(value instanceof Yaml.Scalar name) || name.absent()) {
      return subject(entity, owner, value);
    }
    Optional<Subject> named =
        facts.population(entity, "").stream()
            .filter(subject -> subject.name().equals(name.text()))
            .findFirst();
    if (named.isEmpty()) {
      problems.add(
          ProblemCode.UNKNOWN_VALUE,
          name.spot(),
          new Text(
              "前面没有给出 " + entity + " " + name.text(),
              "no " + entity + " " + name.text() + " is given before"),
          new Text("先写被引用的对象，或在这里写出它的事实。", "Give it first, or write its facts here."));
    }
    return named.orElse(null);
  }

  private @Nullable Object wrong(Yaml value) {
    Keys.wrongShape(problems, value.spot(), "一个值", "a single value");
    return null;
  }

  private List<MapSubject> many(String entity, Yaml value, String owner) {
    List<MapSubject> all = new ArrayList<>();
    switch (value) {
      case Yaml.Sequence sequence -> {
        int number = 1;
        for (Yaml item : sequence.items()) {
          all.add(subject(entity, owner + "/" + number++, item));
        }
      }
      case Yaml.Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  (name, item) -> {
                    MapSubject one = subject(entity, owner + "/" + name.text(), item);
                    if (name.text().matches("\\d{4}")) {
                      one.with("year", new BigDecimal(name.text()));
                    }
                    all.add(one);
                  });
      case Yaml.Scalar scalar -> Keys.wrongShape(problems, scalar.spot(), "列表", "a list");
    }
    return all;
  }

  private @Nullable Object scalarValue(String fact, FactType type, Yaml.Scalar scalar) {
    if (scalar.absent()) {
      return null;
    }
    return switch (type) {
      case FactType.Number n -> number(scalar, problems).orElse(null);
      case FactType.Truth t -> Keys.truth(scalar, fact, problems).orElse(null);
      case FactType.Day d -> Keys.date(scalar, problems).<LocalDate>map(day -> day).orElse(null);
      case FactType.Moment m -> Moments.read(scalar, problems).orElse(null);
      case FactType.Choice choice -> choice(choice.enumeration(), scalar);
      default -> scalar.text();
    };
  }

  /** One of the enumeration's values, if it is known which those are. */
  private String choice(String enumeration, Yaml.Scalar scalar) {
    List<String> values = catalogue.enumerations().getOrDefault(enumeration, List.of());
    if (!values.isEmpty() && !values.contains(scalar.text())) {
      Choices.unknown(scalar, values, problems);
    }
    return scalar.text();
  }

  /** A number, with or without a unit after it, in the base unit. */
  static Optional<BigDecimal> number(Yaml.Scalar scalar, Problems problems) {
    String text = scalar.text().strip();
    int end = text.length();
    while (end > 0 && "0123456789.".indexOf(text.charAt(end - 1)) < 0) {
      end--;
    }
    String unit = text.substring(end).strip();
    Optional<Unit> found = unit.isEmpty() ? Optional.empty() : Unit.find(unit);
    if (!unit.isEmpty() && found.isEmpty()) {
      problems.add(
          ProblemCode.UNKNOWN_UNIT,
          scalar.spot(),
          new Text("没有单位 " + unit, "no unit " + unit),
          new Text(
              "可用的单位：" + String.join("、", Unit.spellings()),
              "Units: " + String.join(", ", Unit.spellings())));
      return Optional.empty();
    }
    return Keys.number(new Yaml.Scalar(scalar.spot(), text.substring(0, end), false), problems)
        .map(figure -> found.map(u -> u.toBase(figure)).orElse(figure).decimal());
  }
}

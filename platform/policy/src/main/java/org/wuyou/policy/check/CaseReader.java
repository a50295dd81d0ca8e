package org.wuyou.policy.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.facts.Statistic;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.model.Reading;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spelling;
import org.wuyou.policy.parse.Spot;
import org.wuyou.policy.parse.Yaml;

/**
 * Reads cases. Facts are written as in files: amounts with their unit (1.5亿元), dates as YYYY-MM-DD;
 * yearly rows as a map of years.
 */
final class CaseReader {
  private final FactCatalogue catalogue;
  private final Map<String, Reading> readings;
  private final Problems problems;

  CaseReader(FactCatalogue catalogue, Map<String, Reading> readings, Problems problems) {
    this.catalogue = catalogue;
    this.readings = readings;
    this.problems = problems;
  }

  List<PolicyCase> read(BundleFiles files) {
    List<PolicyCase> cases = new ArrayList<>();
    for (BundleFiles.Section file : files.cases()) {
      Optional<String> rule = file.keys().text("rule");
      for (Yaml item : file.keys().items("cases")) {
        read(Keys.of(item, problems), rule).ifPresent(cases::add);
      }
    }
    return cases;
  }

  private Optional<PolicyCase> read(Keys keys, Optional<String> fileRule) {
    Optional<Yaml.Scalar> name = keys.requiredScalar("name");
    Optional<String> rule = keys.text("rule").or(() -> fileRule);
    if (rule.isEmpty()) {
      keys.missing("rule");
    }
    MapFacts facts = new MapFacts();
    keys.entries("given").forEach((entity, value) -> given(entity, value, facts));
    keys.entries("statistics").forEach((code, value) -> statistic(code, value, facts));
    keys.entries("divisions")
        .forEach(
            (code, value) -> {
              String text = value instanceof Yaml.Scalar scalar ? scalar.text() : code.text();
              facts.with(new Facts.Division(code.text(), new Text(text, text)));
            });
    Map<String, PolicyCase.Expected> expected = expected(keys);
    PolicyCase result =
        new PolicyCase(
            name.map(Yaml.Scalar::text).orElse(""),
            rule.orElse(""),
            facts,
            keys.date("asOf"),
            year(keys),
            readings(keys),
            numbers(keys, "parameters"),
            numbers(keys, "figures"),
            expected,
            name.map(Yaml.Scalar::spot).orElse(keys.spot()));
    keys.close();
    return name.isPresent() && rule.isPresent() ? Optional.of(result) : Optional.empty();
  }

  private OptionalInt year(Keys keys) {
    Optional<Exact> year = keys.scalar("year").flatMap(scalar -> Keys.number(scalar, problems));
    return year.isPresent()
        ? OptionalInt.of(year.get().rounded(0).intValueExact())
        : OptionalInt.empty();
  }

  private Map<String, String> readings(Keys keys) {
    Map<String, String> chosen = new LinkedHashMap<>();
    keys.entries("readings")
        .forEach(
            (id, value) -> {
              Set<String> choices =
                  readings.containsKey(id.text())
                      ? readings.get(id.text()).choices().keySet()
                      : Set.of();
              if (value instanceof Yaml.Scalar choice && choices.contains(choice.text())) {
                chosen.put(id.text(), choice.text());
              } else {
                problems.add(
                    ProblemCode.UNKNOWN_READING,
                    id.spot(),
                    new Text(
                        "口径 " + id.text() + " 没有这种理解",
                        "reading " + id.text() + " has no such choice"),
                    new Text(
                        "可选：" + String.join("、", choices),
                        "Choices: " + String.join(", ", choices)));
              }
            });
    return chosen;
  }

  private Map<String, Exact> numbers(Keys keys, String key) {
    Map<String, Exact> numbers = new LinkedHashMap<>();
    keys.entries(key)
        .forEach(
            (id, value) -> {
              if (value instanceof Yaml.Scalar scalar) {
                Keys.number(scalar, problems).ifPresent(n -> numbers.put(id.text(), n));
              } else {
                Keys.wrongShape(problems, value.spot(), "一个数", "a number");
              }
            });
    return numbers;
  }

  private void statistic(Yaml.Scalar code, Yaml value, MapFacts facts) {
    if (!(value instanceof Yaml.Mapping years)) {
      Keys.wrongShape(problems, value.spot(), "年份到数值的对应", "a map of years");
      return;
    }
    years
        .entries()
        .forEach(
            (year, figure) -> {
              if (figure instanceof Yaml.Scalar scalar) {
                number(scalar)
                    .ifPresent(
                        n ->
                            facts.with(
                                code.text(),
                                "",
                                Integer.parseInt(year.text()),
                                new Statistic(n, scalar.spot().file())));
              }
            });
  }

  private Map<String, PolicyCase.Expected> expected(Keys keys) {
    Map<String, PolicyCase.Expected> expected = new LinkedHashMap<>();
    Optional<Yaml> value = keys.get("expect");
    if (value.isEmpty()) {
      keys.missing("expect");
      return expected;
    }
    if (value.get() instanceof Yaml.Scalar status) {
      expected.put("", plain(status));
      return expected;
    }
    Keys answers = Keys.of(value.get(), problems);
    if (answers.has("status")) {
      expected.put("", answer(answers, keys.keySpot("expect")));
      return expected;
    }
    keys.entries("expect")
        .forEach(
            (subject, answer) ->
                expected.put(
                    subject.text(),
                    answer instanceof Yaml.Scalar status
                        ? plain(status)
                        : answer(Keys.of(answer, problems), subject.spot())));
    return expected;
  }

  private static PolicyCase.Expected plain(Yaml.Scalar status) {
    return new PolicyCase.Expected(status.text(), Map.of(), status.spot());
  }

  /** A status, and whatever else the rule's kind answers: the checker knows which keys it gives. */
  private PolicyCase.Expected answer(Keys keys, Spot spot) {
    Map<String, List<String>> details = new LinkedHashMap<>();
    for (String key : keys.names()) {
      if (!key.equals("status")) {
        details.put(key, keys.scalars(key).stream().map(Yaml.Scalar::text).toList());
      }
    }
    String status = keys.requiredScalar("status").map(Yaml.Scalar::text).orElse("");
    return new PolicyCase.Expected(status, details, spot);
  }

  private void given(Yaml.Scalar entity, Yaml value, MapFacts facts) {
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
        .map(entry -> entry.getValue() instanceof Yaml.Scalar s ? Integer.parseInt(s.text()) : 1)
        .findFirst()
        .orElse(1);
  }

  private MapSubject subject(String entity, String name, Yaml row) {
    MapSubject subject = new MapSubject(entity, name);
    if (!(row instanceof Yaml.Mapping mapping)) {
      if (!(row instanceof Yaml.Scalar scalar && scalar.absent())) {
        Keys.wrongShape(problems, row.spot(), "事实到取值的对应", "a map of facts to values");
      }
      return subject;
    }
    Map<String, FactCatalogue.Fact> facts = catalogue.entity(entity).facts();
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              if (key.text().equals("repeat")) {
                return;
              }
              FactCatalogue.Fact fact = facts.get(key.text());
              if (fact == null) {
                unknownFact(key, entity, facts.keySet());
                return;
              }
              Object read = value(fact.type(), value, name);
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

  private @Nullable Object value(FactType type, Yaml value, String owner) {
    return switch (type) {
      case FactType.One one -> subject(one.entity(), owner, value);
      case FactType.Many many -> many(many.entity(), value, owner);
      case FactType.Texts texts ->
          value instanceof Yaml.Sequence sequence
              ? sequence.items().stream()
                  .map(item -> item instanceof Yaml.Scalar scalar ? scalar.text() : "")
                  .toList()
              : wrong(value);
      default -> value instanceof Yaml.Scalar scalar ? scalarValue(type, scalar) : wrong(value);
    };
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

  private @Nullable Object scalarValue(FactType type, Yaml.Scalar scalar) {
    if (scalar.absent()) {
      return null;
    }
    return switch (type) {
      case FactType.Number n -> number(scalar).orElse(null);
      case FactType.Truth t -> scalar.text().equals("true");
      case FactType.Day d -> Keys.date(scalar, problems).<LocalDate>map(day -> day).orElse(null);
      case FactType.Moment m -> Moments.read(scalar, problems).orElse(null);
      default -> scalar.text();
    };
  }

  /** A number, with or without a unit after it, in the base unit. */
  private Optional<BigDecimal> number(Yaml.Scalar scalar) {
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

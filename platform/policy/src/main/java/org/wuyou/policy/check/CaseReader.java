package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.wuyou.policy.Exact;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.Statistic;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.model.Reading;
import org.wuyou.policy.model.RuleBook;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Yaml;

/**
 * Reads cases. Facts are written as in files: amounts with their unit (1.5亿元), dates as YYYY-MM-DD;
 * yearly rows as a map of years.
 */
final class CaseReader {
  private final FactCatalogue catalogue;
  private final Registers<Reading> readings;
  private final RuleBook rules;
  private final Problems problems;

  CaseReader(
      FactCatalogue catalogue, Registers<Reading> readings, RuleBook rules, Problems problems) {
    this.catalogue = catalogue;
    this.readings = readings;
    this.rules = rules;
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
    GivenReader given = new GivenReader(catalogue, problems);
    keys.entries("given").forEach(given::read);
    MapFacts facts = given.facts();
    keys.entries("statistics").forEach((code, value) -> statistic(code, value, facts));
    keys.entries("divisions")
        .forEach(
            (code, value) -> {
              if (value instanceof Yaml.Scalar called) {
                facts.with(new Facts.Division(code.text(), new Text(called.text(), called.text())));
              } else {
                Keys.wrongShape(problems, value.spot(), "名称", "a name");
              }
            });
    Map<String, PolicyCase.Expected> expected =
        new ExpectedReader(keys, rule.flatMap(rules::find), problems).read();
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
    Optional<Yaml.Scalar> year = keys.scalar("year");
    return year.isPresent() ? Keys.wholeNumber(year.get(), problems) : OptionalInt.empty();
  }

  private Map<String, String> readings(Keys keys) {
    Map<String, String> chosen = new LinkedHashMap<>();
    keys.entries("readings")
        .forEach(
            (id, value) -> {
              if (readings.broken().contains(id.text())) {
                return;
              }
              Reading reading = readings.all().get(id.text());
              Set<String> choices = reading == null ? Set.of() : reading.choices().keySet();
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
              OptionalInt of = Keys.wholeNumber(year, problems);
              if (figure instanceof Yaml.Scalar scalar && of.isPresent()) {
                GivenReader.number(scalar, problems)
                    .map(found -> new Statistic(found, scalar.spot().file()))
                    .ifPresent(found -> facts.with(code.text(), "", of.getAsInt(), found));
              }
            });
  }
}

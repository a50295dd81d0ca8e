package org.wuyou.policy.check;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.wuyou.policy.Exact;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Reading;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spelling;
import org.wuyou.policy.parse.Yaml;

/** Reads parameters and readings. */
final class DeclarationReader {
  private static final Text NAMELESS = new Text("", "");

  private final Problems problems;

  DeclarationReader(Problems problems) {
    this.problems = problems;
  }

  Parameter parameter(BundleFiles.Entry entry, HeadReader heads) {
    Keys keys = entry.keys();
    Parameter parameter =
        new Parameter(
            entry.name().text(),
            keys.bilingual("name", ProblemCode.MISSING_KEY).orElse(NAMELESS),
            unit(keys).orElse(Unit.RATIO),
            heads.citation(entry),
            keys.truth("locked").orElse(false),
            values(entry),
            entry.name().spot());
    keys.close();
    return parameter;
  }

  Optional<Unit> unit(Keys keys) {
    Optional<Yaml.Scalar> written = keys.requiredScalar("unit");
    Optional<Unit> unit = written.flatMap(scalar -> Unit.find(scalar.text()));
    if (written.isPresent() && unit.isEmpty()) {
      Optional<String> meant = Spelling.nearest(written.get().text(), Unit.spellings());
      problems.add(
          ProblemCode.UNKNOWN_UNIT,
          written.get().spot(),
          new Text(
              "没有单位 " + written.get().text() + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
              "no unit "
                  + written.get().text()
                  + meant.map(m -> "; did you mean " + m + "?").orElse("")),
          new Text(
              "可用的单位：" + String.join("、", Unit.spellings()),
              "Units: " + String.join(", ", Unit.spellings())));
    }
    return unit;
  }

  private NavigableMap<LocalDate, Optional<Exact>> values(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    NavigableMap<LocalDate, Optional<Exact>> values = new TreeMap<>();
    boolean undated = keys.has("value");
    if (undated || !keys.has("values")) {
      problems.add(
          ProblemCode.UNDATED_PARAMETER,
          undated ? keys.keySpot("value") : entry.name().spot(),
          new Text(
              "参数 " + entry.name().text() + " 的取值没有生效日期",
              "parameter " + entry.name().text() + " has no date from which its value holds"),
          new Text("写成 values: {2021-01-01: 取值}。", "Write values: {2021-01-01: the value}."));
      return values;
    }
    keys.entries("values")
        .forEach(
            (from, value) -> {
              Optional<LocalDate> day = Keys.date(from, problems);
              if (value instanceof Yaml.Scalar scalar) {
                Optional<Exact> figure =
                    scalar.absent() ? Optional.empty() : Keys.number(scalar, problems);
                day.ifPresent(start -> values.put(start, figure));
              } else {
                Keys.wrongShape(problems, value.spot(), "一个数", "a number");
              }
            });
    return values;
  }

  Reading reading(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Text question = keys.bilingual("question", ProblemCode.MISSING_SUMMARY).orElse(NAMELESS);
    Text reason = keys.bilingual("why", ProblemCode.MISSING_SUMMARY).orElse(NAMELESS);
    Map<String, Text> choices = new LinkedHashMap<>();
    keys.entries("choices").forEach((id, value) -> choices.put(id.text(), text(id, value)));
    String usual = "";
    Optional<Yaml.Scalar> written = keys.requiredScalar("default");
    if (written.isPresent()) {
      usual = written.get().text();
      if (!choices.containsKey(usual)) {
        problems.add(
            ProblemCode.UNKNOWN_READING,
            written.get().spot(),
            new Text(
                "默认 " + usual + " 不在 choices 里", "default " + usual + " is not among the choices"),
            new Text(
                "可选：" + String.join("、", choices.keySet()),
                "Choices: " + String.join(", ", choices.keySet())));
      }
    }
    keys.close();
    return new Reading(entry.name().text(), question, usual, choices, reason);
  }

  private Text text(Yaml.Scalar id, Yaml value) {
    Keys keys = Keys.of(value, problems);
    Optional<String> zh = keys.text("zh");
    Optional<String> en = keys.text("en");
    keys.close();
    if (zh.isEmpty() || en.isEmpty()) {
      problems.add(
          ProblemCode.MISSING_SUMMARY,
          id.spot(),
          new Text(id.text() + " 须有中英文说明", id.text() + " needs a text in both languages"),
          new Text("写成 {zh: …, en: …}。", "Write {zh: …, en: …}."));
    }
    return new Text(zh.orElse(""), en.orElse(""));
  }
}

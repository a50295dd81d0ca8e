package org.wuyou.policy.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.model.Citation;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Period;
import org.wuyou.policy.model.Reading;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spelling;
import org.wuyou.policy.parse.Yaml;

/**
 * Reads what all rules have; the file's article, locator and departments stand in for absent ones.
 */
final class HeadReader {
  private final Period bundleValid;
  private final Map<String, Text> departments;
  private final Registers<Reading> readings;
  private final Set<String> clauses;
  private final Problems problems;

  /**
   * A reader for one bundle.
   *
   * @param clauses ids of the clauses that its tasks stand for; none if it keeps no tasks
   */
  HeadReader(
      Period bundleValid,
      Map<String, Text> departments,
      Registers<Reading> readings,
      Set<String> clauses,
      Problems problems) {
    this.bundleValid = bundleValid;
    this.departments = departments;
    this.readings = readings;
    this.clauses = clauses;
    this.problems = problems;
  }

  Head head(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Text name = keys.bilingual("name", ProblemCode.MISSING_KEY).orElse(NAMELESS);
    Text summary = keys.bilingual("summary", ProblemCode.MISSING_SUMMARY).orElse(NAMELESS);
    List<String> concerned = new ArrayList<>();
    for (Yaml.Scalar reading : keys.scalars("readings")) {
      readings.find(reading).map(Reading::id).ifPresent(concerned::add);
    }
    return new Head(
        entry.name().text(),
        name,
        summary,
        citation(entry),
        valid(entry).orElse(bundleValid),
        concerned,
        entry.name().spot());
  }

  private static final Text NAMELESS = new Text("", "");

  Citation citation(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Keys file = entry.section().keys();
    Optional<String> article = keys.text("article").or(() -> file.text("article"));
    if (article.isEmpty()) {
      problems.add(
          ProblemCode.MISSING_ARTICLE,
          entry.name().spot(),
          new Text(entry.name().text() + " 没有写明条款", entry.name().text() + " names no article"),
          new Text(
              "写上 article，或在文件开头写一次供全文件使用。",
              "Add article here, or once at the top for the whole file."));
    }
    List<Yaml.Scalar> responsible =
        keys.has("departments") ? keys.scalars("departments") : file.scalars("departments");
    return new Citation(
        clause(entry),
        keys.scalars("carries").stream().map(Yaml.Scalar::text).toList(),
        article.orElse(""),
        keys.text("locator").or(() -> file.text("locator")).orElse(""),
        departments(responsible));
  }

  /** The ids of the departments named, those not listed told. */
  List<String> departments(List<Yaml.Scalar> named) {
    List<String> ids = new ArrayList<>();
    for (Yaml.Scalar department : named) {
      if (known(
          department, departments.keySet(), ProblemCode.UNKNOWN_DEPARTMENT, "部门", "department")) {
        ids.add(department.text());
      }
    }
    return ids;
  }

  private boolean known(Yaml.Scalar name, Set<String> all, ProblemCode code, String zh, String en) {
    if (all.contains(name.text())) {
      return true;
    }
    Optional<String> meant = Spelling.nearest(name.text(), all);
    problems.add(
        code,
        name.spot(),
        new Text(
            "没有" + zh + " " + name.text() + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
            "no "
                + en
                + " "
                + name.text()
                + meant.map(m -> "; did you mean " + m + "?").orElse("")),
        new Text("已有的：" + String.join("、", all), "Known: " + String.join(", ", all)));
    return false;
  }

  /** The clause named; what is inherited names clauses of the bundle it was written in. */
  private String clause(BundleFiles.Entry entry) {
    Optional<Yaml.Scalar> written =
        entry.keys().scalar("clause").or(() -> entry.section().keys().scalar("clause"));
    if (written.isPresent() && !clauses.isEmpty() && !entry.section().inherited()) {
      known(written.get(), clauses, ProblemCode.UNKNOWN_CLAUSE, "条文片段", "clause");
    }
    return written.map(Yaml.Scalar::text).orElse("");
  }

  private Optional<Period> valid(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Optional<Period> valid =
        keys.get("valid").flatMap(value -> period(Keys.of(value, problems), problems));
    valid
        .filter(own -> !entry.section().inherited() && !own.overlaps(bundleValid))
        .ifPresent(
            own ->
                problems.add(
                    ProblemCode.BAD_VALIDITY,
                    keys.keySpot("valid"),
                    new Text(
                        entry.name().text()
                            + " "
                            + own.text().zh()
                            + " 有效，政策包"
                            + bundleValid.text().zh()
                            + " 有效：永不施行",
                        entry.name().text()
                            + " is valid "
                            + own.text().en()
                            + " but the bundle "
                            + bundleValid.text().en()
                            + ": it is never in force"),
                    new Text(
                        "改正日期；已失效的规则从政策包中删去。",
                        "Correct the days; take a rule that has expired out of the bundle.")));
    return valid;
  }

  static Optional<Period> period(Keys keys, Problems problems) {
    Optional<LocalDate> from = keys.date("from");
    Optional<LocalDate> to = keys.date("to");
    if (!keys.has("from")) {
      keys.missing("from");
    }
    keys.close();
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      problems.add(
          ProblemCode.BAD_VALIDITY,
          keys.keySpot("to"),
          new Text(
              "止于 " + to.get() + "，早于起始 " + from.get(),
              "ends on " + to.get() + ", before it begins on " + from.get()),
          new Text("对调或改正两个日期。", "Correct one of the two dates."));
      return Optional.empty();
    }
    return from.map(start -> new Period(start, to));
  }
}

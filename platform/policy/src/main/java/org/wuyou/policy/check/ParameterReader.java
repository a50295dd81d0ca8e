package org.wuyou.policy.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Period;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Yaml;

/** Reads parameters; a bundle sets those of the bundles above it, unless they are locked. */
final class ParameterReader {
  private final DeclarationReader declarations;
  private final HeadReader heads;
  private final Registers<Parameter> parameters;
  private final Period bundleValid;
  private final Problems problems;
  private final Map<String, Integer> levels = new HashMap<>();

  ParameterReader(
      DeclarationReader declarations,
      HeadReader heads,
      Registers<Parameter> parameters,
      Period bundleValid,
      Problems problems) {
    this.declarations = declarations;
    this.heads = heads;
    this.parameters = parameters;
    this.bundleValid = bundleValid;
    this.problems = problems;
  }

  /** Reads one entry; those of the bundles above come first. */
  void read(BundleFiles.Entry entry) {
    if (problems.sound(() -> Optional.of(take(entry))).isEmpty()) {
      // Nor may the one above answer in its place.
      parameters.withdraw(entry.name());
    }
  }

  private Parameter take(BundleFiles.Entry entry) {
    Parameter parameter = declarations.parameter(entry, heads);
    int level = entry.section().level();
    if (level == 0) {
      inTime(entry.name(), parameter);
    }
    Parameter above = parameters.all().get(parameter.id());
    if (above == null || levels.getOrDefault(parameter.id(), 0) <= level) {
      parameters.add(entry.name(), parameter);
      levels.putIfAbsent(parameter.id(), level);
      return parameter;
    }
    if (above.locked()) {
      locked(entry.name(), above);
      return above;
    }
    if (!Unit.compatible(above.unit().dimension(), parameter.unit().dimension())) {
      problems.add(
          ProblemCode.WRONG_UNIT,
          entry.name().spot(),
          new Text(
              "上级以" + above.unit().zh() + "计",
              "the bundle above has it in " + above.unit().label().en()),
          new Text("改用同类单位。", "Use a unit of the same kind."));
    }
    parameters.replace(entry.name(), parameter);
    levels.put(parameter.id(), level);
    return parameter;
  }

  /** A figure whose first day comes after the bundle's last one never holds. */
  private void inTime(Yaml.Scalar name, Parameter parameter) {
    if (!parameter.values().isEmpty()
        && bundleValid.to().map(end -> parameter.values().firstKey().isAfter(end)).orElse(false)) {
      problems.add(
          ProblemCode.BAD_VALIDITY,
          name.spot(),
          new Text(
              "参数 "
                  + name.text()
                  + " 自 "
                  + parameter.values().firstKey()
                  + " 才有取值，政策包"
                  + bundleValid.text().zh()
                  + " 有效",
              "parameter "
                  + name.text()
                  + " holds from "
                  + parameter.values().firstKey()
                  + " but the bundle is valid "
                  + bundleValid.text().en()),
          new Text(
              "写上有效期内的起始日。", "Write the day within the bundle's validity from which it holds."));
    }
  }

  private void locked(Yaml.Scalar name, Parameter above) {
    problems.add(
        ProblemCode.LOCKED_PARAMETER,
        name.spot(),
        new Text(
            "参数 " + name.text() + " 由上级锁定（" + above.spot().file() + ":" + above.spot().line() + "）",
            "parameter "
                + name.text()
                + " is locked by the bundle above ("
                + above.spot().file()
                + ":"
                + above.spot().line()
                + ")"),
        new Text(
            "删去此处；本级只能设未锁定的参数。", "Remove it here; only parameters not locked may be set below."));
  }
}

package org.wuyou.policy.check;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spelling;
import org.wuyou.policy.parse.Spot;
import org.wuyou.policy.parse.Yaml;

/** Things of one kind by name: refuses a second of the same name, and finds those referred to. */
final class Registers<T> {
  private final Text kind;
  private final ProblemCode unknown;
  private final Problems problems;
  private final Map<String, T> things = new LinkedHashMap<>();
  private final Set<String> broken = new HashSet<>();
  private final Set<String> found = new HashSet<>();
  private final Map<String, Spot> spots = new LinkedHashMap<>();

  Registers(Text kind, ProblemCode unknown, Problems problems) {
    this.kind = kind;
    this.unknown = unknown;
    this.problems = problems;
  }

  /** Remembers a name whose thing could not be read, so that referring to it is not told again. */
  void broken(Yaml.Scalar name) {
    broken.add(name.text());
  }

  /** Takes back what was read under the name before: what now stands there cannot be read. */
  void withdraw(Yaml.Scalar name) {
    things.remove(name.text());
    broken(name);
  }

  /** Names of what could not be read. */
  Set<String> broken() {
    Set<String> left = new HashSet<>(broken);
    left.removeAll(things.keySet());
    return left;
  }

  void add(Yaml.Scalar name, Optional<T> thing) {
    thing.ifPresentOrElse(read -> add(name, read), () -> broken(name));
  }

  void add(Yaml.Scalar name, T thing) {
    if (things.putIfAbsent(name.text(), thing) == null) {
      spots.put(name.text(), name.spot());
      return;
    }
    Spot first = spots.getOrDefault(name.text(), name.spot());
    duplicate(kind, name, first, problems);
  }

  /** Tells that a name is taken. */
  static void duplicate(Text kind, Yaml.Scalar name, Spot first, Problems problems) {
    problems.add(
        ProblemCode.DUPLICATE_NAME,
        name.spot(),
        new Text(
            kind.zh() + " " + name.text() + " 已在 " + first.file() + ":" + first.line() + " 定义",
            kind.en()
                + " "
                + name.text()
                + " is already defined at "
                + first.file()
                + ":"
                + first.line()),
        new Text("改名，或删去其中一处。", "Rename or remove one of the two."));
  }

  /** Puts the thing in place of the one of that name. */
  void replace(Yaml.Scalar name, T thing) {
    things.put(name.text(), thing);
    spots.put(name.text(), name.spot());
  }

  Optional<T> find(Yaml.Scalar name) {
    T thing = things.get(name.text());
    found.add(name.text());
    if (thing == null && broken.contains(name.text())) {
      problems.stop();
    } else if (thing == null) {
      Optional<String> meant = Spelling.nearest(name.text(), things.keySet());
      problems.add(
          unknown,
          name.spot(),
          new Text(
              "没有" + kind.zh() + " " + name.text() + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
              "no "
                  + kind.en()
                  + " "
                  + name.text()
                  + meant.map(m -> "; did you mean " + m + "?").orElse("")),
          new Text(
              "已有的：" + String.join("、", things.keySet()),
              "Known: " + String.join(", ", things.keySet())));
    }
    return Optional.ofNullable(thing);
  }

  /** Names that something referred to. */
  Set<String> found() {
    return found;
  }

  Map<String, T> all() {
    return things;
  }
}

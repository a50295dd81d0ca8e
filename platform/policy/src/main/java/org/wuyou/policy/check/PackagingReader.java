package org.wuyou.policy.check;

import java.util.Optional;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.model.Packaging;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Yaml;

/** Reads what a bundle is packed as: {@code plugin} and {@code version}, both or neither. */
public final class PackagingReader {
  private PackagingReader() {}

  /** What {@code bundle.yaml} says; empty if it leaves it to whoever packs. */
  public static Optional<Packaging> read(Keys bundle, Problems problems) {
    Optional<Yaml.Scalar> plugin = bundle.scalar("plugin");
    Optional<Yaml.Scalar> version = bundle.scalar("version");
    plugin
        .filter(name -> !name.text().matches("region(-[a-z0-9]+)+"))
        .ifPresent(
            name ->
                problems.add(
                    ProblemCode.UNKNOWN_VALUE,
                    name.spot(),
                    new Text(
                        name.text() + " 不能作插件名", name.text() + " cannot be the name of a plugin"),
                    new Text(
                        "写成 region- 加小写字母、数字，如 region-gaoping。",
                        "Write region- and lower-case letters or digits, such as region-gaoping.")));
    version
        .filter(number -> !number.text().matches("\\d+\\.\\d+\\.\\d+"))
        .ifPresent(
            number ->
                problems.add(
                    ProblemCode.UNKNOWN_VALUE,
                    number.spot(),
                    new Text(number.text() + " 不是版本号", number.text() + " is no version"),
                    new Text(
                        "写三段数字，如 0.1.0；每次更新加一。",
                        "Write three numbers, such as 0.1.0; raise it with every update.")));
    if (plugin.isPresent() != version.isPresent()) {
      bundle.missing(plugin.isPresent() ? "version" : "plugin");
    }
    return plugin.flatMap(name -> version.map(number -> new Packaging(name.text(), number.text())));
  }
}

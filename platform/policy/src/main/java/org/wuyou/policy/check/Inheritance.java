package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spelling;
import org.wuyou.policy.parse.Yaml;

/**
 * What a bundle takes from those above it: all but their cases and their administration, the
 * farthest first.
 *
 * @param bundles the tops of their {@code bundle.yaml}, the farthest first
 */
record Inheritance(List<BundleFiles.Section> sections, List<Keys> bundles) {
  /** Files of bundles above are shown under this folder. */
  static final String FOLDER = "inherited/";

  static Inheritance read(
      Keys bundle, BundleSource source, SortedMap<String, String> texts, Problems problems) {
    Inheritance all = new Inheritance(new ArrayList<>(), new ArrayList<>());
    Optional<Yaml.Scalar> wanted = bundle.scalar("inherits");
    if (wanted.isPresent() && source.parent().isEmpty()) {
      unknown(wanted.get(), source.atHand(), problems);
    }
    source.parent().ifPresent(parent -> all.add(parent, 1, texts, problems));
    return all;
  }

  private static void unknown(Yaml.Scalar wanted, List<String> atHand, Problems problems) {
    Optional<String> meant = Spelling.nearest(wanted.text(), atHand);
    String known = atHand.isEmpty() ? "–" : String.join(", ", atHand);
    problems.add(
        ProblemCode.UNKNOWN_BUNDLE,
        wanted.spot(),
        new Text(
            "没有可继承的政策包 " + wanted.text() + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
            "no bundle "
                + wanted.text()
                + " to inherit"
                + meant.map(m -> "; did you mean " + m + "?").orElse("")),
        new Text(
            "改正编号，或让上级政策包可用：在服务器上先部署它，在命令行用 --with 指出它的目录或 jar。可用的：" + known,
            "Correct the id, or bring the bundle above: deploy it first on a server, name its folder or"
                + " jar with --with on the command line. At hand: "
                + known));
  }

  private void add(
      BundleSource source, int level, SortedMap<String, String> texts, Problems problems) {
    source.parent().ifPresent(parent -> add(parent, level + 1, texts, problems));
    String folder = FOLDER + source.id().orElse("") + "/";
    for (Map.Entry<String, String> file : source.files().entrySet()) {
      if (file.getKey().endsWith(".cases.yaml")) {
        continue;
      }
      String name = folder + file.getKey();
      texts.put(name, file.getValue());
      problems.file(name, file.getValue());
      Optional<Keys> keys =
          Yaml.read(name, file.getValue(), problems).map(yaml -> Keys.of(yaml, problems));
      if (file.getKey().equals("bundle.yaml")) {
        keys.ifPresent(bundles::add);
      } else {
        keys.ifPresent(top -> sections.add(new BundleFiles.Section(name, top, level)));
      }
    }
  }
}

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
      problems.add(
          ProblemCode.UNKNOWN_BUNDLE,
          wanted.get().spot(),
          new Text(
              "没有可继承的政策包 " + wanted.get().text(),
              "no bundle " + wanted.get().text() + " to inherit"),
          new Text("先部署上级的政策包，或改正编号。", "Deploy the bundle above it first, or correct the id."));
    }
    source.parent().ifPresent(parent -> all.add(parent, 1, texts, problems));
    return all;
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

package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spot;
import org.wuyou.policy.parse.Yaml;

/**
 * The files of a bundle, each with what it may hold: {@code bundle.yaml} says what the bundle is,
 * {@code *.cases.yaml} hold examples, and every other file holds any of parameters, readings,
 * facts, tiers, indicators, targets, standards and scorecards, so that one article can stand on one
 * screen.
 */
record BundleFiles(
    Optional<Keys> bundle,
    List<Section> sections,
    List<Section> cases,
    SortedMap<String, String> texts) {

  /**
   * One file that is not {@code bundle.yaml}.
   *
   * @param keys its top level
   */
  record Section(String file, Keys keys) {}

  /** One named entry of a section: its name and its keys. */
  record Entry(Yaml.Scalar name, Keys keys, Section section) {}

  static BundleFiles read(BundleSource source, Problems problems) {
    Optional<Keys> bundle = Optional.empty();
    List<Section> sections = new ArrayList<>();
    List<Section> cases = new ArrayList<>();
    for (Map.Entry<String, String> file : source.files().entrySet()) {
      Optional<Yaml> yaml = Yaml.read(file.getKey(), file.getValue(), problems);
      if (yaml.isEmpty()) {
        continue;
      }
      Keys keys = Keys.of(yaml.get(), problems);
      if (file.getKey().equals("bundle.yaml")) {
        bundle = Optional.of(keys);
      } else if (file.getKey().endsWith(".cases.yaml")) {
        cases.add(new Section(file.getKey(), keys));
      } else {
        sections.add(new Section(file.getKey(), keys));
      }
    }
    SortedMap<String, String> texts = new TreeMap<>(source.files());
    bundle.ifPresent(keys -> sections.addAll(0, standards(keys, texts, problems)));
    if (!source.files().containsKey("bundle.yaml")) {
      problems.add(
          ProblemCode.MISSING_FILE,
          new Spot("bundle.yaml", 1, 1, 1),
          new Text("没有 bundle.yaml", "there is no bundle.yaml"),
          new Text(
              "从示例区域复制 bundle.yaml，改写名称、区划代码和文件。",
              "Copy bundle.yaml from region-example and change name, region code and document."));
    }
    return new BundleFiles(bundle, sections, cases, texts);
  }

  /** The parts of shared practice that the bundle takes with {@code uses}. */
  private static List<Section> standards(
      Keys bundle, SortedMap<String, String> texts, Problems problems) {
    List<Section> sections = new ArrayList<>();
    for (Yaml.Scalar name : bundle.scalars("uses")) {
      Optional<String> text = StandardPractice.text(name.text());
      if (text.isEmpty()) {
        problems.add(
            ProblemCode.UNKNOWN_VALUE,
            name.spot(),
            new Text("没有通则 " + name.text(), "there is no shared practice " + name.text()),
            new Text(
                "可用：" + String.join("、", StandardPractice.NAMES),
                "Known: " + String.join(", ", StandardPractice.NAMES)));
        continue;
      }
      String file = "standard/" + name.text() + ".yaml";
      texts.put(file, text.get());
      problems.file(file, text.get());
      Yaml.read(file, text.get(), problems)
          .ifPresent(yaml -> sections.add(new Section(file, Keys.of(yaml, problems))));
    }
    return sections;
  }

  /** All entries of a map section, over all files. */
  List<Entry> named(String section, Problems problems) {
    List<Entry> entries = new ArrayList<>();
    for (Section file : sections) {
      file.keys()
          .entries(section)
          .forEach((name, value) -> entries.add(new Entry(name, Keys.of(value, problems), file)));
    }
    return entries;
  }

  /** All entries of a list section, over all files, each with its {@code id}. */
  List<Entry> listed(String section, Problems problems) {
    List<Entry> entries = new ArrayList<>();
    for (Section file : sections) {
      for (Yaml item : file.keys().items(section)) {
        Keys keys = Keys.of(item, problems);
        keys.requiredScalar("id").ifPresent(id -> entries.add(new Entry(id, keys, file)));
      }
    }
    return entries;
  }

  void close() {
    bundle.ifPresent(Keys::close);
    sections.forEach(section -> section.keys().close());
    cases.forEach(section -> section.keys().close());
  }
}

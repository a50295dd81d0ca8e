package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    List<Keys> above,
    List<Section> sections,
    List<Section> cases,
    SortedMap<String, String> texts) {

  /** What each bundle has of its own: the work of one region's units is not that of another's. */
  private static final Set<String> ADMINISTRATION =
      Set.of("tasks", "organisation", "calendar", "clocks");

  /**
   * One file that is not {@code bundle.yaml}.
   *
   * @param keys its top level
   * @param level 0 of the bundle itself, 1 of the one it inherits, and so on
   */
  record Section(String file, Keys keys, int level) {
    boolean inherited() {
      return level > 0;
    }
  }

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
      Keys keys = Keys.top(file.getKey(), yaml.get(), problems);
      if (file.getKey().equals("bundle.yaml")) {
        bundle = Optional.of(keys);
      } else if (file.getKey().endsWith(".cases.yaml")) {
        cases.add(new Section(file.getKey(), keys, 0));
      } else {
        sections.add(new Section(file.getKey(), keys, 0));
      }
    }
    SortedMap<String, String> texts = new TreeMap<>(source.files());
    List<Keys> above = new ArrayList<>();
    if (bundle.isPresent()) {
      Inheritance inherited = Inheritance.read(bundle.get(), source, texts, problems);
      above.addAll(inherited.bundles());
      sections.addAll(0, inherited.sections());
      sections.addAll(0, standards(bundle.get(), above, texts, problems));
    }
    if (!source.files().containsKey("bundle.yaml")) {
      problems.add(
          ProblemCode.MISSING_FILE,
          new Spot("bundle.yaml", 1, 1, 1),
          new Text("没有 bundle.yaml", "there is no bundle.yaml"),
          new Text(
              "从示例区域复制 bundle.yaml，改写名称、区划代码和文件。",
              "Copy bundle.yaml from region-example and change name, region code and document."));
    }
    return new BundleFiles(bundle, above, sections, cases, texts);
  }

  /** The parts of shared practice that the bundle, or one above it, takes with {@code uses}. */
  private static List<Section> standards(
      Keys bundle, List<Keys> above, SortedMap<String, String> texts, Problems problems) {
    List<Section> sections = new ArrayList<>();
    List<Yaml.Scalar> used = new ArrayList<>(bundle.scalars("uses"));
    above.forEach(keys -> used.addAll(keys.scalars("uses")));
    Set<String> taken = new HashSet<>();
    for (Yaml.Scalar name : used) {
      if (!taken.add(name.text())) {
        continue;
      }
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
          .ifPresent(yaml -> sections.add(new Section(file, Keys.of(yaml, problems), 0)));
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
      if (file.inherited() && ADMINISTRATION.contains(section)) {
        continue;
      }
      for (Yaml item : file.keys().items(section)) {
        Keys keys = Keys.of(item, problems);
        keys.requiredScalar("id").ifPresent(id -> entries.add(new Entry(id, keys, file)));
      }
    }
    return entries;
  }

  /** The ids of all entries of a list section, also of those that turn out to be wrong. */
  Set<String> ids(String section, Problems problems) {
    return listed(section, problems).stream()
        .map(entry -> entry.name().text())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  void close() {
    bundle.ifPresent(Keys::close);
    sections.stream()
        .filter(section -> !section.inherited())
        .forEach(section -> section.keys().close());
    cases.forEach(section -> section.keys().close());
  }
}

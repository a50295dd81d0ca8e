package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The files of a bundle")
class BundleSourceTests {
  private static BundleSource bundle(String id, String inherits) {
    String text = "bundle: " + id + "\n" + (inherits.isEmpty() ? "" : "inherits: " + inherits);
    return new BundleSource(new TreeMap<>(Map.of("bundle.yaml", text)));
  }

  private static final BundleSource PROVINCE = bundle("province", "");
  private static final BundleSource CITY = bundle("city", "province");
  private static final BundleSource COUNTY = bundle("county", "city");

  @Test
  void are_all_yaml_files_below_a_folder(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("rules"));
    Files.writeString(folder.resolve("bundle.yaml"), "bundle: one");
    Files.writeString(folder.resolve("rules/more.yml"), "facts: {}");
    Files.writeString(folder.resolve("README.md"), "no rule");
    BundleSource read = BundleSource.read(folder);
    assertEquals(Set.of("bundle.yaml", "rules/more.yml"), read.files().keySet());
    assertEquals(Optional.of("one"), read.id());
    BundleSource changed = read.with("bundle.yaml", "bundle: two");
    assertEquals(Optional.of("two"), changed.id());
    assertEquals(Optional.of("one"), read.id());
    assertEquals(Optional.empty(), new BundleSource(new TreeMap<>()).id());
  }

  @Test
  void stand_below_those_they_inherit() {
    BundleSource county = COUNTY.under(List.of(PROVINCE, CITY, COUNTY));
    assertEquals(Optional.of("city"), county.parent().flatMap(BundleSource::id));
    assertEquals(
        Optional.of("province"),
        county.parent().flatMap(BundleSource::parent).flatMap(BundleSource::id));
    assertEquals(List.of(), county.atHand());
    assertEquals(Optional.empty(), PROVINCE.under(List.of(CITY)).parent());
    assertEquals(List.of(), PROVINCE.under(List.of(CITY)).atHand());
  }

  @Test
  void tell_among_which_theirs_was_looked_for_in_vain() {
    BundleSource county = COUNTY.under(List.of(PROVINCE, bundle("another", "")));
    assertEquals(Optional.empty(), county.parent());
    assertEquals(List.of("another", "province"), county.atHand());
  }

  @Test
  void inherit_through_no_more_than_three_levels() {
    BundleSource endless = bundle("endless", "endless");
    int levels = 0;
    Optional<BundleSource> above = Optional.of(endless.under(List.of(endless)));
    while (above.isPresent()) {
      above = above.get().parent();
      levels++;
    }
    assertEquals(4, levels);
  }

  private static Optional<LocalDate> effective(String line) {
    return new BundleSource(new TreeMap<>(Map.of("bundle.yaml", "bundle: one\n" + line + "\n")))
        .effective();
  }

  @Test
  void may_say_from_when_they_are_to_answer() {
    assertEquals(Optional.of(LocalDate.of(2022, 1, 31)), effective("effective: 2022-01-31"));
    assertEquals(Optional.of(LocalDate.of(2022, 1, 31)), effective("effective: \"2022-01-31\""));
    assertEquals(Optional.of(LocalDate.of(2022, 1, 31)), effective("effective: '2022-01-31'"));
    assertEquals(Optional.empty(), effective("effective: 2022-02-30"));
    assertEquals(Optional.empty(), effective("valid: 2022-01-31"));
  }

  @Test
  void of_another_system_have_the_same_paths(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/b/c.yaml"), "facts: {}");
    Files.writeString(folder.resolve("yaml"), "no ending");
    assertEquals(List.of("a/b/c.yaml"), List.copyOf(BundleSource.read(folder).files().keySet()));
  }
}

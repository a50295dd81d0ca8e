package org.wuyou.policy.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.Text;
import org.wuyou.policy.model.Packaging;

@DisplayName("A folder of policy files")
class ToolTests {
  @TempDir Path folder;

  private static final RegionJar.Label LABEL =
      new RegionJar.Label("region-gaoping", "1.2.3", "[0.1,1)");

  @ParameterizedTest
  @CsvSource({
    "gaoping, region-gaoping",
    "region-gaoping, region-gaoping",
    "gao-ping2, region-gao-ping2",
    "Gaoping, region-140581",
    "2gaoping, region-140581",
    "gao_ping, region-140581",
    "高平, region-140581"
  })
  void names_its_plugin(String name, String plugin) {
    assertEquals(plugin, BundleFolder.Subject.pluginName(folder.resolve(name), "140581"));
  }

  @Test
  void is_taken_where_something_lies_in_it() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertFalse(BundleFolder.taken(empty));
    assertFalse(BundleFolder.taken(folder.resolve("new")));
    assertTrue(BundleFolder.taken(folder));
    assertTrue(BundleFolder.taken(Files.writeString(folder.resolve("file"), "")));
  }

  @Test
  void made_new_has_its_gaps_filled() throws IOException {
    List<Path> written =
        BundleFolder.create(
            folder,
            new BundleFolder.Subject(
                "region-gaoping",
                "140581",
                new Text("高平\\办法", "\"R&D\" measures"),
                LocalDate.of(2026, 1, 1)));
    assertEquals(
        List.of(
            "bundle.yaml",
            "readings.yaml",
            "articles/article-01.yaml",
            "articles/article-01.cases.yaml",
            "README.md",
            "CHANGELOG.md"),
        written.stream()
            .map(path -> folder.relativize(path).toString().replace('\\', '/'))
            .toList());
    String bundle = Files.readString(folder.resolve("bundle.yaml"));
    assertTrue(bundle.contains("bundle: gaoping "), bundle);
    assertTrue(bundle.contains("plugin: region-gaoping "), bundle);
    assertTrue(bundle.contains("\"140581\""), bundle);
    assertTrue(bundle.contains("高平\\\\办法"), bundle);
    assertTrue(bundle.contains("\\\"R&D\\\" measures"), bundle);
    assertTrue(bundle.contains("from: 2026-01-01"), bundle);
    for (Path file : written) {
      assertFalse(Files.readString(file).matches("(?s).*@[a-z]+@.*"), "a gap in " + file);
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve("policies").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void is_packed_with_what_belongs_to_it() throws IOException {
    write("bundle.yaml", "bundle: gaoping\nplugin: region-gaoping\nversion: 1.2.3\n");
    write("articles/one.yml", "article: 一\n");
    write("schema/more.graphqls", "type A");
    write("schema/notes.txt", "no");
    write("sample/Enterprise.csv", "a,b");
    write("sample/more.graphqls", "no");
    write("README.md", "no");
    write("other/data.csv", "no");
    Path jar = folder.resolve("out/" + RegionJar.fileName(LABEL));
    assertEquals("region-gaoping-1.2.3.jar", jar.getFileName().toString());
    assertEquals(4, RegionJar.write(folder.resolve("policies"), LABEL, jar));
    try (JarFile packed = new JarFile(jar.toFile())) {
      assertEquals(
          List.of(
              "META-INF/MANIFEST.MF",
              "META-INF/wuyou/policy/articles/one.yml",
              "META-INF/wuyou/policy/bundle.yaml",
              "META-INF/wuyou/sample/Enterprise.csv",
              "META-INF/wuyou/schema/more.graphqls"),
          packed.stream().map(ZipEntry::getName).toList());
      Map<String, String> headers = new TreeMap<>();
      packed
          .getManifest()
          .getMainAttributes()
          .forEach((name, value) -> headers.put(name.toString(), value.toString()));
      assertEquals(
          Map.of(
              "Manifest-Version", "1.0",
              "Bundle-ManifestVersion", "2",
              "Bundle-SymbolicName", "org.wuyou.region.gaoping",
              "Bundle-Version", "1.2.3",
              "Wuyou-Module", "region-gaoping",
              "Wuyou-Requires", "registry;version=\"[0.1,1)\""),
          headers);
      assertTrue(packed.stream().allMatch(entry -> entry.getTimeLocal().getYear() == 1980));
    }
    assertEquals(
        List.of(jar.getFileName()),
        Arrays.stream(jar.getParent().toFile().listFiles())
            .map(f -> f.toPath().getFileName())
            .toList(),
        "nothing half written is left");
    BundleSource source = RegionJar.source(jar);
    assertEquals(Set.of("articles/one.yml", "bundle.yaml"), source.files().keySet());
    assertEquals("article: 一\n", source.files().get("articles/one.yml"));
    assertEquals(
        Optional.of(new Packaging("region-gaoping", "1.2.3")), RegionJar.packaging(source));
  }

  private static Optional<Packaging> packaging(String bundle) {
    return RegionJar.packaging(new BundleSource(new TreeMap<>(Map.of("bundle.yaml", bundle))));
  }

  @Test
  void may_leave_its_packaging_to_who_packs() {
    assertEquals(Optional.empty(), packaging("bundle: one\n"));
    assertEquals(Optional.empty(), packaging("plugin: region-one\n"));
    assertEquals(Optional.empty(), RegionJar.packaging(new BundleSource(new TreeMap<>())));
  }

  @Test
  void is_told_of_in_json() {
    Json json =
        new Json()
            .put("text", "a\"b\\c\nd\re\tf\u0001甲 ")
            .put("number", 7)
            .put("yes", true)
            .put("no", false)
            .put("name", new Text("甲", "One"))
            .put("inner", new Json().put("x", "y"))
            .put("list", List.of(new Json().put("a", 1), new Json()))
            .putTexts("texts", List.of("a", "b"));
    assertEquals(
        "{\"text\":\"a\\\"b\\\\c\\nd\\re\\tf\\u0001甲 \",\"number\":7,\"yes\":true,\"no\":false,"
            + "\"name\":{\"zh\":\"甲\",\"en\":\"One\"},\"inner\":{\"x\":\"y\"},"
            + "\"list\":[{\"a\":1},{}],\"texts\":[\"a\",\"b\"]}",
        json.text());
  }
}

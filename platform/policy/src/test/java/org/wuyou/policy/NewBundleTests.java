package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.policy.tool.BundleFolder;
import org.wuyou.policy.tool.CaseExplanation;
import org.wuyou.policy.tool.PolicyTool;
import org.wuyou.policy.tool.RegionJar;

@DisplayName("A bundle made new")
class NewBundleTests {
  @TempDir Path folder;
  private Path bundle;

  @BeforeEach
  void make() throws IOException {
    bundle = folder.resolve("region-gaoping");
    BundleFolder.create(
        bundle,
        new BundleFolder.Subject(
            BundleFolder.Subject.pluginName(bundle, "140581"),
            "140581",
            new Text("高平市“研发”办法", "\"R&D\" measures of Gaoping"),
            LocalDate.of(2026, 1, 1)));
  }

  @Test
  void is_in_order_from_the_start() throws IOException {
    PolicyTool.Report report =
        PolicyTool.check(
            BundleSource.read(bundle), RegisterCatalogue.CATALOGUE, PolicyToolTests.READER);
    assertEquals("gaoping: 1 rules, 2 cases, all in order", report.text());
  }

  @Test
  void takes_the_name_of_its_folder_or_of_its_region() {
    assertEquals("region-gaoping", BundleFolder.Subject.pluginName(Path.of("gaoping"), "140581"));
    assertEquals("region-140581", BundleFolder.Subject.pluginName(Path.of("高平"), "140581"));
  }

  @Test
  void explains_each_answer_of_a_case_clause_by_clause() throws IOException {
    Compilation read = PolicyCompiler.read(BundleSource.read(bundle), RegisterCatalogue.CATALOGUE);
    PolicyBundle compiled = ((Compilation.Compiled) read).bundle();
    String json =
        CaseExplanation.json(
            compiled, CaseExplanation.cases(compiled, Optional.of("rd-award"), Optional.of("略低")));
    assertTrue(json.contains("\"subject\":\"略低\""), json);
    assertTrue(json.contains("\"state\":\"NOT_MET\",\"value\":\"3.00 %\""), json);
    assertTrue(json.contains("研发经费还差 0.01 万元"), json);
    assertTrue(json.contains("\"parameters\":[\"leastIntensity\"]"), json);
  }

  @Test
  void packs_to_the_same_bytes_each_time() throws IOException {
    RegionJar.Label label = label();
    Path first = folder.resolve("first.jar");
    Path second = folder.resolve("second.jar");
    RegionJar.write(bundle, label, first);
    RegionJar.write(bundle, label, second);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    try (JarFile jar = new JarFile(first.toFile())) {
      Attributes headers = jar.getManifest().getMainAttributes();
      assertEquals("region-gaoping", headers.getValue("Wuyou-Module"));
      assertEquals("0.1.0", headers.getValue("Bundle-Version"));
      assertEquals(
          List.of(
              "META-INF/MANIFEST.MF",
              "META-INF/wuyou/policy/articles/article-01.cases.yaml",
              "META-INF/wuyou/policy/articles/article-01.yaml",
              "META-INF/wuyou/policy/bundle.yaml",
              "META-INF/wuyou/policy/readings.yaml"),
          jar.stream().map(ZipEntry::getName).toList());
    }
  }

  @Test
  void says_what_is_wrong_with_its_version() throws IOException {
    Path file = bundle.resolve("bundle.yaml");
    Files.writeString(file, Files.readString(file).replace("version: 0.1.0", "version: neu"));
    PolicyTool.Report report =
        PolicyTool.check(
            BundleSource.read(bundle), RegisterCatalogue.CATALOGUE, PolicyToolTests.READER);
    assertTrue(report.text().contains("UNKNOWN_VALUE bundle.yaml:4:10"), report.text());
    assertTrue(report.text().contains("neu is no version"), report.text());
  }

  private RegionJar.Label label() throws IOException {
    return RegionJar.packaging(BundleSource.read(bundle))
        .map(packaging -> new RegionJar.Label(packaging.plugin(), packaging.version(), "[0.1,1)"))
        .orElseThrow();
  }
}

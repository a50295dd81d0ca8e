package org.wuyou.policy.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.check.PackagingReader;
import org.wuyou.policy.model.Packaging;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Yaml;

/**
 * Packs a bundle's folder as the jar that is deployed: its policy files, and what lies in {@code
 * schema/} and {@code sample/} beside them. The same files always give the same bytes.
 */
public final class RegionJar {
  private static final String POLICY = "META-INF/wuyou/policy/";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final Map<String, String> PARTS = Map.of("schema", ".graphqls", "sample", ".csv");

  private RegionJar() {}

  /**
   * What the jar is called.
   *
   * @param plugin short name ({@code region-gaoping})
   * @param version three numbers ({@code 0.1.0})
   * @param registry the versions of the register it can stand on, as a range
   */
  public record Label(String plugin, String version, String registry) {}

  /** The bundle that a jar carries; without files if it carries none. */
  public static BundleSource source(Path jar) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile(), StandardCharsets.UTF_8)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().startsWith(POLICY) && !entry.isDirectory()) {
          files.put(
              entry.getName().substring(POLICY.length()),
              new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return new BundleSource(files);
  }

  /** What the bundle itself says it is packed as. */
  public static Optional<Packaging> packaging(BundleSource source) {
    Problems problems = new Problems(source.files());
    return Yaml.read("bundle.yaml", source.files().getOrDefault("bundle.yaml", ""), problems)
        .flatMap(yaml -> PackagingReader.read(Keys.of(yaml, problems), problems));
  }

  /** The name the jar has if nobody says otherwise. */
  public static String fileName(Label label) {
    return label.plugin() + "-" + label.version() + ".jar";
  }

  /** Writes the jar whole or not at all; gives the number of files in it. */
  public static int write(Path folder, Label label, Path jar) throws IOException {
    SortedMap<String, byte[]> entries = entries(folder);
    Path target = jar.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      begin(zip, "META-INF/MANIFEST.MF");
      manifest(label).write(zip);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        begin(zip, entry.getKey());
        zip.write(entry.getValue());
      }
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    return entries.size();
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  private static SortedMap<String, byte[]> entries(Path folder) throws IOException {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
          entries.put(POLICY + name, Files.readAllBytes(path));
        } else if (belongs(name)) {
          entries.put("META-INF/wuyou/" + name, Files.readAllBytes(path));
        }
      }
    }
    return entries;
  }

  private static boolean belongs(String name) {
    int slash = name.indexOf('/');
    String ending = slash < 0 ? null : PARTS.get(name.substring(0, slash));
    return ending != null && name.endsWith(ending);
  }

  private static Manifest manifest(Label label) {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "org.wuyou." + label.plugin().replace('-', '.'));
    headers.putValue("Bundle-Version", label.version());
    headers.putValue("Wuyou-Module", label.plugin());
    headers.putValue("Wuyou-Requires", "registry;version=\"" + label.registry() + "\"");
    return manifest;
  }
}

package org.wuyou.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.wuyou.spi.Plugin;

@DisplayName("The packages plugins may import")
class SharedPackagesTest {
  private static final Path FILE =
      Path.of(
          System.getProperty("wuyou.root", "../.."),
          "platform/runtime/src/main/resources/org/wuyou/runtime/plugin/shared-packages.txt");

  @Test
  @DisplayName("are those of the SPI, the logging API and the injection annotations, as listed")
  void are_as_listed() throws Exception {
    TreeSet<String> clauses = new TreeSet<>(spiPackages());
    clauses.addAll(packagesOf(Logger.class, "org/slf4j"));
    clauses.addAll(packagesOf(Inject.class, "jakarta/inject"));
    clauses.addAll(packagesOf(NullMarked.class, "org/jspecify/annotations"));

    if (Boolean.getBoolean("golden.update")) {
      String heading = Files.readAllLines(FILE).getFirst();
      Files.writeString(FILE, heading + "\n" + String.join("\n", clauses) + "\n");
    }

    assertEquals(
        List.copyOf(clauses),
        Files.readAllLines(FILE).stream().filter(line -> !line.startsWith("#")).toList(),
        "run with -Dgolden.update=true and review the difference: it is the surface of the SPI");
  }

  private static List<String> spiPackages() throws Exception {
    try (Source source = Source.of(Plugin.class);
        Stream<Path> files = Files.walk(source.root)) {
      List<String> clauses =
          files
              .filter(file -> file.endsWith("packageinfo"))
              .map(
                  file ->
                      name(source.root, file.getParent()) + ";version=\"" + version(file) + "\"")
              .toList();
      assertFalse(clauses.isEmpty());
      return clauses;
    }
  }

  private static String version(Path packageinfo) {
    try {
      return Files.readString(packageinfo).replace("version", "").strip();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> packagesOf(Class<?> anchor, String folder) throws Exception {
    Path jar = Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
    String version;
    try (JarFile file = new JarFile(jar.toFile())) {
      version = file.getManifest().getMainAttributes().getValue("Bundle-Version");
    }
    if (version == null) { // a jar without OSGi headers: the version stands in its name
      version = jar.getFileName().toString().replaceAll(".*-(\\d[\\d.]*)\\.jar", "$1");
    }
    String exported = version;
    try (Source source = Source.of(anchor);
        Stream<Path> files = Files.walk(source.root.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> name(source.root, file.getParent()))
          .distinct()
          .map(name -> name + ";version=\"" + exported + "\"")
          .toList();
    }
  }

  private static String name(Path root, Path folder) {
    return root.relativize(folder).toString().replace('/', '.');
  }

  /** The folder or jar a class comes from, as a tree of paths. */
  private record Source(Path root, FileSystem jar) implements AutoCloseable {
    static Source of(Class<?> anchor) throws Exception {
      Path location = Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(location)) {
        return new Source(location, null);
      }
      FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + location.toUri()), Map.of());
      return new Source(jar.getPath("/"), jar);
    }

    @Override
    public void close() throws IOException {
      if (jar != null) {
        jar.close();
      }
    }
  }
}

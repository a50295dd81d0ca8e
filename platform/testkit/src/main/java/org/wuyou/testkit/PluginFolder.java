package org.wuyou.testkit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Makes the jar of a plugin module from its compiled classes, before Maven has packed it. */
public final class PluginFolder {
  private PluginFolder() {}

  /**
   * The jar of a plugin.
   *
   * @param plugin a jar, or a module folder; relative paths start at the root of the source tree
   * @throws IllegalStateException if the module has not been compiled
   */
  public static Path jarOf(String plugin) {
    Path path = root().resolve(plugin);
    return plugin.endsWith(".jar") ? path : pack(path);
  }

  /** The root of the source tree, from the property {@code wuyou.root} or the working directory. */
  public static Path root() {
    String given = System.getProperty("wuyou.root");
    if (given != null && !given.isEmpty()) {
      return Path.of(given);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("api-schema"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("Not within the source tree, and wuyou.root is not set");
      }
    }
    return folder;
  }

  private static Path pack(Path module) {
    Path classes = module.resolve("target/classes");
    Path manifest = classes.resolve("META-INF/MANIFEST.MF");
    if (!Files.isRegularFile(manifest)) {
      throw new IllegalStateException(
          "The plugin module " + module + " is not compiled: " + manifest + " is missing");
    }
    try {
      Path folder = Files.createTempDirectory("wuyou-plugin");
      Path jar = folder.resolve(module.getFileName() + ".jar");
      write(jar, manifest, classes);
      jar.toFile().deleteOnExit();
      folder.toFile().deleteOnExit();
      return jar;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void write(Path jar, Path manifest, Path classes) throws IOException {
    try (InputStream headers = Files.newInputStream(manifest);
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(jar));
        JarOutputStream out = new JarOutputStream(file, new Manifest(headers))) {
      for (Path source : files(classes)) {
        if (!source.equals(manifest)) {
          out.putNextEntry(new ZipEntry(classes.relativize(source).toString().replace('\\', '/')));
          Files.copy(source, out);
          out.closeEntry();
        }
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}

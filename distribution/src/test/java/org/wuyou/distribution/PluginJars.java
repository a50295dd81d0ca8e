package org.wuyou.distribution;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Plugin jars for tests, made from those of the image. */
final class PluginJars {
  private PluginJars() {}

  /** The jar of that artifact as it is shipped. */
  static Path ofImage(String artifact) {
    return ImageFiles.jars("plugins").stream()
        .filter(jar -> String.valueOf(jar.getFileName()).startsWith(artifact + "-"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the image has no " + artifact));
  }

  /** The same content under another version. */
  static Path withVersion(String artifact, String version, Path folder) throws IOException {
    return withVersion(artifact, version, folder, Map.of());
  }

  /** The same content with further or other texts, by path, under another version. */
  static Path withVersion(String artifact, String version, Path folder, Map<String, String> more)
      throws IOException {
    Path target = folder.resolve(artifact + "-" + version + ".jar");
    try (JarFile source = new JarFile(ofImage(artifact).toFile())) {
      Manifest manifest = new Manifest(source.getManifest());
      manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest)) {
        for (JarEntry entry : source.stream().toList()) {
          if (!entry.getName().equals(JarFile.MANIFEST_NAME)
              && !more.containsKey(entry.getName())) {
            add(out, entry.getName(), source.getInputStream(entry));
          }
        }
        for (Map.Entry<String, String> text : more.entrySet()) {
          byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
          add(out, text.getKey(), new ByteArrayInputStream(bytes));
        }
      }
    }
    return target;
  }

  /** A text of the jar as it is shipped. */
  static String text(String artifact, String path) throws IOException {
    try (JarFile source = new JarFile(ofImage(artifact).toFile())) {
      return new String(
          source.getInputStream(source.getEntry(path)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void add(JarOutputStream out, String path, InputStream content)
      throws IOException {
    out.putNextEntry(new JarEntry(path));
    content.transferTo(out);
    out.closeEntry();
  }
}

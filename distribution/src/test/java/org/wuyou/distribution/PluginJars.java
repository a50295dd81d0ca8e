package org.wuyou.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Path target = folder.resolve(artifact + "-" + version + ".jar");
    try (JarFile source = new JarFile(ofImage(artifact).toFile())) {
      Manifest manifest = new Manifest(source.getManifest());
      manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest)) {
        for (JarEntry entry : source.stream().toList()) {
          if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
            out.putNextEntry(new JarEntry(entry.getName()));
            source.getInputStream(entry).transferTo(out);
            out.closeEntry();
          }
        }
      }
    }
    return target;
  }
}

package org.wuyou.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Files that the jars of a folder carry. */
final class JarEntries {
  private JarEntries() {}

  /** What lies in {@code inside} with that ending, by name without folder and ending. */
  static Map<String, byte[]> in(Path folder, String inside, String ending) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> jars = Files.list(folder)) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        found.putAll(read(jar, inside, ending));
      }
    }
    return found;
  }

  /** The same of one jar. */
  static Map<String, byte[]> read(Path path, String inside, String ending) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.startsWith(inside) && name.endsWith(ending)) {
          try (InputStream in = jar.getInputStream(entry)) {
            found.put(
                name.substring(inside.length(), name.length() - ending.length()),
                in.readAllBytes());
          }
        }
      }
    }
    return found;
  }
}

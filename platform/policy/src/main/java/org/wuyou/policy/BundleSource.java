package org.wuyou.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of one bundle: text by path, with {@code /} between the parts. */
public record BundleSource(SortedMap<String, String> files) {
  public BundleSource {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** All {@code .yaml} and {@code .yml} files below the folder. */
  public static BundleSource read(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
          files.put(name, Files.readString(path, StandardCharsets.UTF_8));
        }
      }
    }
    return new BundleSource(files);
  }

  /** The same bundle with one file put in place of its old text. */
  public BundleSource with(String path, String text) {
    SortedMap<String, String> changed = new TreeMap<>(files);
    changed.put(path, text);
    return new BundleSource(changed);
  }
}

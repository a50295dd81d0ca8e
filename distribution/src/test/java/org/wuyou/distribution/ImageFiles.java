package org.wuyou.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where this build put the product, and where its sources are. */
final class ImageFiles {
  static final Path IMAGE = Path.of(System.getProperty("wuyou.image", "target/wuyou"));
  static final Path ROOT = Path.of(System.getProperty("wuyou.root", "..")).toAbsolutePath();

  private ImageFiles() {}

  static List<Path> jars(String folder) {
    try (Stream<Path> files = Files.list(IMAGE.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException missing) {
      throw new UncheckedIOException("no image; run the package phase first", missing);
    }
  }
}

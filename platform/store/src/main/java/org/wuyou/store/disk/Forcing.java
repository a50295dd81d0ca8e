package org.wuyou.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Makes files and directories survive a power cut. */
final class Forcing {
  private Forcing() {}

  static void directory(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot force directory " + directory, e);
    }
  }

  /** Forces the directory that names the file. */
  static void directoryOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      directory(parent);
    }
  }

  /** Forces every file and directory below, and the tree's own entry. */
  static void tree(Path root) {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(root)) {
      all = paths.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Path path : all) {
      if (Files.isDirectory(path)) {
        directory(path);
      } else {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
          channel.force(true);
        } catch (IOException e) {
          throw new UncheckedIOException("cannot force " + path, e);
        }
      }
    }
    directoryOf(root);
  }

  /** Puts the content in the file's place whole or not at all. */
  static void replace(Path file, byte[] content) {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (FileChannel channel =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    directoryOf(file);
  }
}

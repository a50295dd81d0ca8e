package org.wuyou.gateway.files.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wuyou.gateway.http.HttpCall;

/**
 * A file that was sent, spooled to disk; gone when closed.
 *
 * @param name the name the sender gave it, if any
 */
record Upload(Path path, Optional<String> name) implements AutoCloseable {
  private static final String PREFIX = "upload-";

  /** Deletes what a run that was cut short left in the directory. */
  static void clear(Path directory) throws IOException {
    Files.createDirectories(directory);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, PREFIX + "*.part")) {
      for (Path file : left) {
        Files.delete(file);
      }
    }
  }

  /** Takes the body as it is or, of a form, its first file. */
  static Upload receive(HttpCall call, Path directory) throws IOException {
    Path path = Files.createTempFile(directory, PREFIX, ".part");
    try {
      Optional<String> boundary = call.header("Content-Type").flatMap(FormFile::boundary);
      try (InputStream body = call.body();
          OutputStream out = Files.newOutputStream(path)) {
        if (boundary.isEmpty()) {
          body.transferTo(out);
          return new Upload(path, call.parameter("name"));
        }
        Optional<String> name = FormFile.copy(body, boundary.get(), out);
        return new Upload(path, call.parameter("name").or(() -> name));
      }
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

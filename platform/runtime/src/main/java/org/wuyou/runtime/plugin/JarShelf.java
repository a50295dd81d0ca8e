package org.wuyou.runtime.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The jars the platform keeps: versions that run or can be gone back to, and uploads waiting to be
 * deployed. Files are written beside, forced and renamed, so a name never shows half a jar.
 */
public final class JarShelf {
  private final Path kept;
  private final Path uploads;

  public JarShelf(Path folder) {
    this.kept = folder;
    this.uploads = folder.resolve("uploads");
    try {
      Files.createDirectories(uploads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a verified jar, and its signature, under its name and version. */
  Path keep(PluginJar jar) throws IOException {
    Path target = file(jar.id());
    if (!jar.file().equals(target)) {
      copy(jar.file(), target);
      Path signature = signature(jar.file());
      if (Files.exists(signature)) {
        copy(signature, signature(target));
      } else {
        Files.deleteIfExists(signature(target));
      }
    }
    return target;
  }

  Path file(PluginId id) {
    return kept.resolve(id.fileName());
  }

  void drop(PluginId id) throws IOException {
    Files.deleteIfExists(file(id));
    Files.deleteIfExists(signature(file(id)));
  }

  /** Takes in an upload; its name is what its bytes hash to. */
  public Path upload(InputStream bytes, Optional<byte[]> signature) throws IOException {
    Path part = Files.createTempFile(uploads, "upload", ".part");
    try {
      Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
      Path target = uploads.resolve(Verifier.sha256(Files.readAllBytes(part)) + ".jar");
      force(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      if (signature.isPresent()) {
        Files.write(signature(target), signature.get());
      }
      return target;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The name of an upload: what its bytes hash to. */
  public static String nameOf(Path upload) {
    return String.valueOf(upload.getFileName()).replace(".jar", "");
  }

  /** The waiting upload of that name. */
  public Optional<Path> upload(String name) {
    if (!name.matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    Path file = uploads.resolve(name + ".jar");
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }

  public void dropUpload(Path upload) throws IOException {
    Files.deleteIfExists(upload);
    Files.deleteIfExists(signature(upload));
  }

  private static Path signature(Path jar) {
    return jar.resolveSibling(jar.getFileName() + ".sig");
  }

  private static void copy(Path source, Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
    force(part);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}

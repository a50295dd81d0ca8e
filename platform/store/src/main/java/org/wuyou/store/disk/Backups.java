package org.wuyou.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.store.StoreFailure;
import org.wuyou.store.StoreSettings;

/**
 * Backups as directories: restoring one, and opening the newest in place of files that will not
 * open.
 */
public record Backups(StoreSettings settings) {
  private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

  /**
   * Opens the newest backup instead, or throws the failure if there is none or it is of another
   * kind.
   */
  public <T> T instead(StoreFailure failure, BiFunction<StoreSettings, Disk, T> start) {
    boolean files =
        List.of("STORE_DAMAGED", "STORE_UNOPENABLE", "STORE_OPEN_TIMEOUT").contains(failure.code());
    Optional<Path> newest = files ? newest() : Optional.empty();
    if (newest.isEmpty()) {
      throw failure;
    }
    Path directory = settings.directory();
    Path aside =
        directory.resolveSibling(directory.getFileName() + ".damaged-" + settings.clock().millis());
    LOG.error(
        "{} The files are moved to {} and the backup {} is opened in their place. What was committed after that backup is missing: {}",
        failure.label(),
        aside,
        newest.get(),
        failure.code());
    try {
      Files.move(directory, aside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    restore(newest.get(), directory);
    return start.apply(settings, Disk.open(directory, settings.openLimit()));
  }

  private Optional<Path> newest() {
    Path backups = settings.backups().orElse(null);
    if (backups == null || !Files.isDirectory(backups)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(backups)) {
      return all.filter(Backups::complete).max(Comparator.comparing(Backups::modified));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A backup is moved to its name when it is whole, so one that has the dictionary is. */
  private static boolean complete(Path backup) {
    return Files.isRegularFile(backup.resolve("PersistenceTypeDictionary.ptd"));
  }

  private static long modified(Path path) {
    return path.toFile().lastModified();
  }

  public static void requireEmpty(Path target) {
    try {
      if (Files.exists(target)) {
        try (Stream<Path> content = Files.list(target)) {
          if (content.findAny().isPresent()) {
            throw new StoreFailure(
                "BACKUP_TARGET_NOT_EMPTY",
                "备份目标 " + target + " 不是空目录；请另选目录。",
                "the backup target " + target + " is not empty; choose another directory.");
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void restore(Path backup, Path directory) {
    if (!complete(backup)) {
      throw new StoreFailure(
          "BACKUP_NOT_FOUND", backup + " 不是备份目录。", backup + " is not the directory of a backup.");
    }
    if (Files.isDirectory(directory.resolve("channel_0"))) {
      throw new StoreFailure(
          "RESTORE_TARGET_IN_USE",
          directory + " 已有数据；请先移走，或恢复到其他目录。",
          directory
              + " already holds a store; move it away first, or restore into another directory.");
    }
    try (Stream<Path> all = Files.walk(backup)) {
      for (Path source : all.toList()) {
        Path target = directory.resolve(backup.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Forcing.tree(directory);
  }
}

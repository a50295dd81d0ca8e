package org.wuyou.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.serializer.monitoring.MonitoringManager;
import org.eclipse.serializer.reference.LazyReferenceManager;
import org.eclipse.serializer.util.logging.Logging;
import org.eclipse.store.afs.nio.types.NioFileSystem;
import org.eclipse.store.storage.embedded.types.EmbeddedStorage;
import org.eclipse.store.storage.embedded.types.EmbeddedStorageFoundation;
import org.eclipse.store.storage.embedded.types.EmbeddedStorageManager;
import org.eclipse.store.storage.types.Storage;
import org.eclipse.store.storage.types.StorageFileWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.wuyou.store.StoreFailure;

/** The open Eclipse Store of one directory, which this process alone may use. */
final class Vault implements AutoCloseable {
  private final FileChannel lockChannel;
  private final FileLock lock;
  private final EmbeddedStorageManager manager;
  private final StoredRoot root;

  private Vault(
      FileChannel lockChannel, FileLock lock, EmbeddedStorageManager manager, StoredRoot root) {
    this.lockChannel = lockChannel;
    this.lock = lock;
    this.manager = manager;
    this.root = root;
  }

  /** Mends the commit log, opens within the time given, and leaves nothing running if it fails. */
  static Vault open(Path directory, Duration limit) {
    FileChannel channel = null;
    try {
      Files.createDirectories(directory);
      channel =
          FileChannel.open(
              directory.resolve("in-use.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      FileLock lock = lock(channel, directory);
      new CommitLog(directory).mend();
      EmbeddedStorageManager manager = start(directory, limit);
      try {
        return new Vault(channel, lock, manager, root(manager));
      } catch (RuntimeException e) {
        manager.shutdown();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      close(channel, e);
      throw e instanceof StoreFailure failure ? failure : unopenable(directory, e);
    }
  }

  private static void close(@Nullable FileChannel channel, Exception cause) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }

  private static FileLock lock(FileChannel channel, Path directory) throws IOException {
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this process: the same answer as held by another.
    }
    if (lock == null) {
      throw new StoreFailure(
          "STORE_IN_USE",
          "数据目录 " + directory + " 正被另一进程使用；请先停止该进程。",
          "the data directory "
              + directory
              + " is in use by another process; stop that one first.");
    }
    return lock;
  }

  private static StoreFailure unopenable(Path directory, Throwable cause) {
    return new StoreFailure(
        "STORE_UNOPENABLE",
        "无法打开数据目录 " + directory + "：" + cause.getMessage() + "；请从备份恢复。",
        "cannot open the data directory "
            + directory
            + ": "
            + cause.getMessage()
            + "; restore a backup.",
        cause);
  }

  private static EmbeddedStorageManager start(Path directory, Duration limit) {
    EmbeddedStorageManager manager = foundation(directory).createEmbeddedStorageManager();
    FutureTask<EmbeddedStorageManager> start = new FutureTask<>(manager::start);
    Thread thread = new Thread(start, "wuyou-store-open");
    thread.setDaemon(true);
    thread.start();
    try {
      start.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return manager;
    } catch (ExecutionException e) {
      // Its threads are not daemons: left running they would keep the process alive.
      manager.shutdown();
      throw unopenable(directory, Objects.requireNonNull(e.getCause()));
    } catch (TimeoutException e) {
      thread.interrupt();
      manager.shutdown();
      throw new StoreFailure(
          "STORE_OPEN_TIMEOUT",
          "打开数据目录 " + directory + " 超过 " + limit.toSeconds() + " 秒；请检查磁盘，或从备份恢复。",
          "opening the data directory "
              + directory
              + " took more than "
              + limit.toSeconds()
              + " s; check the disk or restore a backup.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      manager.shutdown();
      throw unopenable(directory, e);
    }
  }

  private static EmbeddedStorageFoundation<?> foundation(Path directory) {
    NioFileSystem files = NioFileSystem.New();
    StorageFileWriter.Provider writers = ForceWriter::new;
    EmbeddedStorageFoundation<?> foundation =
        EmbeddedStorage.Foundation(
            Storage.ConfigurationBuilder()
                .setStorageFileProvider(
                    Storage.FileProviderBuilder(files)
                        .setDirectory(files.ensureDirectory(directory))
                        .setFileHandlerCreator(
                            (file, listener) ->
                                new AtomicTypeDictionary(
                                    file, Path.of(file.toPathString()), listener))
                        .createFileProvider())
                .createConfiguration());
    foundation.setWriterProvider(writers);
    foundation.setStorageMonitorManager(MonitoringManager.Disabled());
    return foundation;
  }

  /** Has the library set up what it sets up once, which takes it as long as opening a store. */
  static void firstUse() {
    LoggerFactory.getILoggerFactory();
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    // To log its version it reads the manifest of every jar that this loader shows, and finds none.
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      Logging.getLogger(Vault.class);
    } finally {
      thread.setContextClassLoader(usual);
    }
    EmbeddedStorageFoundation.New();
    LazyReferenceManager.get();
  }

  private static StoredRoot root(EmbeddedStorageManager manager) {
    if (manager.root() instanceof StoredRoot root) {
      return root;
    }
    StoredRoot fresh = new StoredRoot();
    manager.setRoot(fresh);
    manager.storeRoot();
    return fresh;
  }

  StoredRoot root() {
    return root;
  }

  /**
   * Writes the objects as they are now, in one durable commit; objects new to the store come along.
   */
  void store(Iterable<?> changed) {
    var storer = manager.createLazyStorer();
    for (Object object : changed) {
      storer.store(object);
    }
    storer.commit();
  }

  /**
   * Copies everything committed so far and forces the copy; it has its name only once it is whole.
   */
  void copyTo(Path target) {
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    NioFileSystem files = NioFileSystem.New();
    manager.issueFullBackup(files.ensureDirectory(partial));
    Forcing.tree(partial);
    try {
      Files.deleteIfExists(target);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot name the backup " + target, e);
    }
    Forcing.directoryOf(target);
  }

  @Override
  public void close() {
    try {
      manager.shutdown();
    } finally {
      try {
        lock.release();
        lockChannel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

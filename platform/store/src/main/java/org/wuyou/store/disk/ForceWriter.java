package org.wuyou.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.store.storage.types.StorageFile;
import org.eclipse.store.storage.types.StorageFileProvider;
import org.eclipse.store.storage.types.StorageFileWriter;
import org.eclipse.store.storage.types.StorageImportSource;
import org.eclipse.store.storage.types.StorageLiveChannelFile;
import org.eclipse.store.storage.types.StorageLiveDataFile;
import org.eclipse.store.storage.types.StorageLiveTransactionsFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the device, not to the page cache: data is forced before the entry in the log that
 * commits it, and the entry before the commit returns.
 *
 * <p>The library shortens a long log by emptying it and writing it again. The log as it was is kept
 * beside ({@link CommitLog#BEFORE}) until the first entry after that, so that {@link CommitLog} can
 * put it back if the process dies in between.
 */
final class ForceWriter implements StorageFileWriter {
  private @Nullable Path before;

  private static Path path(StorageFile file) {
    return Path.of(file.file().toPathString());
  }

  private static long forced(StorageFile file, long written) {
    Path path = path(file);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot force " + path, e);
    }
    return written;
  }

  @Override
  public long writeStore(StorageLiveDataFile target, Iterable<? extends ByteBuffer> buffers) {
    return forced(target, write(target, buffers));
  }

  @Override
  public long writeImport(
      StorageImportSource source, long sourceOffset, long copyLength, StorageLiveDataFile target) {
    return forced(target, source.copyTo(target, sourceOffset, copyLength));
  }

  @Override
  public long writeTransfer(
      StorageLiveDataFile source, long sourceOffset, long copyLength, StorageLiveDataFile target) {
    return forced(target, source.copyTo(target, sourceOffset, copyLength));
  }

  @Override
  public long writeTransactionEntryCreate(
      StorageLiveTransactionsFile log,
      Iterable<? extends ByteBuffer> buffers,
      @Nullable StorageLiveDataFile data) {
    long written = entry(log, buffers, data);
    if (data != null) {
      Forcing.directoryOf(path(data));
    }
    return written;
  }

  @Override
  public long writeTransactionEntryStore(
      StorageLiveTransactionsFile log,
      Iterable<? extends ByteBuffer> buffers,
      @Nullable StorageLiveDataFile data,
      long dataFileOffset,
      long storeLength) {
    return entry(log, buffers, data);
  }

  @Override
  public long writeTransactionEntryTransfer(
      StorageLiveTransactionsFile log,
      Iterable<? extends ByteBuffer> buffers,
      @Nullable StorageLiveDataFile data,
      long dataFileOffset,
      long storeLength) {
    return entry(log, buffers, data);
  }

  @Override
  public long writeTransactionEntryDelete(
      StorageLiveTransactionsFile log,
      Iterable<? extends ByteBuffer> buffers,
      @Nullable StorageLiveDataFile data) {
    return entry(log, buffers, data);
  }

  @Override
  public long writeTransactionEntryTruncate(
      StorageLiveTransactionsFile log,
      Iterable<? extends ByteBuffer> buffers,
      @Nullable StorageLiveDataFile data,
      long newFileLength) {
    return entry(log, buffers, data);
  }

  /**
   * @param data null for the entries of a log that is being written again
   */
  private long entry(
      StorageLiveTransactionsFile log,
      Iterable<? extends ByteBuffer> buffers,
      @Nullable StorageLiveDataFile data) {
    if (data != null) {
      forgetBefore();
    }
    return forced(log, write(log, buffers));
  }

  private void forgetBefore() {
    Path old = before;
    if (old != null) {
      try {
        Files.delete(old);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Forcing.directoryOf(old);
      before = null;
    }
  }

  @Override
  public void truncate(
      StorageLiveChannelFile<?> file, long newLength, StorageFileProvider fileProvider) {
    if (file instanceof StorageLiveTransactionsFile && newLength == 0) {
      Path log = path(file);
      Path copy = log.resolveSibling(CommitLog.BEFORE);
      try {
        Forcing.replace(copy, Files.readAllBytes(log));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      before = copy;
    }
    StorageFileWriter.super.truncate(file, newLength, fileProvider);
    forced(file, 0);
  }
}

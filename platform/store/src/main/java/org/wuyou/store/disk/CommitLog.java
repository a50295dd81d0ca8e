package org.wuyou.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library's log of commits, mended before the library reads it: a log cut in the middle of an
 * entry would keep it in an endless loop, and an entry whose data did not reach the disk would make
 * it refuse to open. Neither belongs to a commit that was acknowledged.
 */
final class CommitLog {
  /** The log as it was before the library began to write it anew. */
  static final String BEFORE = "transactions.before";

  private static final Logger LOG = LoggerFactory.getLogger(CommitLog.class);
  private static final byte CREATE = 0;
  private static final byte STORE = 1;
  private static final byte TRANSFER = 2;
  private static final byte TRUNCATE = 3;

  /** Length of each type of entry; both stand at its beginning. */
  private static final Map<Byte, Integer> LENGTHS =
      Map.of(CREATE, 26, STORE, 18, TRANSFER, 34, TRUNCATE, 34, (byte) 4, 26);

  private final Path channel;
  private final Path log;

  /**
   * @param directory of the store
   */
  CommitLog(Path directory) {
    this.channel = directory.resolve("channel_0");
    this.log = channel.resolve("transactions_0.sft");
  }

  void mend() {
    Path before = channel.resolve(BEFORE);
    try {
      if (Files.exists(before)) {
        Files.move(
            before, log, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Forcing.directory(channel);
        LOG.warn(
            "the commit log was being shortened when the process died; the log from before is used");
      }
      if (Files.exists(log)) {
        byte[] entries = Files.readAllBytes(log);
        int good = goodLength(entries);
        if (good < entries.length) {
          LOG.warn(
              "the commit log ends with {} bytes of commits that were never acknowledged; they are cut off",
              entries.length - good);
          cut(good);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot mend " + log, e);
    }
  }

  private void cut(int length) throws IOException {
    try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
      file.truncate(length);
      file.force(true);
    }
  }

  private int goodLength(byte[] entries) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(entries).order(ByteOrder.nativeOrder());
    int at = 0;
    int end = 0;
    long number = -1;
    while (at + 2 <= entries.length) {
      Integer length = LENGTHS.get(entries[at + 1]);
      if (length == null || entries[at] != length || at + length > entries.length) {
        break;
      }
      byte type = entries[at + 1];
      number = type == CREATE ? buffer.getLong(at + 18) : number;
      boolean grows = type == STORE || type == TRANSFER;
      boolean whole = !grows || buffer.getLong(at + 10) <= size(number);
      at += length;
      // A later entry that is whole vouches for those before it: its file may since be shorter.
      end = whole ? at : end;
    }
    return end;
  }

  private long size(long number) throws IOException {
    Path data = channel.resolve("channel_0_" + number + ".dat");
    return Files.exists(data) ? Files.size(data) : Long.MAX_VALUE;
  }
}

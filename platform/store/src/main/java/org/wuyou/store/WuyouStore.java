package org.wuyou.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.model.Model;
import org.wuyou.store.disk.Backups;
import org.wuyou.store.disk.Disk;
import org.wuyou.store.disk.TableSchema;
import org.wuyou.store.query.StoreSnapshot;
import org.wuyou.store.table.Column;
import org.wuyou.store.write.Writer;

/**
 * The register on disk and in memory: snapshots to read, transactions to write, migrations when the
 * model changes, backups while running.
 */
public final class WuyouStore implements EntityStore, AutoCloseable {
  private final Path directory;
  private final Writer writer;
  private final Documents documents;

  private WuyouStore(Path directory, Writer writer) {
    this.directory = directory;
    this.writer = writer;
    this.documents = new StoredDocuments(writer);
  }

  /** What the first opening of a process does once, so that it can be done beforehand. */
  public static void firstUse() {
    Disk.firstUse();
  }

  /**
   * Opens the directory, or makes it. Files that cannot be opened are moved aside and the newest
   * backup takes their place, if there is one; this is said loudly.
   *
   * @throws StoreFailure if neither opens, or the model would lose data
   */
  public static WuyouStore open(StoreSettings settings) {
    Disk disk;
    try {
      disk = Disk.open(settings.directory(), settings.openLimit());
    } catch (StoreFailure failure) {
      return new Backups(settings).instead(failure, WuyouStore::start);
    }
    try {
      return start(settings, disk);
    } catch (StoreFailure failure) {
      return new Backups(settings).instead(failure, WuyouStore::start);
    }
  }

  private static WuyouStore start(StoreSettings settings, Disk disk) {
    try {
      return new WuyouStore(
          settings.directory(), new Writer(disk, settings.clock(), settings.model()));
    } catch (RuntimeException e) {
      disk.close();
      throw e;
    }
  }

  @Override
  public Snapshot snapshot() {
    return writer.snapshot();
  }

  @Override
  public CommitResult commit(Transaction transaction) {
    return writer.commit(transaction);
  }

  @Override
  public CommitResult rehearse(Transaction transaction) {
    return writer.rehearse(transaction);
  }

  /** What would happen to the data if {@code next} became the model. */
  public MigrationPlan plan(Model next) {
    return writer.plan(next);
  }

  /**
   * Makes the plan's model that of the following snapshots.
   *
   * @throws StoreFailure {@code MIGRATION_LOSSY} if values would be lost and that is not confirmed,
   *     {@code MIGRATION_BLOCKED} if the data contradicts the model
   */
  public void migrate(MigrationPlan plan, boolean lossyConfirmed) {
    writer.migrate(plan.next(), lossyConfirmed);
  }

  /** Entities whose data is kept although the model lacks them. */
  public List<AbsentEntity> absent() {
    StoreSnapshot snapshot = writer.snapshot();
    return writer.schemas().values().stream()
        .filter(schema -> !snapshot.model().entities().containsKey(schema.entity()))
        .map(schema -> absent(schema, snapshot))
        .toList();
  }

  private static AbsentEntity absent(TableSchema schema, StoreSnapshot snapshot) {
    var state = snapshot.states().get(schema.entity());
    return new AbsentEntity(
        schema.entity(),
        schema.owner(),
        state == null ? 0 : state.size(),
        schema.columns().stream().map(Column::name).toList());
  }

  public Documents documents() {
    return documents;
  }

  /** Told of every commit that changed rows, in order, outside the committing thread. */
  public void onCommit(Consumer<CommitEvent> listener) {
    writer.onCommit(listener);
  }

  /** Replaces the modules' own rules, by entity, from the next transaction on. */
  public void checks(Map<String, List<RowCheck>> checks) {
    writer.checks(checks);
  }

  /**
   * Copies everything committed so far into a new directory, while reading goes on, and forces it.
   */
  public BackupReport backup(Path target) {
    long start = System.nanoTime();
    Backups.requireEmpty(target);
    long version = writer.backup(target);
    return new BackupReport(
        target, version, bytes(target), Duration.ofNanos(System.nanoTime() - start));
  }

  /** Puts a backup's files into a directory that is not in use and holds no store. */
  public static void restore(Path backup, Path directory) {
    Backups.restore(backup, directory);
  }

  public StoreStatistics statistics() {
    StoreSnapshot snapshot = writer.snapshot();
    Map<String, StoreStatistics.TableStatistics> tables = new HashMap<>();
    snapshot
        .states()
        .forEach(
            (entity, state) ->
                tables.put(
                    entity, new StoreStatistics.TableStatistics(state.size(), state.heapBytes())));
    Instant last = writer.head().lastCommit();
    return new StoreStatistics(
        snapshot.version(),
        writer.commits(),
        writer.refusals(),
        writer.batches(),
        bytes(directory),
        last.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(last),
        tables);
  }

  private static long bytes(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}

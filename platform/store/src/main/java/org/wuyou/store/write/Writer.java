package org.wuyou.store.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.model.Model;
import org.wuyou.store.CommitEvent;
import org.wuyou.store.MigrationPlan;
import org.wuyou.store.StoreFailure;
import org.wuyou.store.disk.Disk;
import org.wuyou.store.query.StoreSnapshot;

/**
 * The one thread that writes. Takes what waits, carries it out in memory, makes all of it durable
 * with one forced write, publishes the new snapshot, and only then answers.
 */
public final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int MOST_AT_ONCE = 512;
  private static final int MOST_CHANGES = 20_000;

  /** Something to do in the writer's thread. */
  private interface Work {
    /** Does it in memory; what is given back is run once it is durable. */
    Runnable run();

    void fail(RuntimeException cause);

    default int changes() {
      return 1;
    }
  }

  private final Register register;
  private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private final Events events = new Events();
  private final AtomicLong commits = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();
  private final AtomicLong batches = new AtomicLong();
  private final Thread thread;
  private volatile Map<String, List<RowCheck>> checks = Map.of();
  private volatile StoreSnapshot snapshot;
  private volatile Map<String, byte[]> documents;
  private volatile @Nullable StoreFailure broken;
  private volatile boolean closing;

  /** Guarded by the queue: no one waits in it any more. */
  private boolean ended;

  /**
   * @param model none: nothing is asked of the tables before the first migration
   */
  public Writer(Disk disk, java.time.Clock clock, Optional<Model> model) {
    this.register = new Register(disk, clock);
    model.ifPresent(first -> register.migrate(first, false));
    if (register.dirty()) {
      register.write();
    }
    this.snapshot = register.snapshot();
    this.documents = register.documents();
    this.thread = Thread.ofPlatform().name("wuyou-store-writer").daemon(true).start(this::work);
  }

  public StoreSnapshot snapshot() {
    return snapshot;
  }

  /** The latest durable documents by name. */
  public Map<String, byte[]> documents() {
    return documents;
  }

  public void checks(Map<String, List<RowCheck>> next) {
    checks = Map.copyOf(next);
  }

  public void onCommit(Consumer<CommitEvent> listener) {
    events.add(listener);
  }

  public long commits() {
    return commits.get();
  }

  public long refusals() {
    return refusals.get();
  }

  public long batches() {
    return batches.get();
  }

  public org.wuyou.store.disk.Head head() {
    return call(register::head);
  }

  public Map<String, org.wuyou.store.disk.TableSchema> schemas() {
    return call(register::schemas);
  }

  public CommitResult commit(Transaction transaction) {
    CompletableFuture<CommitResult> answer = new CompletableFuture<>();
    return submit(
        answer,
        new Work() {
          @Override
          public Runnable run() {
            return switch (register.attempt(transaction, checks)) {
              case Register.Attempt.Refused refused -> {
                refusals.incrementAndGet();
                yield () -> answer.complete(new CommitResult.Refused(refused.violations()));
              }
              case Register.Attempt.Done done -> {
                Register.Applied applied = done.applied();
                commits.incrementAndGet();
                yield () -> {
                  StoreSnapshot seen = snapshot;
                  if (!applied.rows().isEmpty()) {
                    events.tell(new CommitEvent(seen, transaction.actor(), applied.rows()));
                  }
                  answer.complete(
                      new CommitResult.Committed(seen, applied.outcomes(), applied.warnings()));
                };
              }
            };
          }

          @Override
          public void fail(RuntimeException cause) {
            answer.completeExceptionally(cause);
          }

          @Override
          public int changes() {
            return transaction.changes().size();
          }
        });
  }

  public CommitResult rehearse(Transaction transaction) {
    return call(() -> register.rehearse(transaction, checks));
  }

  /** Puts a document, given in stored form too; an empty stored form removes it. */
  public void document(String name, byte[] stored, byte[] content) {
    call(
        () -> {
          register.document(name, stored, content);
          return name;
        });
  }

  public MigrationPlan plan(Model next) {
    return call(() -> register.plan(next));
  }

  public void migrate(Model next, boolean lossyConfirmed) {
    call(
        () -> {
          register.migrate(next, lossyConfirmed);
          return next;
        });
  }

  /** Copies the files as of the last commit; gives the version that the copy holds. */
  public long backup(java.nio.file.Path target) {
    return call(
        () -> {
          if (register.dirty()) {
            register.write();
          }
          register.backup(target);
          return register.head().version();
        });
  }

  /** Runs in the writer's thread; answers once what it did is durable. */
  private <T> T call(Supplier<T> action) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    return submit(
        answer,
        new Work() {
          @Override
          public Runnable run() {
            T result = action.get();
            return () -> answer.complete(result);
          }

          @Override
          public void fail(RuntimeException cause) {
            answer.completeExceptionally(cause);
          }
        });
  }

  private <T> T submit(CompletableFuture<T> answer, Work work) {
    StoreFailure failure = broken;
    if (failure != null) {
      throw failure;
    }
    if (closing) {
      throw closed();
    }
    synchronized (queue) {
      if (ended) {
        throw closed();
      }
      queue.add(work);
    }
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static StoreFailure closed() {
    return new StoreFailure("STORE_CLOSED", "存储已关闭。", "the store is closed.");
  }

  private void work() {
    List<Work> batch = new ArrayList<>();
    while (broken == null) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        break;
      }
      int changes = batch.getFirst().changes();
      while (batch.size() < MOST_AT_ONCE && changes < MOST_CHANGES) {
        Work next = queue.poll();
        if (next == null) {
          break;
        }
        batch.add(next);
        changes += next.changes();
      }
      carryOut(batch);
      batch.clear();
      if (closing && queue.isEmpty()) {
        break;
      }
    }
    StoreFailure failure = broken;
    synchronized (queue) {
      ended = true;
    }
    for (Work left = queue.poll(); left != null; left = queue.poll()) {
      left.fail(failure == null ? closed() : failure);
    }
  }

  private void carryOut(List<Work> batch) {
    List<Runnable> answers = new ArrayList<>();
    try {
      for (Work work : batch) {
        tryOut(work, answers);
      }
      if (register.dirty()) {
        register.write();
        batches.incrementAndGet();
      }
      snapshot = register.snapshot();
      documents = register.documents();
    } catch (Throwable e) {
      // Memory may now be ahead of the disk: nothing of this batch is shown, and nothing follows.
      StoreFailure failure = broken(e);
      LOG.error("the store stops writing", failure);
      broken = failure;
      batch.forEach(work -> work.fail(failure));
      return;
    }
    answers.forEach(Runnable::run);
  }

  private void tryOut(Work work, List<Runnable> answers) throws Throwable {
    try {
      answers.add(work.run());
    } catch (Throwable e) {
      if (!register.sound()) {
        throw e;
      }
      // Refused before anything was changed: an unknown field, a plugin's check that threw.
      work.fail(e instanceof RuntimeException refused ? refused : new IllegalStateException(e));
    }
  }

  private static StoreFailure broken(Throwable cause) {
    return new StoreFailure(
        "STORE_BROKEN",
        "写入失败：" + cause.getMessage() + "；存储已停止写入，请检查磁盘后重新启动。",
        "writing failed: "
            + cause.getMessage()
            + "; the store writes no more, check the disk and restart.",
        cause);
  }

  /** Finishes what waits, then closes the files. */
  @Override
  public void close() {
    synchronized (queue) {
      if (closing) {
        return;
      }
      closing = true;
      queue.add(new Last());
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    events.close();
    register.close();
  }

  /** Wakes the thread when the store is closed. */
  private static final class Last implements Work {
    @Override
    public Runnable run() {
      return () -> {};
    }

    @Override
    public void fail(RuntimeException cause) {
      // Nobody waits for it.
    }
  }
}

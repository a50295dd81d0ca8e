package org.wuyou.gateway.files.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One import while it runs and after; watched from other threads. */
public final class ImportJob implements ImportProgress {
  public enum State {
    RUNNING,
    DONE,
    /**
     * It ended by a fault of ours; nothing beyond the transactions already reported was written.
     */
    FAILED
  }

  private record Place(State state, int done, int total, @Nullable ImportReport report) {}

  private final String id;
  private final String owner;
  private final String entity;
  private final boolean commit;
  private final Instant since;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Place place = new Place(State.RUNNING, 0, 0, null);

  ImportJob(String id, ImportRequest request, Instant since) {
    this.id = id;
    this.owner = request.caller().name();
    this.entity = request.entity();
    this.commit = request.commit();
    this.since = since;
  }

  @Override
  public void at(int done, int total) {
    place = new Place(State.RUNNING, done, total, null);
  }

  void ended(ImportReport report) {
    place = new Place(State.DONE, report.total(), report.total(), report);
    end.countDown();
  }

  void failed() {
    Place last = place;
    place = new Place(State.FAILED, last.done, last.total, null);
    end.countDown();
  }

  /** Waits for the end, so long at most; true if it has come. */
  public boolean awaitEnd(Duration atMost) throws InterruptedException {
    return end.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  public String id() {
    return id;
  }

  /** Name of the caller who started it. */
  public String owner() {
    return owner;
  }

  public String entity() {
    return entity;
  }

  public boolean commit() {
    return commit;
  }

  public Instant since() {
    return since;
  }

  public State state() {
    return place.state;
  }

  public int done() {
    return place.done;
  }

  public int total() {
    return place.total;
  }

  public Optional<ImportReport> report() {
    return Optional.ofNullable(place.report);
  }
}

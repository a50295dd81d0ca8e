package org.wuyou.gateway.files.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wuyou.spi.Caller;

/**
 * Runs imports and remembers the latest: how far they are, what they reported, which rows they
 * refused. Of all remembered imports together no more than {@link #REFUSALS} refused rows are kept.
 */
public final class ImportJobs {
  private static final int JOBS = 100;
  private static final int REFUSALS = 200_000;

  private final FileImport imports;
  private final Clock clock;
  private final Deque<ImportJob> latest = new ArrayDeque<>();

  public ImportJobs(FileImport imports, Clock clock) {
    this.imports = imports;
    this.clock = clock;
  }

  /** A job that has not begun; {@link #run} begins it. */
  public ImportJob open(ImportRequest request) {
    ImportJob job = new ImportJob(UUID.randomUUID().toString(), request, clock.instant());
    synchronized (latest) {
      latest.addFirst(job);
      forget();
    }
    return job;
  }

  /** Imports the file in the calling thread. */
  public ImportReport run(ImportJob job, ImportRequest request, Path file) throws IOException {
    try {
      ImportReport report = imports.run(request, file, job);
      job.ended(report);
      return report;
    } catch (IOException | RuntimeException e) {
      job.failed();
      throw e;
    }
  }

  /** The job, if it is remembered and the caller's own; administrators see all. */
  public Optional<ImportJob> find(String id, Caller caller) {
    return list(caller).stream().filter(job -> job.id().equals(id)).findFirst();
  }

  /** Latest first. */
  public List<ImportJob> list(Caller caller) {
    synchronized (latest) {
      return latest.stream()
          .filter(job -> caller.has("admin") || job.owner().equals(caller.name()))
          .toList();
    }
  }

  private void forget() {
    int refusals = 0;
    int kept = 0;
    for (var jobs = latest.iterator(); jobs.hasNext(); ) {
      ImportJob job = jobs.next();
      refusals += job.report().map(report -> report.refusals().size()).orElse(0);
      kept++;
      boolean over = kept > JOBS || (kept > 1 && refusals > REFUSALS);
      if (over && job.state() != ImportJob.State.RUNNING) {
        jobs.remove();
      }
    }
  }
}

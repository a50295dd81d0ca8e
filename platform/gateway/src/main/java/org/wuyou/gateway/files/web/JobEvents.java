package org.wuyou.gateway.files.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.wuyou.gateway.files.load.ImportJob;
import org.wuyou.gateway.http.HttpAnswer;

/**
 * How far an import is, as server-sent events: {@code progress} a few times a second while it moves
 * on, {@code ended} once. Each carries what {@code GET /files/jobs/{id}} answers at that moment.
 */
record JobEvents(ImportJob job, Locale locale) implements HttpAnswer.Writer {
  private static final Duration INTERVAL = Duration.ofMillis(250);

  /** Intervals without news after which a sign of life is sent. */
  private static final int QUIET = 60;

  private static final byte[] STILL_HERE = ":\n\n".getBytes(StandardCharsets.US_ASCII);

  @Override
  public void write(OutputStream out) throws IOException {
    try {
      int told = -1;
      int quiet = 0;
      while (!job.awaitEnd(told < 0 ? Duration.ZERO : INTERVAL)) {
        int done = job.done();
        quiet = done == told ? quiet + 1 : 0;
        if (done != told) {
          event(out, "progress");
          told = done;
        } else if (quiet % QUIET == 0) {
          out.write(STILL_HERE);
          out.flush();
        }
      }
      event(out, "ended");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server stops");
    }
  }

  private void event(OutputStream out, String name) throws IOException {
    out.write(("event: " + name + "\ndata: ").getBytes(StandardCharsets.US_ASCII));
    new ReportJson(locale).job(job, out);
    out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}

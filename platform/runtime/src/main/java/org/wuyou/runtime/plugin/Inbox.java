package org.wuyou.runtime.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.runtime.admin.ReportView;
import org.wuyou.runtime.control.Json;

/**
 * A folder whose jars are deployed as they appear. A jar is taken when its size and time have not
 * changed for one round and, if a {@code .sha256} lies beside it, when its bytes agree; the report
 * is written beside it as {@code name.jar.report.json}.
 */
public final class Inbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final Duration ROUND = Duration.ofMillis(300);

  private final Path folder;
  private final Handling handling;
  private final Function<Path, DeployReport> deploy;
  private final Map<Path, Stamp> seen = new HashMap<>();
  private final Set<Stamp> done = new HashSet<>();
  private final Thread thread;
  private volatile boolean open = true;

  /** What becomes of a jar that has been dealt with. */
  public enum Handling {
    /** Moved to {@code deployed/} or {@code refused/} below the folder. */
    MOVE,
    /** Left where it is: the folder is somebody's stock of jars. */
    LEAVE
  }

  private record Stamp(Path file, long size, long time) {}

  /**
   * @param deploy deploys a jar and reports; called from the inbox's own thread
   */
  public Inbox(Path folder, Handling handling, Function<Path, DeployReport> deploy) {
    this.folder = folder;
    this.handling = handling;
    this.deploy = deploy;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the inbox " + folder + " cannot be made", e);
    }
    this.thread = Thread.ofPlatform().daemon().name("plugin-inbox").unstarted(this::rounds);
  }

  /**
   * The jars that lie there now; they are the caller's to deploy, and passed over until changed.
   */
  public List<Path> takeStock() throws IOException {
    List<Path> jars = jarsOf(folder);
    for (Path jar : jars) {
      Stamp stamp = stamp(jar);
      if (stamp != null) {
        done.add(stamp);
      }
    }
    return jars;
  }

  /** Begins to watch. */
  public Inbox watch() {
    thread.start();
    return this;
  }

  private void rounds() {
    while (open) {
      try {
        round();
        Thread.sleep(ROUND);
      } catch (InterruptedException e) {
        return;
      } catch (IOException | RuntimeException e) {
        LOG.error("the inbox {} could not be looked through; it is tried again", folder, e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      open = false;
    }
  }

  /** Looks once: deploys what has come to rest since the last look. */
  void round() throws IOException {
    Map<Path, Stamp> now = new HashMap<>();
    for (Path jar : jarsOf(folder)) {
      Stamp stamp = stamp(jar);
      if (stamp != null && !done.contains(stamp)) {
        now.put(jar, stamp);
      }
    }
    for (Map.Entry<Path, Stamp> entry : now.entrySet()) {
      if (entry.getValue().equals(seen.get(entry.getKey())) && arrivedWhole(entry.getKey())) {
        handle(entry.getKey(), entry.getValue());
      }
    }
    seen.clear();
    seen.putAll(now);
  }

  /** The jar itself, or the jars of the folder. */
  public static List<Path> jarsOf(Path jarOrFolder) throws IOException {
    if (!Files.isDirectory(jarOrFolder)) {
      return List.of(jarOrFolder);
    }
    try (Stream<Path> files = Files.list(jarOrFolder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static @Nullable Stamp stamp(Path jar) throws IOException {
    try {
      return new Stamp(jar, Files.size(jar), Files.getLastModifiedTime(jar).toMillis());
    } catch (NoSuchFileException gone) {
      return null; // moved away between the listing and the look
    }
  }

  /**
   * Whether the bytes are those announced in the {@code .sha256} beside the jar, if there is one.
   */
  private static boolean arrivedWhole(Path jar) throws IOException {
    Path announced = beside(jar, ".sha256");
    return !Files.exists(announced)
        || Files.readString(announced)
            .toLowerCase(Locale.ROOT)
            .startsWith(Verifier.sha256(Files.readAllBytes(jar)));
  }

  private void handle(Path jar, Stamp stamp) throws IOException {
    DeployReport report = deploy.apply(jar);
    LOG.info("{}: {} {} {}", jar.getFileName(), report.outcome(), report.plugin(), report.faults());
    writeReport(jar, report);
    done.add(stamp);
    if (handling == Handling.MOVE) {
      boolean refused = report.outcome() == DeployReport.Outcome.REFUSED;
      Path to = Files.createDirectories(folder.resolve(refused ? "refused" : "deployed"));
      for (Path file : List.of(jar, beside(jar, ".sig"), beside(jar, ".sha256"))) {
        if (Files.exists(file)) {
          Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void writeReport(Path jar, DeployReport report) throws IOException {
    Path part = beside(jar, ".report.part");
    Files.writeString(
        part,
        Json.MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(ReportView.of(report, Locale.CHINESE)));
    Files.move(
        part,
        beside(jar, ".report.json"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path beside(Path jar, String suffix) {
    return jar.resolveSibling(jar.getFileName() + suffix);
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.wuyou.store.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.store.ScaleModel;
import org.wuyou.store.StoreSettings;
import org.wuyou.store.WuyouStore;

/**
 * Kills a process that writes from 8 threads, at random moments, and looks for every write it had
 * acknowledged: {@code KillRounds DIRECTORY [rounds]}. Ends with 1 if one is lost or an opening
 * fails.
 */
public final class KillRounds {
  private KillRounds() {}

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    Random random = new Random();
    long slowest = 0;
    for (int round = 1; round <= rounds; round++) {
      write(directory, round, 50 + random.nextInt(700), acknowledged);
      long start = System.nanoTime();
      try (WuyouStore store = WuyouStore.open(StoreSettings.of(directory, ScaleModel.model()))) {
        slowest = Math.max(slowest, System.nanoTime() - start);
        List<String> lost = lost(store.snapshot(), acknowledged);
        System.out.printf(
            "round %d: %,d acknowledged so far, %,d rows, %d lost%n",
            round, acknowledged.size(), store.snapshot().table("Enterprise").size(), lost.size());
        if (!lost.isEmpty()) {
          System.out.println("LOST " + lost);
          System.exit(1);
        }
      }
    }
    System.out.printf(
        "%d kills, %,d acknowledged writes, 0 lost, every opening clean, the slowest %.2f s%n",
        rounds, acknowledged.size(), slowest / 1e9);
    System.exit(0);
  }

  private static List<String> lost(Snapshot snapshot, Set<String> acknowledged) {
    List<String> lost = new ArrayList<>();
    Table table = snapshot.table("Enterprise");
    for (String code : acknowledged) {
      var found = snapshot.get("Enterprise", code);
      // Each enterprise was committed together with its return: half of it would be a loss too.
      if (found == null || table.relatedCount(found.position(), "returns") != 1) {
        lost.add(code);
      }
    }
    return lost;
  }

  private static void write(Path directory, int round, int millis, Set<String> acknowledged)
      throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    // A file keeps what was said to the last line, which a pipe of a killed process may not.
    Path told = Files.createTempFile("kill-victim", ".out");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "--add-exports",
                "java.base/jdk.internal.misc=ALL-UNNAMED",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KillVictim.class.getName(),
                directory.toString(),
                Integer.toString(round))
            .redirectError(Files.createTempFile("kill-victim", ".log").toFile())
            .redirectOutput(told.toFile())
            .start();
    while (!Files.readString(told).startsWith("ready")) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the writer did not open the store");
      }
      Thread.sleep(10);
    }
    Thread.sleep(millis);
    process.destroyForcibly().waitFor();
    for (String line : Files.readAllLines(told)) {
      if (line.endsWith(";")) {
        acknowledged.add(line.substring(0, line.length() - 1));
      }
    }
    Files.delete(told);
  }
}

package org.wuyou.store;

import static org.junit.jupiter.api.Assertions.*;
import static org.wuyou.store.Sample.*;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.Transaction;

@DisplayName("What lies on disk")
class DurabilityTest {
  @TempDir Path temp;

  private Path directory() {
    return temp.resolve("store");
  }

  private Path log() {
    return directory().resolve("channel_0/transactions_0.sft");
  }

  private WuyouStore open() {
    return Sample.open(directory());
  }

  private void fill(int from, int to) {
    try (WuyouStore store = open()) {
      for (int i = from; i < to; i++) {
        commit(store, enterprise(i, "企业" + i));
      }
    }
  }

  private int rows() {
    try (WuyouStore store = open()) {
      return store.snapshot().table("Enterprise").size();
    }
  }

  private Path newestData() throws IOException {
    try (Stream<Path> files = Files.list(directory().resolve("channel_0"))) {
      return files
          .filter(file -> file.toString().endsWith(".dat"))
          .max((a, b) -> Integer.compare(number(a), number(b)))
          .orElseThrow();
    }
  }

  private static int number(Path data) {
    String name = data.getFileName().toString();
    return Integer.parseInt(name.substring(name.lastIndexOf('_') + 1, name.length() - 4));
  }

  private static void cut(Path file, int bytes) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength(access.length() - bytes);
    }
  }

  @Test
  void opens_after_a_cut_in_the_middle_of_a_commit_entry_without_that_commit() throws IOException {
    fill(0, 5);
    cut(log(), 5);
    assertEquals(4, rows());
    fill(4, 6);
    assertEquals(6, rows());
  }

  @Test
  void opens_with_junk_behind_the_last_commit() throws IOException {
    fill(0, 5);
    Files.write(log(), new byte[777], StandardOpenOption.APPEND);
    Files.write(newestData(), "junk".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    assertEquals(5, rows());
  }

  @Test
  void opens_when_the_last_data_did_not_arrive_without_those_commits() throws IOException {
    fill(0, 5);
    cut(newestData(), 5);
    assertEquals(4, rows());
  }

  @Test
  void puts_the_commit_log_back_that_was_being_shortened() throws IOException {
    fill(0, 5);
    Files.copy(log(), log().resolveSibling("transactions.before"));
    Files.write(log(), new byte[0]);
    assertEquals(5, rows());
  }

  @Test
  void names_the_page_in_which_one_bit_is_wrong() throws IOException {
    fill(0, 5);
    flip("企业4");
    StoreFailure failure = assertThrows(StoreFailure.class, this::open);
    assertEquals("STORE_DAMAGED", failure.code());
    assertTrue(failure.getMessage().contains("page 0 of Enterprise"), failure.getMessage());
  }

  /** Flips one bit of the last place that holds the text. */
  private void flip(String text) throws IOException {
    Path data = newestData();
    byte[] bytes = Files.readAllBytes(data);
    byte[] sought = text.getBytes(StandardCharsets.UTF_8);
    int found = -1;
    for (int i = 0; i + sought.length <= bytes.length; i++) {
      if (java.util.Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
        found = i;
      }
    }
    assertTrue(found >= 0);
    bytes[found + 2] ^= 1;
    Files.write(data, bytes);
  }

  @Test
  void opens_the_newest_backup_when_the_files_are_damaged_and_keeps_these() throws IOException {
    fill(0, 3);
    try (WuyouStore store = open()) {
      store.backup(temp.resolve("backups/one"));
    }
    fill(3, 5);
    flip("企业4");
    StoreSettings settings =
        StoreSettings.of(directory(), model()).withBackups(temp.resolve("backups"));
    try (WuyouStore store = WuyouStore.open(settings)) {
      assertEquals(3, store.snapshot().table("Enterprise").size());
      commit(store, enterprise(7, "新"));
    }
    try (Stream<Path> siblings = Files.list(temp)) {
      assertTrue(siblings.anyMatch(p -> p.getFileName().toString().startsWith("store.damaged-")));
    }
  }

  @Test
  void refuses_a_second_opening_of_the_same_directory() {
    try (WuyouStore store = open()) {
      StoreFailure failure = assertThrows(StoreFailure.class, this::open);
      assertEquals("STORE_IN_USE", failure.code());
      commit(store, enterprise(1, "甲"));
    }
  }

  @Test
  void leaves_no_thread_behind_when_it_cannot_open() throws IOException {
    fill(0, 2);
    Files.write(directory().resolve("PersistenceTypeDictionary.ptd"), new byte[0]);
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    StoreFailure failure = assertThrows(StoreFailure.class, this::open);
    assertEquals("STORE_UNOPENABLE", failure.code());
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && thread.getName().startsWith("Storage")) {
        assertDoesNotThrow(() -> thread.join(10_000));
        assertFalse(thread.isAlive(), thread.getName());
      }
    }
  }

  @Test
  void backs_up_while_others_write_and_restores_a_consistent_state() throws Exception {
    List<Long> versions = new ArrayList<>();
    AtomicBoolean stop = new AtomicBoolean();
    try (WuyouStore store = open()) {
      store.documents().put("token/1", new byte[] {1, 2});
      commit(store, enterprise(99_998, "甲"), enterprise(99_999, "乙"));
      Thread writer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; !stop.get(); i++) {
                      List<Change> pair =
                          List.of(enterprise(2 * i, "甲"), enterprise(2 * i + 1, "乙"));
                      store.commit(new Transaction("test", pair));
                    }
                  });
      for (int i = 0; i < 3; i++) {
        versions.add(store.backup(temp.resolve("b" + i)).version());
      }
      stop.set(true);
      writer.join();
    }
    for (int i = 0; i < 3; i++) {
      Path restored = temp.resolve("restored" + i);
      WuyouStore.restore(temp.resolve("b" + i), restored);
      try (WuyouStore store = Sample.open(restored)) {
        assertEquals(0, store.snapshot().table("Enterprise").size() % 2, "no half transaction");
        assertEquals(versions.get(i), store.snapshot().version());
        assertArrayEquals(new byte[] {1, 2}, store.documents().get("token/1").orElseThrow());
      }
    }
  }

  @Test
  void does_not_restore_over_a_store_or_back_up_into_a_full_directory() throws IOException {
    fill(0, 1);
    try (WuyouStore store = open()) {
      store.backup(temp.resolve("b"));
      assertEquals(
          "BACKUP_TARGET_NOT_EMPTY",
          assertThrows(StoreFailure.class, () -> store.backup(temp.resolve("b"))).code());
    }
    assertEquals(
        "RESTORE_TARGET_IN_USE",
        assertThrows(StoreFailure.class, () -> WuyouStore.restore(temp.resolve("b"), directory()))
            .code());
    assertEquals(
        "BACKUP_NOT_FOUND",
        assertThrows(
                StoreFailure.class, () -> WuyouStore.restore(temp.resolve("no"), temp.resolve("x")))
            .code());
  }

  @Test
  void keeps_documents_as_they_were_put() {
    try (WuyouStore store = open()) {
      store.documents().put("plugins/a", new byte[] {1});
      store.documents().put("plugins/b", new byte[0]);
      store.documents().put("users/x", new byte[] {3});
      store.documents().put("plugins/a", new byte[] {4, 5});
      store.documents().remove("users/x");
      store.documents().remove("users/y");
    }
    try (WuyouStore store = open()) {
      assertEquals(List.of("plugins/a", "plugins/b"), store.documents().names("plugins/"));
      assertArrayEquals(new byte[] {4, 5}, store.documents().get("plugins/a").orElseThrow());
      assertArrayEquals(new byte[0], store.documents().get("plugins/b").orElseThrow());
      assertTrue(store.documents().get("users/x").isEmpty());
    }
  }

  @Test
  void tells_its_figures() {
    try (WuyouStore store = open()) {
      assertTrue(store.statistics().lastCommit().isEmpty());
      commit(store, enterprise(1, "甲"));
      assertThrows(AssertionError.class, () -> commit(store, enterprise(1, "甲")));
      StoreStatistics statistics = store.statistics();
      assertEquals(1, statistics.commits());
      assertEquals(1, statistics.refused());
      assertEquals(1, statistics.tables().get("Enterprise").rows());
      assertTrue(statistics.diskBytes() > 0 && statistics.heapBytes() > 0);
      assertTrue(statistics.lastCommit().isPresent());
    }
  }
}

package org.wuyou.store;

import static org.junit.jupiter.api.Assertions.*;
import static org.wuyou.store.Sample.*;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.CommitResult.Effect;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.data.Violation;
import org.wuyou.spi.model.Label;

@DisplayName("Writing a transaction")
class WritingTest {
  @TempDir Path directory;
  private WuyouStore store;

  @BeforeEach
  void open() {
    store = Sample.open(directory);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Row stored(int number) {
    Row row = store.snapshot().get("Enterprise", uscc(number));
    assertNotNull(row, "enterprise " + number);
    return row;
  }

  @Test
  void keeps_every_type_as_it_was_given_also_when_opened_again() {
    commit(store, enterprise(1, "晋城甲公司"));
    commit(
        store,
        enterprise(
            2,
            "乙公司",
            "divisionCode",
            "140581",
            "industryCode",
            "3973",
            "sizeClass",
            "SMALL",
            "aboveScale",
            true,
            "revenue",
            yuan(12_345_678),
            "staff",
            42,
            "intensity",
            new BigDecimal("19.996"),
            "score",
            new BigDecimal("-1.25"),
            "foundedOn",
            LocalDate.of(1999, 12, 31),
            "reportedFor",
            YearMonth.of(2024, 2),
            "seenAt",
            Instant.parse("2024-05-06T07:08:09.123Z"),
            "note",
            "备注",
            "tags",
            List.of("a:b", "专精特新", ""),
            "parent",
            enterpriseKey(1)));
    for (int round = 0; round < 2; round++) {
      Row row = stored(2);
      assertEquals("140581", row.text("divisionCode"));
      assertEquals("SMALL", row.text("sizeClass"));
      assertEquals(true, row.bool("aboveScale"));
      assertEquals(yuan(12_345_678), row.money("revenue"));
      assertEquals(42, row.integer("staff"));
      assertEquals(new BigDecimal("19.996"), row.decimal("intensity"));
      assertEquals(new BigDecimal("-1.25"), row.decimal("score"));
      assertEquals(LocalDate.of(1999, 12, 31), row.date("foundedOn"));
      assertEquals(YearMonth.of(2024, 2), row.value("reportedFor"));
      assertEquals(Instant.parse("2024-05-06T07:08:09.123Z"), row.value("seenAt"));
      assertEquals(List.of("a:b", "专精特新", ""), row.value("tags"));
      assertEquals("晋城甲公司", row.reference("parent").text("name"));
      assertNull(stored(1).value("staff"), "a missing number is not zero");
      assertNull(stored(1).value("aboveScale"), "a missing answer is not no");
      store.close();
      store = Sample.open(directory);
    }
  }

  @Test
  void sees_its_own_earlier_changes() {
    CommitResult.Committed result =
        commit(
            store,
            enterprise(1, "甲"),
            insert("YearlyReturn", "enterprise", enterpriseKey(1), "year", 2023, "rdPersonnel", 5),
            upsert("YearlyReturn", "enterprise", enterpriseKey(1), "year", 2023, "rdPersonnel", 6),
            update("Enterprise", enterpriseKey(1), "staff", 7));
    assertEquals(
        List.of(Effect.CREATED, Effect.CREATED, Effect.UPDATED, Effect.UPDATED),
        result.outcomes().stream().map(CommitResult.Outcome::effect).toList());
    Row row = stored(1);
    assertEquals(6, row.related("returns").getFirst().integer("rdPersonnel"));
    assertEquals(1, row.version(), "one transaction is one version");
  }

  @Test
  void tells_all_that_is_wrong_at_once_and_changes_nothing() {
    List<String> refusal =
        refusal(
            store,
            insert("Enterprise", "uscc", "91140500MA0000001X"),
            enterprise(
                2,
                "乙",
                "staff",
                -1,
                "note",
                "这是一个太长的备注文字!!",
                "sizeClass",
                "HUGE",
                "score",
                new BigDecimal("1.234"),
                "divisionCode",
                "14058",
                "parent",
                enterpriseKey(99)),
            update("Enterprise", enterpriseKey(77), "staff", 1));
    assertEquals(
        List.of(
            "0 CHECK_CHARACTER uscc",
            "0 REQUIRED name",
            "1 OUT_OF_RANGE staff",
            "1 TOO_LONG note",
            "1 PATTERN note",
            "1 UNKNOWN_VALUE sizeClass",
            "1 TOO_PRECISE score",
            "1 DIVISION_CODE divisionCode",
            "1 REFERENCE_NOT_FOUND parent",
            "2 NOT_FOUND"),
        refusal);
    assertEquals(0, store.snapshot().table("Enterprise").size());
  }

  @Test
  void refuses_money_outside_its_range_in_yuan() {
    commit(store, enterprise(1, "甲", "revenue", yuan(1_000_000_000_000L)));
    assertEquals(
        List.of("0 OUT_OF_RANGE revenue"),
        refusal(
            store,
            enterprise(
                2,
                "乙",
                "revenue",
                yuan(1_000_000_000_000L).plus(new org.wuyou.spi.value.Money(1)))));
  }

  @Test
  void refuses_a_second_row_of_the_same_key_or_unique_value_but_lets_two_rows_swap_theirs() {
    commit(
        store,
        insert("Group", "name", "a", "shortName", "x"),
        insert("Group", "name", "b", "shortName", "y"));
    assertEquals(List.of("0 NOT_UNIQUE name"), refusal(store, insert("Group", "name", "a")));
    assertEquals(
        List.of("1 NOT_UNIQUE shortName"),
        refusal(
            store,
            insert("Group", "name", "c", "shortName", "z"),
            insert("Group", "name", "d", "shortName", "z")));
    commit(
        store,
        update("Group", RowKey.key("a"), "shortName", "y"),
        update("Group", RowKey.key("b"), "shortName", "x"));
    assertEquals("y", store.snapshot().get("Group", "a").text("shortName"));
    commit(store, insert("Group", "name", "e"), insert("Group", "name", "f"));
  }

  @Test
  void refuses_to_remove_a_row_that_others_refer_to_until_they_go_too() {
    commit(
        store,
        enterprise(1, "甲"),
        enterprise(2, "乙", "parent", enterpriseKey(1)),
        insert("Group", "name", "g", "members", List.of(enterpriseKey(1))));
    assertEquals(
        List.of("0 STILL_REFERENCED", "0 STILL_REFERENCED"),
        refusal(store, remove("Enterprise", enterpriseKey(1))));
    commit(
        store,
        remove("Enterprise", enterpriseKey(1)),
        remove("Group", RowKey.key("g")),
        update("Enterprise", enterpriseKey(2), "parent", null));
    assertEquals(1, store.snapshot().table("Enterprise").size());
    assertEquals(List.of("0 NOT_FOUND"), refusal(store, remove("Enterprise", enterpriseKey(1))));
  }

  @Test
  void counts_versions_and_refuses_an_update_based_on_an_old_one() {
    commit(store, enterprise(1, "甲"));
    commit(store, update("Enterprise", enterpriseKey(1), "staff", 1));
    Change stale = new Change.Update("Enterprise", enterpriseKey(1), 1L, values("staff", 2));
    assertEquals(List.of("0 VERSION_CONFLICT"), refusal(store, stale));
    commit(store, new Change.Update("Enterprise", enterpriseKey(1), 2L, values("staff", 2)));
    assertEquals(3, stored(1).version());
  }

  @Test
  void makes_no_new_version_when_nothing_changes() {
    commit(store, enterprise(1, "甲", "staff", 1));
    long version = store.snapshot().version();
    CommitResult.Committed result =
        commit(store, upsert("Enterprise", "uscc", uscc(1), "name", "甲", "staff", 1));
    assertEquals(Effect.UNCHANGED, result.outcomes().getFirst().effect());
    assertEquals(1, stored(1).version());
    assertEquals(version, store.snapshot().version());
  }

  @Test
  void never_gives_an_identity_twice() {
    long first = commit(store, enterprise(1, "甲")).outcomes().getFirst().id();
    commit(store, remove("Enterprise", RowKey.id(first)));
    store.close();
    store = Sample.open(directory);
    long second = commit(store, enterprise(1, "甲")).outcomes().getFirst().id();
    assertNotEquals(first, second);
  }

  @Test
  void asks_the_modules_rules_with_the_whole_row_and_passes_their_warnings_on() {
    List<Map<String, Object>> seen = new ArrayList<>();
    RowCheck check =
        (values, before) -> {
          seen.add(values);
          boolean many = values.get("staff") instanceof Integer staff && staff > 100;
          boolean none = values.get("staff") == null;
          return many || none
              ? List.of(
                  new RowCheck.Fault(
                      many ? RowCheck.Severity.ERROR : RowCheck.Severity.WARNING,
                      "STAFF",
                      "staff",
                      new Label("人", "staff")))
              : List.of();
        };
    store.checks(Map.of("Enterprise", List.of(check)));
    List<Violation> warnings = commit(store, enterprise(1, "甲")).warnings();
    assertEquals("STAFF", warnings.getFirst().code());
    assertEquals("甲", seen.getFirst().get("name"));
    assertEquals(
        List.of("0 STAFF staff"),
        refusal(store, update("Enterprise", enterpriseKey(1), "staff", 101)));
    store.checks(Map.of());
    commit(store, update("Enterprise", enterpriseKey(1), "staff", 101));
  }

  @Test
  void survives_a_rule_that_throws() {
    store.checks(
        Map.of(
            "Enterprise",
            List.of(
                (values, before) -> {
                  throw new IllegalStateException("broken rule");
                })));
    assertThrows(IllegalStateException.class, () -> commit(store, enterprise(1, "甲")));
    store.checks(
        Map.of(
            "Enterprise",
            List.of(
                (values, before) -> {
                  throw new StackOverflowError();
                })));
    assertThrows(IllegalStateException.class, () -> commit(store, enterprise(1, "甲")));
    store.checks(Map.of());
    commit(store, enterprise(1, "甲"));
  }

  @Test
  void tells_listeners_what_became_of_each_row() throws InterruptedException {
    LinkedBlockingQueue<CommitEvent> events = new LinkedBlockingQueue<>();
    store.onCommit(events::add);
    commit(store, enterprise(1, "甲"), enterprise(2, "乙"));
    commit(
        store,
        remove("Enterprise", enterpriseKey(1)),
        update("Enterprise", enterpriseKey(2), "staff", 1));
    assertEquals(2, events.poll(10, TimeUnit.SECONDS).rows().get("Enterprise").size());
    CommitEvent second = events.poll(10, TimeUnit.SECONDS);
    assertEquals(
        List.of(
            new CommitEvent.ChangedRow(1, Effect.REMOVED),
            new CommitEvent.ChangedRow(2, Effect.UPDATED)),
        second.rows().get("Enterprise"));
    assertEquals("test", second.actor());
  }

  @Test
  void leaves_earlier_snapshots_as_they_were() {
    commit(
        store,
        enterprise(1, "甲", "staff", 1),
        insert("YearlyReturn", "enterprise", enterpriseKey(1), "year", 2023));
    Snapshot before = store.snapshot();
    commit(store, update("Enterprise", enterpriseKey(1), "staff", 2, "uscc", uscc(9)));
    for (int i = 10; i < 6000; i += 500) {
      List<Change> many = new ArrayList<>();
      for (int j = i; j < i + 500; j++) {
        many.add(enterprise(j, "企业" + j));
      }
      store.commit(new Transaction("test", many));
    }
    commit(store, remove("YearlyReturn", RowKey.id(1)));
    assertEquals(1, before.get("Enterprise", uscc(1)).integer("staff"));
    assertNull(before.get("Enterprise", uscc(9)));
    assertNull(before.get("Enterprise", uscc(5000)));
    assertEquals(1, before.table("Enterprise").size());
    assertEquals(1, before.get("Enterprise", uscc(1)).related("returns").size());
    assertEquals(2, stored(9).integer("staff"));
    assertEquals(0, stored(9).related("returns").size());
    assertNull(store.snapshot().get("Enterprise", uscc(1)));
  }

  @Test
  void marks_a_table_anew_when_its_rows_change_and_no_other() {
    commit(store, enterprise(1, "甲公司"));
    Snapshot before = store.snapshot();
    commit(store, enterprise(2, "乙公司"));
    Snapshot after = store.snapshot();

    assertNotEquals(before.table("Enterprise").mark(), after.table("Enterprise").mark());
    assertEquals(before.table("YearlyReturn").mark(), after.table("YearlyReturn").mark());
    assertEquals(after.table("Enterprise").mark(), store.snapshot().table("Enterprise").mark());
  }

  @Test
  void finds_rows_by_composite_keys_through_references() {
    commit(
        store,
        enterprise(1, "甲"),
        insert("YearlyReturn", "enterprise", enterpriseKey(1), "year", 2023));
    Snapshot snapshot = store.snapshot();
    assertNotNull(snapshot.get("YearlyReturn", enterpriseKey(1), 2023));
    assertNull(snapshot.get("YearlyReturn", enterpriseKey(1), 2022));
    assertNull(snapshot.get("YearlyReturn", enterpriseKey(2), 2023));
  }

  @Test
  void rehearses_without_a_trace() {
    commit(store, enterprise(1, "甲", "staff", 1));
    Snapshot before = store.snapshot();
    Transaction transaction =
        new Transaction(
            "test",
            List.of(
                enterprise(2, "乙"),
                update("Enterprise", enterpriseKey(1), "uscc", uscc(3), "staff", 9)));
    CommitResult.Committed would = (CommitResult.Committed) store.rehearse(transaction);
    assertEquals(2, would.snapshot().table("Enterprise").size());
    assertEquals(9, would.snapshot().get("Enterprise", uscc(3)).integer("staff"));
    assertSame(before.table("Enterprise"), store.snapshot().table("Enterprise"));
    assertEquals(1, stored(1).integer("staff"));
    assertInstanceOf(
        CommitResult.Refused.class,
        store.rehearse(new Transaction("test", List.of(enterprise(1, "丙")))));
    assertEquals(2, commit(store, enterprise(4, "丁")).outcomes().getFirst().id());
    assertEquals("丁", stored(4).text("name"));
  }

  @Test
  void stores_what_a_module_derives_and_makes_no_new_version_when_it_derives_the_same() {
    RowCheck derive =
        new RowCheck() {
          @Override
          public List<Fault> check(Map<String, Object> values, Snapshot before) {
            return List.of();
          }

          @Override
          public Map<String, Object> complete(Map<String, Object> values, Snapshot before) {
            return Map.of("sizeClass", (Integer) values.get("staff") > 300 ? "LARGE" : "SMALL");
          }
        };
    store.checks(Map.of("Enterprise", List.of(derive)));
    commit(store, enterprise(1, "甲", "staff", 400));
    assertEquals("LARGE", stored(1).text("sizeClass"));
    CommitResult.Committed again =
        commit(store, upsert("Enterprise", "uscc", uscc(1), "name", "甲", "staff", 400));
    assertEquals(Effect.UNCHANGED, again.outcomes().getFirst().effect());
  }

  @Test
  void answers_writers_after_it_was_closed() {
    store.close();
    assertEquals(
        "STORE_CLOSED",
        assertThrows(StoreFailure.class, () -> commit(store, enterprise(1, "甲"))).code());
    store.close();
  }
}

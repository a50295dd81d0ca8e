package org.wuyou.store.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.wuyou.spi.data.Aggregation;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Condition.Operator;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.value.Money;
import org.wuyou.store.ScaleModel;
import org.wuyou.store.StoreSettings;
import org.wuyou.store.WuyouStore;

/**
 * Prints what the store does at scale: {@code StoreScale DIRECTORY [enterprises] [returns of
 * each]}.
 */
public final class StoreScale {
  private final Path directory;
  private final int enterprises;
  private final int returns;
  private long sink;

  private StoreScale(Path directory, int enterprises, int returns) {
    this.directory = directory;
    this.enterprises = enterprises;
    this.returns = returns;
  }

  public static void main(String[] args) throws Exception {
    int enterprises = args.length > 1 ? Integer.parseInt(args[1]) : 500_000;
    int returns = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    new StoreScale(Path.of(args[0]), enterprises, returns).run();
  }

  private WuyouStore open() {
    return WuyouStore.open(StoreSettings.of(directory, ScaleModel.model()));
  }

  private void run() throws Exception {
    if (!Files.exists(directory)) {
      long start = System.nanoTime();
      long cpu = cpu();
      try (WuyouStore store = open()) {
        load(store);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      say(
          "bulk load, rows per second of CPU",
          "%,.0f",
          enterprises * (1L + returns) / ((cpu() - cpu) / 1e9));
      say(
          "bulk load, transactions of 10,000 rows",
          "%,.0f rows/s",
          enterprises * (1L + returns) / seconds);
    }
    long used = used();
    long start = System.nanoTime();
    long cpu = cpu();
    try (WuyouStore store = open()) {
      say("open", "%.2f s, of CPU %.2f s", (System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9);
      say("heap after open", "%,.0f MB", (used() - used) / 1e6);
      reads(store);
      heap(store, used);
      writes(store);
      heap(store, used);
      say("disk", "%,.0f MB", store.statistics().diskBytes() / 1e6);
    }
    if (sink == 42) {
      say("unlikely", "%d", sink);
    }
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void say(String what, String format, Object... figures) {
    System.out.println(
        String.format(Locale.ROOT, "%-58s ", what) + String.format(Locale.ROOT, format, figures));
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void heap(WuyouStore store, long before) throws InterruptedException {
    say("heap measured, indexes in use", "%,.0f MB", (used() - before) / 1e6);
    store
        .statistics()
        .tables()
        .forEach(
            (entity, table) ->
                say(
                    "  of " + entity + ", estimated",
                    "%,.0f MB, %.0f B/row",
                    table.heapBytes() / 1e6,
                    (double) table.heapBytes() / Math.max(1, table.rows())));
  }

  private void load(WuyouStore store) {
    Random random = new Random(1);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < enterprises; i++) {
      changes.add(new Change.Insert("Enterprise", ScaleModel.enterprise(random, i)));
      if (changes.size() == 10_000 || i == enterprises - 1) {
        commit(store, changes);
      }
    }
    for (int i = 0; i < enterprises; i++) {
      for (int year = 2024 - returns; year < 2024; year++) {
        changes.add(new Change.Insert("YearlyReturn", ScaleModel.yearlyReturn(random, i, year)));
        if (changes.size() == 10_000) {
          commit(store, changes);
        }
      }
    }
    commit(store, changes);
  }

  private static void commit(WuyouStore store, List<Change> changes) {
    if (store.commit(new Transaction("bench", changes)) instanceof CommitResult.Refused refused) {
      throw new IllegalStateException(refused.violations().getFirst().toString());
    }
    changes.clear();
  }

  private void rate(String what, Callable<?> action) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double best = 0;
    for (int round = 0; round < 4; round++) {
      int count = 0;
      long start = threads.getCurrentThreadCpuTime();
      long used = 0;
      while (used < 500_000_000L) {
        for (int i = 0; i < 16; i++) {
          sink += action.call().hashCode();
        }
        count += 16;
        used = threads.getCurrentThreadCpuTime() - start;
      }
      best = Math.max(best, count / (used / 1e9));
    }
    say(what, "%,.0f /s of one core (%.4f ms)", best, 1000 / best);
  }

  private void reads(WuyouStore store) throws Exception {
    Table table = store.snapshot().table("Enterprise");
    Table filings = store.snapshot().table("YearlyReturn");
    Random random = new Random(2);
    RowKey[] keys = new RowKey[4096];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = RowKey.key(ScaleModel.uscc(random.nextInt(enterprises)));
    }
    int[] next = {0};
    long start = System.nanoTime();
    sink += table.select(Selection.first(20, new Condition.Search("晋城", null))).positions().length;
    say("first search, makes the index", "%.0f ms", (System.nanoTime() - start) / 1e6);
    rate("row by key", () -> table.find(keys[next[0]++ & 4095]));
    int column = table.column("name");
    rate(
        "row by key, its name and its returns",
        () -> {
          int position = table.find(keys[next[0]++ & 4095]).getAsInt();
          return table.valueAt(position, column).hashCode()
              + table.related(position, "returns").size();
        });
    rate(
        "page of 50: division, revenue range, by revenue desc",
        () -> {
          long low = 1_000_000L + random.nextInt(2000) * 100_000L;
          return table
              .select(
                  Selection.first(
                      50,
                      Condition.and(
                          Condition.eq("divisionCode", ScaleModel.division(random.nextInt(100))),
                          new Condition.Compare("revenue", Operator.GE, new Money(low)),
                          new Condition.Compare("revenue", Operator.LE, new Money(low * 1000))),
                      new Selection.Order("revenue", true)))
              .positions()
              .length;
        });
    rate(
        "page of 50: whole table by revenue desc",
        () ->
            table
                .select(Selection.first(50, Condition.ALL, new Selection.Order("revenue", true)))
                .positions()
                .length);
    rate(
        "page of 50: not indexed, by staff then name",
        () ->
            table
                .select(
                    Selection.first(
                        50,
                        Condition.eq("aboveScale", true),
                        new Selection.Order("staff", true),
                        new Selection.Order("name", false)))
                .positions()
                .length);
    rate(
        "count: not indexed",
        () -> table.count(new Condition.Compare("staff", Operator.GT, 1 + random.nextInt(100))));
    String[] words = {"科技", "煤", "晋城", "機械", "新材料", "a7"};
    rate(
        "search, answer known",
        () -> table.count(new Condition.Search(words[next[0]++ % words.length], null)));
    rate("search, new words", () -> table.count(new Condition.Search("公司" + next[0]++, null)));
    Aggregation byDivision =
        new Aggregation(
            Condition.eq("year", 2023),
            List.of(new Aggregation.GroupBy("enterprise.divisionCode", Aggregation.Grain.VALUE)),
            List.of(
                new Aggregation.Measure(Aggregation.Kind.COUNT, null, null),
                new Aggregation.Measure(Aggregation.Kind.SUM, "rdExpenditure", null)));
    rate(
        "count and sum of a year's returns by division of enterprise",
        () -> filings.aggregate(fresh(byDivision, next[0]++)).size());
    rate("the same, asked again", () -> filings.aggregate(byDivision).size());
    Aggregation own =
        new Aggregation(
            Condition.ALL,
            List.of(new Aggregation.GroupBy("divisionCode", Aggregation.Grain.VALUE)),
            List.of(
                new Aggregation.Measure(Aggregation.Kind.COUNT, null, null),
                new Aggregation.Measure(Aggregation.Kind.SUM, "revenue", null)));
    rate(
        "count and sum of all enterprises by division",
        () -> table.aggregate(fresh(own, next[0]++)).size());
    Condition none =
        new Condition.Related(
            "returns",
            Condition.Quantifier.NONE,
            new Condition.Compare("rdExpenditure", Operator.GT, Money.yuan(BigDecimal.ZERO)));
    rate("count: no return with R&D", () -> table.count(none));
  }

  /**
   * The same question with an order of groups never asked before, so that no known answer is found.
   */
  private static Aggregation fresh(Aggregation aggregation, int number) {
    Condition one = new Condition.In("year", List.of(2023, 10_000 + number));
    Condition all = new Condition.Not(new Condition.IsNull("divisionCode"));
    boolean filings = !aggregation.where().equals(Condition.ALL);
    return new Aggregation(
        filings ? one : new Condition.Or(List.of(all, Condition.eq("staff", -number))),
        aggregation.groupBy(),
        aggregation.measures());
  }

  private void writes(WuyouStore store) throws Exception {
    for (int threads : new int[] {1, 16, 64}) {
      try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
        long end = System.nanoTime() + 3_000_000_000L;
        List<Future<Integer>> counts = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
          Random random = new Random(t);
          counts.add(
              pool.submit(
                  () -> {
                    int count = 0;
                    while (System.nanoTime() < end) {
                      RowKey key = RowKey.id(1 + random.nextInt(enterprises));
                      commit(
                          store,
                          new ArrayList<>(
                              List.of(
                                  new Change.Update(
                                      "Enterprise",
                                      key,
                                      null,
                                      java.util.Map.of("staff", random.nextInt(5000))))));
                      count++;
                    }
                    return count;
                  }));
        }
        int sum = 0;
        for (Future<Integer> count : counts) {
          sum += count.get();
        }
        say("one-row updates, durable, " + threads + " writers", "%,.0f /s", sum / 3.0);
      }
    }
    Random random = new Random(3);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      changes.add(
          new Change.Update(
              "Enterprise",
              RowKey.id(1 + random.nextInt(enterprises)),
              null,
              java.util.Map.of("staff", random.nextInt(5000))));
    }
    long start = System.nanoTime();
    commit(store, changes);
    say(
        "10,000 updates here and there in one transaction",
        "%.0f ms",
        (System.nanoTime() - start) / 1e6);
  }
}

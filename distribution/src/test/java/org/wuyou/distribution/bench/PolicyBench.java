package org.wuyou.distribution.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.Compilation;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.plan.Kernels;

/**
 * Twenty rules over a population, beside the hand-written loop of a folder given: run by run in
 * turns, so that both see the same machine. Prints times, ratios, checksums and memory.
 */
public final class PolicyBench {
  /**
   * The JVM compiles what has run often enough, in threads of its own: a small population wants
   * more runs, and all want time for it.
   */
  private static final int WARM_UP_RUNS = 15;

  private static final long WARM_UP_ROWS = 10_000_000;
  private static final long WARM_UP_NANOS = 2_000_000_000;

  /** A run of a small population is too short for a few of them to give a steady median. */
  private static final long MEASURED_NANOS = 1_000_000_000;

  private final Baseline baseline;
  private final PolicyBundle bundle;
  private final Path bundleFolder;
  private final Expected expected;
  private final int runs;

  private PolicyBench(Baseline baseline, Path bundleFolder, Expected expected, int runs)
      throws IOException {
    this.baseline = baseline;
    this.bundleFolder = bundleFolder;
    this.bundle = bundle(bundleFolder);
    this.expected = expected;
    this.runs = runs;
  }

  /** Arguments: the folder of the baseline, the folder of the bundle, a work folder, the sizes. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    Path work = Files.createDirectories(Path.of(arguments[2]));
    PolicyBench bench =
        new PolicyBench(
            Baseline.compile(folder, work),
            Path.of(arguments[1]),
            Expected.read(folder.resolve("results/results.jsonl")),
            Integer.getInteger("bench.runs", 21));
    for (String size : arguments[3].split(",")) {
      bench.at(Integer.parseInt(size.trim()));
    }
  }

  private static PolicyBundle bundle(Path folder) throws IOException {
    return switch (PolicyCompiler.read(BundleSource.read(folder), BenchColumns.catalogue())) {
      case Compilation.Compiled compiled -> compiled.bundle();
      case Compilation.Rejected rejected ->
          throw new IllegalStateException(
              String.join(
                  "\n", rejected.problems().stream().map(p -> p.text(Locale.ENGLISH)).toList()));
    };
  }

  private void at(int size) throws IOException, InterruptedException {
    Baseline.Population population = baseline.population(size);
    BenchColumns columns = new BenchColumns(population);
    System.out.printf("%n%,d enterprises%n", size);
    Rules one = new Rules(new Kernels(), bundle, columns, 1);
    double[] exact = paired("one thread", size, population.loop(), one::run);
    System.out.printf("  decided in exact arithmetic: %d rows%n", one.decidedExactly());
    compare(size, exact);
    Rules two = new Rules(new Kernels(), bundle, columns, 2);
    paired("two threads", size, population.loopInTwo(), two::run);
    first(columns);
    explanation(columns);
    System.out.printf("  memory: heap in use %d MB, peak of the process %d MB%n", heap(), peak());
  }

  /** Runs both in turns and gives our checksums. */
  private double[] paired(String name, int size, Baseline.Loop loop, Baseline.Loop ours)
      throws InterruptedException {
    double[] sums = {};
    long warmUp = Math.max(WARM_UP_RUNS, WARM_UP_ROWS / size);
    long begun = System.nanoTime();
    for (int i = 0; i < warmUp || System.nanoTime() - begun < WARM_UP_NANOS; i++) {
      loop.run();
      sums = ours.run();
    }
    List<Double> theirTimes = new ArrayList<>();
    List<Double> ourTimes = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    begun = System.nanoTime();
    for (int i = 0; i < runs || System.nanoTime() - begun < MEASURED_NANOS; i++) {
      theirTimes.add(time(loop));
      ourTimes.add(time(ours));
      ratios.add(ourTimes.getLast() / theirTimes.getLast());
    }
    System.out.printf(
        Locale.ROOT,
        "  %s: loop %.2f ms, rules %.2f ms, ratio %.2f (quartiles %.2f to %.2f)%n",
        name,
        quantile(theirTimes, 0.5),
        quantile(ourTimes, 0.5),
        quantile(ratios, 0.5),
        quantile(ratios, 0.25),
        quantile(ratios, 0.75));
    return sums;
  }

  private static double time(Baseline.Loop loop) throws InterruptedException {
    long start = System.nanoTime();
    double[] sums = loop.run();
    long end = System.nanoTime();
    if (sums.length == 0) {
      throw new IllegalStateException("nothing was computed");
    }
    return (end - start) / 1e6;
  }

  private static double quantile(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) (part * (sorted.size() - 1)));
  }

  private void compare(int size, double[] sums) {
    Map<String, Double> wanted = expected.of(size);
    List<String> names = baseline.results();
    List<String> unlike = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Double reference = wanted.get(names.get(i));
      // The reference is a sum of binary numbers, printed with four decimals.
      if (reference != null && Math.abs(sums[i] - reference) > 0.5001e-4 + 1e-14 * reference) {
        unlike.add(
            String.format(
                Locale.ROOT, "%s %.4f, reference %.4f", names.get(i), sums[i], reference));
      }
    }
    System.out.println(
        wanted.isEmpty()
            ? "  checksums: no reference for this size"
            : unlike.isEmpty()
                ? "  checksums: all " + names.size() + " as in the exact reference"
                : "  CHECKSUMS DIFFER: " + String.join("; ", unlike));
  }

  /** From text to answers, as after a deploy: parse, check, plan, compile, run. */
  private void first(BenchColumns columns) throws IOException {
    List<Double> times = new ArrayList<>();
    List<Double> busy = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      long before = Processor.TIMES.getCurrentThreadCpuTime();
      new Rules(new Kernels(), bundle(bundleFolder), columns, 1).run();
      busy.add((Processor.TIMES.getCurrentThreadCpuTime() - before) / 1e6);
      times.add((System.nanoTime() - start) / 1e6);
    }
    System.out.printf(
        Locale.ROOT,
        "  first evaluation after a deploy, compilation included: %.0f ms, of which computing %.0f%n",
        quantile(times, 0.5),
        quantile(busy, 0.5));
  }

  private void explanation(BenchColumns columns) {
    List<Standard> standards = List.copyOf(bundle.standards().values());
    int times = 20_000;
    long findings = 0;
    long start = 0;
    long busy = 0;
    for (int i = -times; i < times; i++) {
      if (i == 0) {
        start = System.nanoTime();
        busy = Processor.TIMES.getCurrentThreadCpuTime();
      }
      Subject subject = columns.subject(Math.floorMod(i * 31, columns.size()));
      Session session = new Session(bundle, new MapFacts(), Evaluation.USUAL);
      for (Standard standard : standards) {
        findings += session.verdict(standard, subject).findings().size();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "  explanation of one enterprise: %.1f µs, of which computing %.1f µs (%d clauses)%n",
        (System.nanoTime() - start) / 1e3 / times,
        (Processor.TIMES.getCurrentThreadCpuTime() - busy) / 1e3 / times,
        findings / (2 * times));
  }

  /** What the thread itself took, whatever else the machine does. */
  private static final class Processor {
    static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static long peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(-1);
  }
}

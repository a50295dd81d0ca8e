package org.wuyou.policy.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.wuyou.policy.Problem;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;

/** Gathers everything wrong with a bundle, so that an officer hears it all at once. */
public final class Problems {
  private final Map<String, String[]> lines = new HashMap<>();
  private boolean stopped;
  private int doubts;
  private final List<Problem> found = new ArrayList<>();

  private final Optional<Shapes> shapes;

  public Problems(SortedMap<String, String> files) {
    this(files, Optional.empty());
  }

  /**
   * Problems of a bundle.
   *
   * @param shapes what is to learn the format from the reading
   */
  public Problems(SortedMap<String, String> files, Optional<Shapes> shapes) {
    this.shapes = shapes;
    files.forEach(this::file);
  }

  Optional<Shapes> shapes() {
    return shapes;
  }

  /** Makes the lines of one more file known, so that problems in it can be shown. */
  public void file(String name, String text) {
    lines.put(name, text.split("\n", -1));
  }

  public void add(ProblemCode code, Spot spot, Text message, Text remedy) {
    Problem problem =
        new Problem(
            code,
            spot.file(),
            spot.line(),
            spot.column(),
            spot.length(),
            message,
            remedy,
            line(spot));
    found.add(problem);
    doubts += problem.formal() ? 0 : 1;
  }

  private String line(Spot spot) {
    String[] all = lines.getOrDefault(spot.file(), new String[0]);
    return spot.line() <= all.length ? all[spot.line() - 1].stripTrailing() : "";
  }

  /** Something follows from a problem told elsewhere and is not told again. */
  public void stop() {
    stopped = true;
    doubts++;
  }

  /** How often something was wrong that bears on answers, but for what was left out. */
  public int doubts() {
    return doubts;
  }

  /**
   * What is read, unless something is wrong in it that bears on answers: half of it would answer
   * otherwise. It is left out then, with all that was wrong in it.
   */
  public <T> Optional<T> sound(Supplier<Optional<T>> reading) {
    int before = doubts;
    Optional<T> read = reading.get();
    if (doubts == before) {
      return read;
    }
    doubts = before;
    return Optional.empty();
  }

  public boolean none() {
    return found.isEmpty() && !stopped;
  }

  /** In order of file, line and column, each once. */
  public List<Problem> all() {
    return new LinkedHashSet<>(found).stream().sorted(Problem.BY_PLACE).toList();
  }
}

package org.wuyou.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one operation, ready to be written as JSON: maps, lists, strings, numbers,
 * booleans and nulls only.
 *
 * @param data null after a request error, and where a non-null root field failed
 * @param requestError nothing was executed: the answer has no {@code data} entry
 * @param mutationAttempted whether execution of a mutation began
 */
public record Answer(
    @Nullable Map<String, @Nullable Object> data,
    List<Fault> errors,
    boolean requestError,
    boolean mutationAttempted) {
  public Answer {
    errors = List.copyOf(errors);
  }

  /**
   * One error.
   *
   * @param code stable, as listed in the design notes
   * @param path names and indexes from the root, empty for request errors
   * @param extensions further properties beside the code ({@code reason}, {@code traceId}, …)
   */
  public record Fault(
      String code,
      String message,
      List<Location> locations,
      List<Object> path,
      Map<String, Object> extensions) {
    public Fault {
      locations = List.copyOf(locations);
      path = List.copyOf(path);
      extensions = Map.copyOf(extensions);
    }

    /** As the GraphQL specification has it. */
    public Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("message", message);
      if (!locations.isEmpty()) {
        map.put(
            "locations",
            locations.stream().map(l -> Map.of("line", l.line, "column", l.column)).toList());
      }
      if (!path.isEmpty()) {
        map.put("path", path);
      }
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("code", code);
      details.putAll(extensions);
      map.put("extensions", details);
      return map;
    }
  }

  /** A place in the document, from 1. */
  public record Location(int line, int column) {}

  /** The whole answer as the GraphQL specification has it; {@code errors} first, for readers. */
  public Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    if (!errors.isEmpty()) {
      List<Object> list = new ArrayList<>(errors.size());
      errors.forEach(error -> list.add(error.toMap()));
      map.put("errors", list);
    }
    if (!requestError) {
      map.put("data", data);
    }
    return map;
  }

  static Answer refused(Fault fault) {
    return refused(List.of(fault));
  }

  static Answer refused(List<Fault> faults) {
    return new Answer(null, faults, true, false);
  }
}

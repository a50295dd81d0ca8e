package org.wuyou.policy.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who has to do what by when: the part of a bundle that speaks to units, each by its id. */
public record Administration(
    Map<String, Task> tasks,
    Map<String, Series> calendar,
    Map<String, Clock> clocks,
    Map<String, Body> organisation) {
  public static final Administration NONE =
      new Administration(Map.of(), Map.of(), Map.of(), Map.of());

  public Administration {
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
    calendar = Collections.unmodifiableMap(new LinkedHashMap<>(calendar));
    clocks = Collections.unmodifiableMap(new LinkedHashMap<>(clocks));
    organisation = Collections.unmodifiableMap(new LinkedHashMap<>(organisation));
  }
}

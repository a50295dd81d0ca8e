package org.wuyou.policy.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.wuyou.policy.Text;

/** Who has to do what: the part of a bundle that speaks to units, each by its id. */
public record Administration(Map<String, Task> tasks, Map<String, Body> organisation) {
  public Administration {
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
    organisation = Collections.unmodifiableMap(new LinkedHashMap<>(organisation));
  }

  /** Ids of all that may owe a report: departments and bodies. */
  public Set<String> units(Map<String, Text> departments) {
    Set<String> units = new LinkedHashSet<>(departments.keySet());
    units.addAll(organisation.keySet());
    return units;
  }
}

package org.wuyou.policy.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The rules of a bundle by id, and by kind in the order of the files. Immutable. */
public final class RuleBook {
  private final Map<String, Rule> byId = new LinkedHashMap<>();
  private final Map<Class<? extends Rule>, Map<String, Rule>> byKind = new HashMap<>();

  public RuleBook(Collection<? extends Rule> rules) {
    for (Rule rule : rules) {
      byId.put(rule.id(), rule);
      byKind.computeIfAbsent(rule.getClass(), kind -> new LinkedHashMap<>()).put(rule.id(), rule);
    }
  }

  public Collection<Rule> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  public Optional<Rule> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All rules of one kind by id. */
  @SuppressWarnings("unchecked") // rules are filed under their own class
  public <T extends Rule> Map<String, T> of(Class<T> kind) {
    return (Map<String, T>)
        (Map<String, ?>) Collections.unmodifiableMap(byKind.getOrDefault(kind, Map.of()));
  }
}

package org.wuyou.policy.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A subject held in memory: examples, offline checks, and tests. */
public final class MapSubject implements Subject {
  private final String entity;
  private final String name;
  private final Map<String, Object> values = new LinkedHashMap<>();

  public MapSubject(String entity, String name) {
    this.entity = entity;
    this.name = name;
  }

  /** Sets a fact: a value of its Java type, a subject, or a list of subjects. */
  public MapSubject with(String fact, Object value) {
    values.put(fact, value);
    return this;
  }

  @Override
  public String entity() {
    return entity;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable Object value(String fact) {
    return values.get(fact);
  }

  @Override
  public @Nullable Subject one(String fact) {
    return (Subject) values.get(fact);
  }

  @Override
  public List<Subject> many(String fact) {
    return values.get(fact) instanceof List<?> list
        ? list.stream().map(Subject.class::cast).toList()
        : List.of();
  }

  @Override
  public String toString() {
    return entity + " " + name;
  }
}

package org.wuyou.policy.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;

/** All that policies may speak of: entities, their facts and relations, and enumerations. */
public record FactCatalogue(Map<String, Entity> entities, Map<String, List<String>> enumerations) {
  public static final FactCatalogue EMPTY = new FactCatalogue(Map.of(), Map.of());

  public FactCatalogue {
    entities = Collections.unmodifiableMap(new LinkedHashMap<>(entities));
    enumerations = Map.copyOf(enumerations);
  }

  /** The entity of that name; a programming error if there is none. */
  public Entity entity(String name) {
    Entity entity = entities.get(name);
    if (entity == null) {
      throw new IllegalArgumentException("no entity " + name + "; known: " + entities.keySet());
    }
    return entity;
  }

  public record Entity(String name, Text label, Map<String, Fact> facts) {
    public Entity {
      facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
  }

  public record Fact(String name, Text label, FactType type) {}

  public static Builder builder() {
    return new Builder();
  }

  /** Gathers entities one fact at a time. */
  public static final class Builder {
    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Map<String, List<String>> enumerations = new LinkedHashMap<>();

    public Builder enumeration(String name, String... values) {
      enumerations.put(name, List.of(values));
      return this;
    }

    public Builder entity(String name, String zh, Fact... facts) {
      Map<String, Fact> byName = new LinkedHashMap<>();
      for (Fact fact : facts) {
        byName.put(fact.name(), fact);
      }
      entities.put(name, new Entity(name, new Text(zh, name), byName));
      return this;
    }

    public FactCatalogue build() {
      return new FactCatalogue(entities, enumerations);
    }
  }

  private static Fact fact(String name, String zh, FactType type) {
    return new Fact(name, new Text(zh, name), type);
  }

  public static Fact money(String name, String zh) {
    return fact(name, zh, new FactType.Number(Unit.Dimension.MONEY));
  }

  public static Fact number(String name, String zh) {
    return fact(name, zh, new FactType.Number(Unit.Dimension.ANY));
  }

  public static Fact text(String name, String zh) {
    return fact(name, zh, new FactType.Text());
  }

  public static Fact texts(String name, String zh) {
    return fact(name, zh, new FactType.Texts());
  }

  public static Fact truth(String name, String zh) {
    return fact(name, zh, new FactType.Truth());
  }

  public static Fact day(String name, String zh) {
    return fact(name, zh, new FactType.Day());
  }

  public static Fact moment(String name, String zh) {
    return fact(name, zh, new FactType.Moment());
  }

  public static Fact choice(String name, String zh, String enumeration) {
    return fact(name, zh, new FactType.Choice(enumeration));
  }

  public static Fact one(String name, String zh, String entity) {
    return fact(name, zh, new FactType.One(entity));
  }

  public static Fact many(String name, String zh, String entity) {
    return fact(name, zh, new FactType.Many(entity));
  }
}

package org.wuyou.policy.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  /** What is told in place of a fact whose module is not installed. */
  public static String absence(String module) {
    return "module " + module + " absent";
  }

  /** Entities that are declared by modules not installed, with what to tell of them. */
  public Map<String, String> absences() {
    Map<String, String> absences = new LinkedHashMap<>();
    entities.forEach(
        (name, entity) -> entity.absent().ifPresent(m -> absences.put(name, absence(m))));
    return absences;
  }

  /** The same catalogue as if all modules it knows of were installed. */
  public FactCatalogue whole() {
    Map<String, Entity> all = new LinkedHashMap<>();
    entities.forEach((name, entity) -> all.put(name, entity.whole()));
    return new FactCatalogue(all, enumerations);
  }

  /** The same catalogue with what {@code others} holds beside it, known to be absent. */
  public FactCatalogue with(String module, FactCatalogue others) {
    Map<String, Entity> all = new LinkedHashMap<>(entities);
    others.entities.forEach(
        (name, entity) ->
            all.merge(name, entity.ofAbsent(module), (one, other) -> one.and(other, module)));
    Map<String, List<String>> values = new LinkedHashMap<>(others.enumerations);
    values.putAll(enumerations);
    return new FactCatalogue(all, values);
  }

  /**
   * @param absent the module that declares it, if that is not installed
   */
  public record Entity(String name, Text label, Map<String, Fact> facts, Optional<String> absent) {
    public Entity {
      facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public Entity(String name, Text label, Map<String, Fact> facts) {
      this(name, label, facts, Optional.empty());
    }

    /** The module that must be installed for the fact to be there, if it is not. */
    public Optional<String> module(String fact) {
      Fact known = facts.get(fact);
      return known == null ? Optional.empty() : absent.or(known::absent);
    }

    private Entity whole() {
      Map<String, Fact> all = new LinkedHashMap<>();
      facts.forEach((fact, known) -> all.put(fact, new Fact(fact, known.label(), known.type())));
      return new Entity(name, label, all);
    }

    private Entity ofAbsent(String module) {
      return new Entity(name, label, facts, Optional.of(module));
    }

    private Entity and(Entity other, String module) {
      Map<String, Fact> all = new LinkedHashMap<>(facts);
      other.facts.forEach(
          (fact, declared) ->
              all.putIfAbsent(
                  fact, new Fact(fact, declared.label(), declared.type(), Optional.of(module))));
      return new Entity(name, label, all, absent);
    }
  }

  /**
   * @param absent the module that declares it, if that is not installed
   */
  public record Fact(String name, Text label, FactType type, Optional<String> absent) {
    public Fact(String name, Text label, FactType type) {
      this(name, label, type, Optional.empty());
    }
  }

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

    /** Further facts of an entity that is there already. */
    public Builder more(String name, Fact... facts) {
      Entity entity = Objects.requireNonNull(entities.get(name), name);
      Map<String, Fact> byName = new LinkedHashMap<>(entity.facts());
      for (Fact fact : facts) {
        byName.put(fact.name(), fact);
      }
      entities.put(name, new Entity(name, entity.label(), byName));
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

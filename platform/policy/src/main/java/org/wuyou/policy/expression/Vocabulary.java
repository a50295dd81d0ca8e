package org.wuyou.policy.expression;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.FactType;

/**
 * All names that expressions of one bundle may use.
 *
 * @param parameters dimension by name
 * @param readings choices by id
 * @param broken names of parameters and readings that could not be read; they mean nothing else
 */
public record Vocabulary(
    FactCatalogue catalogue,
    Map<String, Unit.Dimension> parameters,
    Map<String, List<String>> readings,
    Set<String> broken,
    Map<String, Map<String, DerivedFact>> derived) {

  /** The subject itself: {@code this.year} where a fact has the name of something built in. */
  static final String SUBJECT = "this";

  /** Names that mean the same everywhere. */
  static final Map<String, FactType> BUILT_IN =
      Map.of(
          "year", new FactType.Number(Unit.Dimension.ANY),
          "on", new FactType.Day(),
          "asOf", new FactType.Day(),
          "region", new FactType.Text());

  /** The same names and further facts of one entity. */
  Vocabulary with(String entity, Map<String, DerivedFact> more) {
    Map<String, Map<String, DerivedFact>> all = new HashMap<>(derived);
    Map<String, DerivedFact> together = new LinkedHashMap<>(derived.getOrDefault(entity, Map.of()));
    together.putAll(more);
    all.put(entity, together);
    return new Vocabulary(catalogue, parameters, readings, broken, all);
  }

  Optional<DerivedFact> derived(@Nullable String entity, String name) {
    return Optional.ofNullable(derived.getOrDefault(String.valueOf(entity), Map.of()).get(name));
  }

  /** The derived fact that a name at the beginning of an expression about the entity means. */
  Optional<DerivedFact> derivedRoot(@Nullable String entity, String name) {
    boolean another =
        name.equals(SUBJECT)
            || BUILT_IN.containsKey(name)
            || parameters.containsKey(name)
            || broken.contains(name);
    return another ? Optional.empty() : derived(entity, name);
  }

  /**
   * The type of a declared or derived fact of the entity; a derived one that could not be read
   * hides a declared one of its name.
   */
  Optional<FactType> fact(@Nullable String entity, String name) {
    Optional<DerivedFact> derived = derived(entity, name);
    if (derived.isPresent()) {
      return derived.filter(DerivedFact::defined).map(DerivedFact::type);
    }
    FactCatalogue.Entity declared = entity == null ? null : catalogue.entities().get(entity);
    return declared == null
        ? Optional.empty()
        : Optional.ofNullable(declared.facts().get(name)).map(FactCatalogue.Fact::type);
  }

  /** Names of all facts, declared and derived, of the entity. */
  Set<String> factNames(@Nullable String entity) {
    Set<String> names = new LinkedHashSet<>();
    FactCatalogue.Entity declared = entity == null ? null : catalogue.entities().get(entity);
    if (declared != null) {
      names.addAll(declared.facts().keySet());
    }
    names.addAll(derived.getOrDefault(String.valueOf(entity), Map.of()).keySet());
    return names;
  }

  /** Every name an expression about the entity may begin with, and its type. */
  Map<String, FactType> roots(@Nullable String entity) {
    Map<String, FactType> roots = new LinkedHashMap<>();
    for (String name : factNames(entity)) {
      fact(entity, name).ifPresent(type -> roots.put(name, type));
    }
    broken.forEach(roots::remove);
    parameters.forEach((id, dimension) -> roots.put(id, new FactType.Number(dimension)));
    roots.putAll(BUILT_IN);
    if (entity != null) {
      roots.put(SUBJECT, new FactType.One(entity));
    }
    return roots;
  }

  /** The type of one of the {@link #roots}. */
  Optional<FactType> root(@Nullable String entity, String name) {
    if (entity != null && name.equals(SUBJECT)) {
      return Optional.of(new FactType.One(entity));
    }
    FactType builtIn = BUILT_IN.get(name);
    if (builtIn != null) {
      return Optional.of(builtIn);
    }
    Unit.Dimension parameter = parameters.get(name);
    if (parameter != null) {
      return Optional.of(new FactType.Number(parameter));
    }
    return broken.contains(name) ? Optional.empty() : fact(entity, name);
  }

  /** The name of a declared or derived fact in both languages. */
  Optional<Text> label(@Nullable String entity, String name) {
    FactCatalogue.Entity declared = entity == null ? null : catalogue.entities().get(entity);
    return declared != null && declared.facts().containsKey(name)
        ? Optional.of(declared.facts().get(name).label())
        : derived(entity, name).map(DerivedFact::label);
  }

  /** What to tell of a declared fact whose module is not installed. */
  Optional<String> absent(@Nullable String entity, String name) {
    FactCatalogue.Entity declared = entity == null ? null : catalogue.entities().get(entity);
    return declared == null ? Optional.empty() : declared.module(name).map(FactCatalogue::absence);
  }
}

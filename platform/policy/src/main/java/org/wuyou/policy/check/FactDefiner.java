package org.wuyou.policy.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.ExpressionCompiler;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spelling;
import org.wuyou.policy.parse.Yaml;

/** Reads the facts a bundle derives, and defines each after those it is made of. */
final class FactDefiner {
  private final FactCatalogue catalogue;
  private final Problems problems;
  private final List<Declared> declared = new ArrayList<>();
  private final Map<String, Map<String, DerivedFact>> byEntity = new HashMap<>();

  FactDefiner(FactCatalogue catalogue, Problems problems) {
    this.catalogue = catalogue;
    this.problems = problems;
  }

  private final List<DerivedFact> made = new ArrayList<>();

  private record Declared(DerivedFact fact, Yaml.Scalar name, Yaml.Scalar source) {}

  void read(BundleFiles.Entry entry) {
    problems.sound(() -> declaration(entry)).ifPresent(declared::add);
  }

  /** The name is known even if what stands under it cannot be read: it then means nothing else. */
  private Optional<Declared> declaration(BundleFiles.Entry entry) {
    Optional<Yaml.Scalar> of = entry.keys().requiredScalar("of");
    Optional<Yaml.Scalar> value = entry.keys().requiredScalar("value");
    Text label = entry.keys().bilingual("name", ProblemCode.MISSING_KEY).orElse(new Text("", ""));
    entry.keys().close();
    if (of.isEmpty() || entity(of.get(), catalogue, problems).isEmpty()) {
      return Optional.empty();
    }
    String entity = of.get().text();
    DerivedFact fact = local(entry.name().text(), entity, label);
    DerivedFact first =
        byEntity.computeIfAbsent(entity, e -> new LinkedHashMap<>()).putIfAbsent(fact.name(), fact);
    if (first != null || catalogue.entity(entity).facts().containsKey(fact.name())) {
      taken(entity, entry.name());
      declared.removeIf(one -> one.fact().equals(first));
    }
    return value.map(source -> new Declared(fact, entry.name(), source));
  }

  private void taken(String entity, Yaml.Scalar name) {
    problems.add(
        ProblemCode.DUPLICATE_NAME,
        name.spot(),
        new Text(entity + " 已有 " + name.text(), entity + " already has a fact " + name.text()),
        new Text("换一个名称。", "Choose another name."));
  }

  /** Whether the entity already has a fact of the name, or {@code more} has; if so, tells it. */
  boolean taken(String entity, Yaml.Scalar name, Map<String, DerivedFact> more) {
    boolean taken =
        catalogue.entity(entity).facts().containsKey(name.text())
            || byEntity.getOrDefault(entity, Map.of()).containsKey(name.text())
            || more.containsKey(name.text());
    if (taken) {
      taken(entity, name);
    }
    return taken;
  }

  /** A fact that only part of the bundle knows, such as a figure of one calculation. */
  DerivedFact local(String name, String entity, Text label) {
    DerivedFact fact = new DerivedFact(name, entity, label, made.size());
    made.add(fact);
    return fact;
  }

  static Optional<String> entity(Yaml.Scalar name, FactCatalogue catalogue, Problems problems) {
    if (catalogue.entities().containsKey(name.text())) {
      return Optional.of(name.text());
    }
    Optional<String> meant = Spelling.nearest(name.text(), catalogue.entities().keySet());
    problems.add(
        ProblemCode.UNKNOWN_ENTITY,
        name.spot(),
        new Text(
            "没有实体 " + name.text() + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
            "no entity " + name.text() + meant.map(m -> "; did you mean " + m + "?").orElse("")),
        new Text(
            "已装模块提供：" + String.join("、", catalogue.entities().keySet()),
            "The installed modules give: " + String.join(", ", catalogue.entities().keySet())));
    return Optional.empty();
  }

  Map<String, Map<String, DerivedFact>> byEntity() {
    return byEntity;
  }

  /** All that were defined. */
  List<DerivedFact> all() {
    return made.stream().filter(DerivedFact::defined).toList();
  }

  /**
   * Defines each fact after those it reads; those that need each other are refused. One that cannot
   * be defined is left out, with what reads it.
   */
  void define(ExpressionCompiler compiler) {
    Map<DerivedFact, Declared> waiting = new LinkedHashMap<>();
    declared.forEach(one -> waiting.put(one.fact(), one));
    Map<DerivedFact, Set<DerivedFact>> needs = needs(waiting, compiler);
    while (needs.containsValue(Set.of())) {
      needs.forEach(
          (fact, others) -> {
            if (others.isEmpty()) {
              Yaml.Scalar source = waiting.remove(fact).source();
              problems.sound(() -> compiler.define(fact, source));
            }
          });
      needs = needs(waiting, compiler);
    }
    Map<DerivedFact, Set<DerivedFact>> left = needs;
    waiting.values().forEach(one -> problems.sound(() -> cycle(one, left)));
  }

  /**
   * Which of those waiting each one reads. It is found anew each time, since what a path leads to
   * is known only when the derived facts on it are defined.
   */
  private static Map<DerivedFact, Set<DerivedFact>> needs(
      Map<DerivedFact, Declared> waiting, ExpressionCompiler compiler) {
    Map<DerivedFact, Set<DerivedFact>> needs = new LinkedHashMap<>();
    waiting.forEach(
        (fact, one) -> {
          Set<DerivedFact> others =
              new LinkedHashSet<>(compiler.reads(one.source(), fact.entity()));
          others.retainAll(waiting.keySet());
          needs.put(fact, others);
        });
    return needs;
  }

  /** Tells why the fact cannot be defined; there is none then. */
  private Optional<DerivedFact> cycle(Declared one, Map<DerivedFact, Set<DerivedFact>> needs) {
    DerivedFact fact = one.fact();
    List<String> others =
        needs.getOrDefault(fact, Set.of()).stream()
            .filter(other -> reached(other, needs).contains(fact))
            .map(other -> called(other, fact.entity()))
            .toList();
    if (others.isEmpty()) {
      // It needs a cycle without being part of it: that one is told.
      problems.stop();
      return Optional.empty();
    }
    String names = String.join(", ", others);
    problems.add(
        ProblemCode.CYCLE,
        one.name().spot(),
        new Text(
            fact.name() + " 依赖 " + names + "，绕回自身",
            fact.name() + " needs " + names + ", which leads back to it"),
        new Text("让其中一个直接从登记数据得出。", "Derive one of them from the register directly."));
    return Optional.empty();
  }

  /** The fact, and all that it needs. */
  private static Set<DerivedFact> reached(
      DerivedFact from, Map<DerivedFact, Set<DerivedFact>> needs) {
    Set<DerivedFact> reached = new LinkedHashSet<>(Set.of(from));
    Deque<DerivedFact> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      needs.getOrDefault(next.remove(), Set.of()).stream().filter(reached::add).forEach(next::add);
    }
    return reached;
  }

  private static String called(DerivedFact fact, String entity) {
    return fact.entity().equals(entity) ? fact.name() : fact.entity() + "." + fact.name();
  }
}

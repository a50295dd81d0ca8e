package org.wuyou.policy.expression;

import dev.cel.common.ast.CelExpr;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.facts.FactType;

/**
 * What the names of a parsed expression mean, as far as that can be told without the checker: of
 * which entity each fact is, and which of them the bundle derives.
 */
final class Sketch {
  private final Vocabulary vocabulary;
  private final @Nullable String entity;

  /** By loop variable around: the entity it stands for, if it is one. */
  private final Map<String, Optional<String>> locals = new HashMap<>();

  private final Map<Long, String> owners = new HashMap<>();
  private final Set<DerivedFact> derived = new LinkedHashSet<>();

  private Sketch(Vocabulary vocabulary, @Nullable String entity) {
    this.vocabulary = vocabulary;
    this.entity = entity;
  }

  /** Of an expression about the entity. */
  static Sketch of(CelExpr root, Vocabulary vocabulary, @Nullable String entity) {
    Sketch sketch = new Sketch(vocabulary, entity);
    sketch.walk(root);
    return sketch;
  }

  /** The entity of what the selection with this id selects from. */
  Optional<String> ownerOfSelect(long id) {
    return Optional.ofNullable(owners.get(id));
  }

  /**
   * The derived facts it reads itself. Those reached through a derived fact that is not defined yet
   * are among them only once that one is.
   */
  Set<DerivedFact> derived() {
    return derived;
  }

  /** The entity that the expression gives one of, or many of. */
  private Optional<String> walk(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> name(expr.ident().name());
      case SELECT -> {
        Optional<String> owner = walk(expr.select().operand());
        String field = expr.select().field();
        owner.ifPresent(of -> owners.put(expr.id(), of));
        owner.flatMap(of -> vocabulary.derived(of, field)).ifPresent(derived::add);
        yield owner.flatMap(of -> vocabulary.fact(of, field)).flatMap(Sketch::entityOf);
      }
      case CALL -> {
        Optional<String> target = expr.call().target().flatMap(this::walk);
        Optional<String> argument = last(expr.call().args());
        yield target.or(() -> argument);
      }
      case LIST -> last(expr.list().elements());
      case COMPREHENSION -> comprehension(expr.comprehension());
      default -> Optional.empty();
    };
  }

  private Optional<String> name(String name) {
    Optional<String> local = locals.get(name);
    if (local != null) {
      return local;
    }
    vocabulary.derivedRoot(entity, name).ifPresent(derived::add);
    return vocabulary.root(entity, name).flatMap(Sketch::entityOf);
  }

  /** Walks them all; of a choice between two subjects the last tells what it gives. */
  private Optional<String> last(List<CelExpr> all) {
    Optional<String> last = Optional.empty();
    for (CelExpr expr : all) {
      Optional<String> found = walk(expr);
      last = found.isPresent() ? found : last;
    }
    return last;
  }

  /** What a loop gathers is told by its step: the elements themselves, or what they lead to. */
  private Optional<String> comprehension(CelExpr.CelComprehension loop) {
    Optional<String> element = walk(loop.iterRange());
    Optional<String> outer = locals.put(loop.iterVar(), element);
    Optional<String> gathered = walk(loop.loopStep());
    if (outer == null) {
      locals.remove(loop.iterVar());
    } else {
      locals.put(loop.iterVar(), outer);
    }
    return gathered;
  }

  private static Optional<String> entityOf(FactType type) {
    return switch (type) {
      case FactType.One one -> Optional.of(one.entity());
      case FactType.Many many -> Optional.of(many.entity());
      default -> Optional.empty();
    };
  }
}

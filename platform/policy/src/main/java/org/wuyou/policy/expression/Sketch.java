package org.wuyou.policy.expression;

import dev.cel.common.ast.CelExpr;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.facts.FactType;

/**
 * Types of a parsed expression as far as they can be told when the checker has given up: enough to
 * say on which entity a fact was looked for.
 */
final class Sketch {
  private final Vocabulary vocabulary;
  private final @Nullable String entity;
  private final Map<String, String> elements = new HashMap<>();
  private Optional<String> owner = Optional.empty();

  Sketch(Vocabulary vocabulary, @Nullable String entity) {
    this.vocabulary = vocabulary;
    this.entity = entity;
  }

  /** The entity of the operand of the selection with this id. */
  Optional<String> ownerOfSelect(CelExpr root, long selectId) {
    walk(root, selectId);
    return owner;
  }

  /** The entity that the expression gives one of, or many of. */
  private Optional<String> walk(CelExpr expr, long wanted) {
    return switch (expr.getKind()) {
      case IDENT -> {
        String name = expr.ident().name();
        yield elements.containsKey(name)
            ? Optional.of(elements.get(name))
            : Optional.ofNullable(vocabulary.roots(entity).get(name)).flatMap(Sketch::entityOf);
      }
      case SELECT -> {
        Optional<String> operand = walk(expr.select().operand(), wanted);
        if (expr.id() == wanted) {
          owner = operand;
        }
        yield operand
            .flatMap(name -> vocabulary.fact(name, expr.select().field()))
            .flatMap(Sketch::entityOf);
      }
      case CALL -> {
        Optional<String> target = expr.call().target().flatMap(inner -> walk(inner, wanted));
        Optional<String> last = Optional.empty();
        for (CelExpr argument : expr.call().args()) {
          last = walk(argument, wanted).or(() -> Optional.empty());
        }
        yield target.isPresent() ? target : last;
      }
      case LIST -> {
        expr.list().elements().forEach(element -> walk(element, wanted));
        yield Optional.empty();
      }
      case COMPREHENSION -> {
        Optional<String> range = walk(expr.comprehension().iterRange(), wanted);
        range.ifPresent(name -> elements.put(expr.comprehension().iterVar(), name));
        walk(expr.comprehension().loopStep(), wanted);
        yield range;
      }
      default -> Optional.empty();
    };
  }

  private static Optional<String> entityOf(FactType type) {
    return switch (type) {
      case FactType.One one -> Optional.of(one.entity());
      case FactType.Many many -> Optional.of(many.entity());
      default -> Optional.empty();
    };
  }
}

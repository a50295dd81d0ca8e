package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.model.Award;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Item;
import org.wuyou.policy.model.Tier;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Yaml;

/** Reads benefits. */
final class BenefitReader {
  private final RuleContext context;
  private final AwardReader awards;

  BenefitReader(RuleContext context, Registers<Tier> tiers) {
    this.context = context;
    this.awards = new AwardReader(context, tiers);
  }

  Optional<Benefit> read(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Head head = context.head(entry);
    Optional<String> entity = context.entity(keys, "of");
    Optional<Expression> to = context.subject(keys, "to", entity);
    Optional<Expression> where = context.condition(keys, "where", entity);
    List<Item> items = context.items(keys, "all", entity);
    Optional<Benefit.Once> once = entity.flatMap(e -> once(keys, e));
    keys.has("once");
    Optional<Award> award = entity.flatMap(e -> awards.read(keys, e));
    keys.has("amount");
    keys.close();
    return entity.flatMap(e -> award.map(a -> new Benefit(head, e, to, where, items, once, a)));
  }

  /** The expressions by which claims are the same; with {@code first} if an order is given. */
  private Optional<Benefit.Once> once(Keys keys, String entity) {
    Optional<Yaml> value = keys.get("once");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof Yaml.Mapping) {
      Keys once = context.keys(value.get());
      List<Expression> by = expressions(once.scalars("by"), entity);
      Optional<Expression> first = context.expression(once, "first", entity, Wanted.ORDERED);
      if (!once.has("by")) {
        once.missing("by");
      }
      once.close();
      return Optional.of(new Benefit.Once(by, first));
    }
    return Optional.of(
        new Benefit.Once(expressions(keys.scalars("once"), entity), Optional.empty()));
  }

  private List<Expression> expressions(List<Yaml.Scalar> sources, String entity) {
    List<Expression> expressions = new ArrayList<>();
    for (Yaml.Scalar source : sources) {
      context.expressions().compile(source, entity, Wanted.ANYTHING).ifPresent(expressions::add);
    }
    return expressions;
  }
}

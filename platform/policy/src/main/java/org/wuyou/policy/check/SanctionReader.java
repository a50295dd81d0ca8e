package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Sanction;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Yaml;

/** Reads sanctions. */
final class SanctionReader {
  private final RuleContext context;

  SanctionReader(RuleContext context) {
    this.context = context;
  }

  Optional<Sanction> read(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Head head = context.head(entry);
    Optional<String> entity = context.entity(keys, "of");
    Optional<Expression> where = context.condition(keys, "where", entity);
    List<Sanction.Fault> faults = new ArrayList<>();
    for (Yaml value : keys.items("faults")) {
      Keys fault = context.keys(value);
      Optional<Expression> plan =
          entity.flatMap(e -> context.expression(fault, "plan", e, Wanted.NUMBER));
      fault.has("plan");
      context.item(fault, entity).ifPresent(item -> faults.add(new Sanction.Fault(item, plan)));
    }
    if (!keys.has("faults")) {
      keys.missing("faults");
    }
    Optional<Expression> any = context.expression(keys, "any", null, Wanted.TRUTH);
    List<Sanction.Effect> effects = new ArrayList<>();
    for (Yaml value : keys.items("effects")) {
      Keys effect = context.keys(value);
      Optional<Yaml.Scalar> id = effect.requiredScalar("id");
      Text name = context.name(effect);
      effect.close();
      id.ifPresent(i -> effects.add(new Sanction.Effect(i.text(), name)));
    }
    if (!keys.has("effects")) {
      keys.missing("effects");
    }
    keys.close();
    return entity.map(e -> new Sanction(head, e, where, faults, any, effects));
  }
}

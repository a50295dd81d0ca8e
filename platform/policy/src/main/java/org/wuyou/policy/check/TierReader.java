package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Tier;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Yaml;

/** Reads tiers. */
final class TierReader {
  private final RuleContext context;

  TierReader(RuleContext context) {
    this.context = context;
  }

  Optional<Tier> read(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Optional<String> entity = context.entity(keys, "of");
    Head head = context.head(entry);
    if (entity.isEmpty()) {
      keys.close();
      return Optional.empty();
    }
    Optional<Expression> when = context.expression(keys, "when", entity.get(), Wanted.TRUTH);
    List<Tier.Band> bands = new ArrayList<>();
    for (Yaml item : keys.items("bands")) {
      Keys band = context.keys(item);
      Optional<String> id = band.requiredScalar("id").map(Yaml.Scalar::text);
      Text name = context.name(band);
      Optional<Expression> condition = context.required(band, "if", entity.get(), Wanted.TRUTH);
      Optional<Parameter> value = context.parameter(band, "value");
      band.close();
      if (id.isPresent() && condition.isPresent()) {
        bands.add(new Tier.Band(id.get(), name, condition.get(), value));
      }
    }
    keys.close();
    return Optional.of(new Tier(head, entity.get(), when, bands));
  }
}

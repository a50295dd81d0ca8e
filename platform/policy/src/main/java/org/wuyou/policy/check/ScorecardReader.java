package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Indicator;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Yaml;

/** Reads scorecards. */
final class ScorecardReader {
  private final RuleContext context;
  private final Registers<Indicator> indicators;
  private final Registers<Target> targets;

  ScorecardReader(RuleContext context, Registers<Indicator> indicators, Registers<Target> targets) {
    this.context = context;
    this.indicators = indicators;
    this.targets = targets;
  }

  Optional<Scorecard> read(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Head head = context.head(entry);
    List<Scorecard.Column> columns = new ArrayList<>();
    for (Yaml value : keys.items("columns")) {
      Keys column = context.keys(value);
      Optional<Indicator> indicator = column.requiredScalar("indicator").flatMap(indicators::find);
      Optional<Target> target = column.scalar("target").flatMap(targets::find);
      Optional<Parameter> weight = context.parameter(column, "weight");
      column.close();
      indicator.ifPresent(i -> columns.add(new Scorecard.Column(i, target, weight)));
    }
    Optional<Expression> composite = context.expression(keys, "composite", null, Wanted.TRUTH);
    keys.close();
    return Optional.of(new Scorecard(head, columns, composite));
  }
}

package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.model.TargetGroup;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Yaml;

/** Reads groups of targets: {@code overall: [id, {target: id, when: …}]}. */
final class TargetGroupReader {
  private final RuleContext context;
  private final Registers<Target> targets;

  TargetGroupReader(RuleContext context, Registers<Target> targets) {
    this.context = context;
    this.targets = targets;
  }

  Optional<TargetGroup> read(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Head head = context.head(entry);
    List<TargetGroup.Member> members = new ArrayList<>();
    for (Yaml value : keys.items("overall")) {
      member(value).ifPresent(members::add);
    }
    if (!keys.has("overall")) {
      keys.missing("overall");
    }
    keys.close();
    return Optional.of(new TargetGroup(head, members));
  }

  private Optional<TargetGroup.Member> member(Yaml value) {
    if (value instanceof Yaml.Scalar id) {
      return targets.find(id).map(target -> new TargetGroup.Member(target, Optional.empty()));
    }
    Keys keys = context.keys(value);
    Optional<Target> target = keys.requiredScalar("target").flatMap(targets::find);
    Optional<Expression> when = context.expression(keys, "when", null, Wanted.TRUTH);
    keys.close();
    return target.map(t -> new TargetGroup.Member(t, when));
  }
}

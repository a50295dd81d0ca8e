package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Item;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Selection;
import org.wuyou.policy.model.SortKey;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Yaml;

/** Reads selections. */
final class SelectionReader {
  private final RuleContext context;

  SelectionReader(RuleContext context) {
    this.context = context;
  }

  Optional<Selection> read(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Head head = context.head(entry);
    Optional<String> entity = context.entity(keys, "of");
    Optional<Expression> where = context.condition(keys, "where", entity);
    List<Item> items = context.items(keys, "all", entity);
    Optional<Parameter> top = keys.requiredScalar("top").flatMap(context.parameters()::find);
    Optional<Parameter> waiting = context.parameter(keys, "waiting");
    List<SortKey> order = new SortReader(context).read(keys, "order", entity);
    if (!keys.has("order")) {
      keys.missing("order");
    }
    List<Expression> needs = new ArrayList<>();
    for (Yaml.Scalar source : keys.scalars("needs")) {
      entity
          .flatMap(e -> context.expressions().compile(source, e, Wanted.ANYTHING))
          .ifPresent(needs::add);
    }
    keys.close();
    return entity.flatMap(
        e -> top.map(t -> new Selection(head, e, where, items, t, waiting, order, needs)));
  }
}

package org.wuyou.policy.check;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Priority;
import org.wuyou.policy.model.SortKey;
import org.wuyou.policy.parse.Keys;

/** Reads priorities. */
final class PriorityReader {
  private final RuleContext context;

  PriorityReader(RuleContext context) {
    this.context = context;
  }

  Optional<Priority> read(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Head head = context.head(entry);
    Optional<String> entity = context.entity(keys, "of");
    Optional<Expression> where = context.condition(keys, "where", entity);
    List<SortKey> order = new SortReader(context).read(keys, "order", entity);
    if (!keys.has("order")) {
      keys.missing("order");
    }
    keys.close();
    return entity.map(e -> new Priority(head, e, where, order));
  }
}

package org.wuyou.policy.check;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Item;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.parse.Keys;

/** Reads standards. */
final class StandardReader {
  private final RuleContext context;

  StandardReader(RuleContext context) {
    this.context = context;
  }

  Optional<Standard> read(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Head head = context.head(entry);
    Optional<String> entity = context.entity(keys, "of");
    Optional<Expression> where = context.condition(keys, "where", entity);
    List<Item> items = context.items(keys, "all", entity);
    if (!keys.has("all")) {
      keys.missing("all");
    }
    keys.close();
    return entity.map(e -> new Standard(head, e, where, items));
  }
}

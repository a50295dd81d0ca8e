package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Roster;
import org.wuyou.policy.model.SortKey;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Yaml;

/** Reads lists. */
final class RosterReader {
  private final RuleContext context;

  RosterReader(RuleContext context) {
    this.context = context;
  }

  Optional<Roster> read(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Head head = context.head(entry);
    Optional<String> entity = context.entity(keys, "of");
    Optional<Expression> where = context.condition(keys, "where", entity);
    Optional<Expression> except = context.condition(keys, "except", entity);
    List<Roster.Column> columns = new ArrayList<>();
    for (Yaml value : keys.items("columns")) {
      entity.flatMap(e -> column(value, e)).ifPresent(columns::add);
    }
    List<SortKey> order = new SortReader(context).read(keys, "order", entity);
    keys.close();
    return entity.map(e -> new Roster(head, e, where, except, columns, order));
  }

  private Optional<Roster.Column> column(Yaml value, String entity) {
    Keys keys = context.keys(value);
    Optional<Yaml.Scalar> id = keys.requiredScalar("id");
    Text name = context.name(keys);
    Optional<Unit> unit = keys.has("unit") ? context.declarations().unit(keys) : Optional.empty();
    Optional<Expression> figure = context.required(keys, "value", entity, Wanted.ORDERED);
    figure.ifPresent(f -> context.sameDimension(keys, "unit", f, unit));
    keys.close();
    return id.flatMap(i -> figure.map(f -> new Roster.Column(i.text(), name, unit, f)));
  }
}

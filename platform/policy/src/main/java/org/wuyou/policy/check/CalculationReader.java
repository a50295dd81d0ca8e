package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.model.Calculation;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Yaml;

/** Reads calculations; each figure is a fact that the later ones of the same calculation know. */
final class CalculationReader {
  private final RuleContext context;

  CalculationReader(RuleContext context) {
    this.context = context;
  }

  Optional<Calculation> read(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Head head = context.head(entry);
    Optional<String> entity = context.entity(keys, "of");
    Optional<Expression> to = context.subject(keys, "to", entity);
    Optional<Expression> where = context.condition(keys, "where", entity);
    List<Calculation.Figure> figures = new ArrayList<>();
    Map<String, DerivedFact> known = new LinkedHashMap<>();
    for (Yaml value : keys.items("figures")) {
      entity.flatMap(e -> figure(value, e, known)).ifPresent(figures::add);
    }
    if (!keys.has("figures")) {
      keys.missing("figures");
    }
    keys.close();
    return entity.map(e -> new Calculation(head, e, to, where, figures));
  }

  private Optional<Calculation.Figure> figure(
      Yaml value, String entity, Map<String, DerivedFact> known) {
    Keys keys = context.keys(value);
    Optional<Yaml.Scalar> id = keys.requiredScalar("id");
    Text name = context.name(keys);
    Optional<Unit> unit = keys.has("unit") ? context.declarations().unit(keys) : Optional.empty();
    Optional<Yaml.Scalar> source = keys.requiredScalar("value");
    keys.close();
    if (id.isEmpty() || source.isEmpty() || context.facts().taken(entity, id.get(), known)) {
      return Optional.empty();
    }
    DerivedFact fact = context.facts().local(id.get().text(), entity, name);
    Optional<Expression> expression =
        context.expressions().knowing(entity, known).define(fact, source.get());
    known.put(fact.name(), fact);
    expression.ifPresent(f -> context.sameDimension(keys, "unit", f, unit));
    return expression.map(e -> new Calculation.Figure(fact.name(), name, unit, e));
  }
}

package org.wuyou.policy.check;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.model.Indicator;
import org.wuyou.policy.model.Population;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Yaml;

/** Reads indicators. */
final class IndicatorReader {
  private final RuleContext context;
  private final Registers<Indicator> earlier;

  /**
   * A reader for one bundle.
   *
   * @param earlier indicators that were read before, of which one may be put together
   */
  IndicatorReader(RuleContext context, Registers<Indicator> earlier) {
    this.context = context;
    this.earlier = earlier;
  }

  Optional<Indicator> read(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Text name = context.name(keys);
    Optional<Unit> unit = context.declarations().unit(keys);
    Optional<String> each = keys.has("each") ? context.entity(keys, "each") : Optional.empty();
    @Nullable String owner = each.orElse(null);
    Optional<Expression> eachWhere =
        owner == null
            ? Optional.empty()
            : context.expression(keys, "eachWhere", owner, Wanted.TRUTH);
    Optional<Population> population = population(keys, owner);
    @Nullable String member = population.map(Population::entity).orElse(owner);
    Optional<Indicator.Measure> measure = measure(keys, owner, member);
    keys.close();
    return unit.isEmpty() || measure.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Indicator(
                entry.name().text(), name, unit.get(), each, eachWhere, population, measure.get()));
  }

  private Optional<Population> population(Keys keys, @Nullable String owner) {
    Optional<Yaml.Scalar> members = keys.scalar("members");
    if (members.isPresent() && owner != null) {
      Optional<Expression> relation =
          context.expressions().compile(members.get(), owner, Wanted.SUBJECTS);
      return relation.map(
          expression -> {
            String entity = ((FactType.Many) expression.type()).entity();
            return new Population(
                entity,
                Optional.of(expression),
                context.expression(keys, "where", entity, Wanted.TRUTH));
          });
    }
    if (!keys.has("over")) {
      return Optional.empty();
    }
    return context
        .entity(keys, "over")
        .map(
            entity ->
                new Population(
                    entity,
                    Optional.empty(),
                    context.expression(keys, "where", entity, Wanted.TRUTH)));
  }

  private Optional<Indicator.Measure> measure(
      Keys keys, @Nullable String owner, @Nullable String member) {
    Optional<Yaml.Scalar> kind = keys.requiredScalar("kind");
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    return switch (kind.get().text()) {
      case "count" ->
          context.required(keys, "having", member, Wanted.TRUTH).map(Indicator.Count::new);
      case "netIncrease" ->
          context
              .required(keys, "having", member, Wanted.TRUTH)
              .map(
                  having ->
                      new Indicator.NetIncrease(
                          having, context.expression(keys, "since", owner, Wanted.NUMBER)));
      case "share" ->
          context.required(keys, "having", member, Wanted.TRUTH).map(Indicator.Share::new);
      case "sum" -> context.required(keys, "value", member, Wanted.NUMBER).map(Indicator.Sum::new);
      case "ratio" -> {
        Optional<Expression> value = context.required(keys, "value", member, Wanted.NUMBER);
        Optional<Expression> per = context.required(keys, "per", member, Wanted.NUMBER);
        yield value.flatMap(v -> per.map(p -> new Indicator.Ratio(v, p)));
      }
      case "growth" -> {
        Optional<Expression> sameList = context.expression(keys, "sameList", owner, Wanted.TRUTH);
        yield context
            .required(keys, "value", member, Wanted.NUMBER)
            .map(value -> new Indicator.Growth(value, sameList));
      }
      case "yearlyGrowth" -> {
        Optional<Expression> value = context.required(keys, "value", owner, Wanted.NUMBER);
        Optional<Expression> since = context.required(keys, "since", owner, Wanted.NUMBER);
        Optional<Expression> arithmetic =
            context.expression(keys, "arithmetic", owner, Wanted.TRUTH);
        yield value.flatMap(v -> since.map(s -> new Indicator.YearlyGrowth(v, s, arithmetic)));
      }
      case "together" -> together(keys);
      case "figure" ->
          context.required(keys, "value", owner, Wanted.ANYTHING).map(Indicator.Plain::new);
      default -> {
        context.unknownValue(
            kind.get(),
            List.of(
                "count",
                "netIncrease",
                "share",
                "sum",
                "ratio",
                "growth",
                "yearlyGrowth",
                "figure",
                "together"));
        yield Optional.empty();
      }
    };
  }

  private Optional<Indicator.Measure> together(Keys keys) {
    if (!keys.has("of")) {
      keys.missing("of");
    }
    List<Optional<Indicator>> parts = keys.scalars("of").stream().map(earlier::find).toList();
    return parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(new Indicator.Together(parts.stream().map(Optional::orElseThrow).toList()));
  }
}

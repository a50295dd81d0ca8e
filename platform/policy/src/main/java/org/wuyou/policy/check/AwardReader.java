package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.model.Amount;
import org.wuyou.policy.model.Award;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Tier;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Yaml;

/** Reads how much a benefit gives: {@code open}, or one of the ways of setting an amount. */
final class AwardReader {
  private final RuleContext context;
  private final Registers<Tier> tiers;

  AwardReader(RuleContext context, Registers<Tier> tiers) {
    this.context = context;
    this.tiers = tiers;
  }

  Optional<Award> read(Keys rule, String entity) {
    Optional<Yaml> value = rule.get("amount");
    if (value.isEmpty()) {
      rule.missing("amount");
      return Optional.empty();
    }
    if (value.get() instanceof Yaml.Scalar word) {
      if (!word.text().equals("open")) {
        context.unknownValue(word, List.of("open"));
      }
      return Optional.of(award(new Amount.Open()));
    }
    Keys keys = context.keys(value.get());
    Optional<Amount> amount = amount(keys, entity);
    Optional<Parameter> cap = context.parameter(keys, "cap");
    cap.ifPresent(p -> money(keys, "cap", p));
    Optional<Expression> less = context.expression(keys, "less", entity, Wanted.NUMBER);
    Optional<Unit> unit = keys.has("unit") ? context.declarations().unit(keys) : Optional.empty();
    keys.close();
    return amount.map(a -> new Award(a, cap, less, unit.orElse(Unit.WAN_YUAN)));
  }

  private static Award award(Amount amount) {
    return new Award(amount, Optional.empty(), Optional.empty(), Unit.WAN_YUAN);
  }

  /** Asked in one order, so that a wrong key is told with all the right ones. */
  private Optional<Amount> amount(Keys keys, String entity) {
    Optional<Parameter> flat = context.parameter(keys, "flat");
    Optional<Tier> tier = keys.scalar("tier").flatMap(tiers::find);
    Optional<Expression> by = context.expression(keys, "by", entity, Wanted.TEXT);
    Map<String, Parameter> choices = choices(keys, by);
    Optional<Expression> of = context.expression(keys, "of", entity, Wanted.NUMBER);
    Optional<Parameter> rate = context.parameter(keys, "rate");
    List<Amount.Step> steps = steps(keys);
    List<Amount.Slice> slices = slices(keys);
    List<Amount.Share> shares = shares(keys);
    if (keys.has("flat")) {
      flat.ifPresent(p -> money(keys, "flat", p));
      return flat.map(Amount.Flat::new);
    }
    if (keys.has("tier")) {
      return tier.map(Amount.Band::new);
    }
    if (keys.has("by")) {
      return by.map(expression -> new Amount.Choice(expression, choices));
    }
    if (!keys.has("of")) {
      keys.missingOneOf("flat", "tier", "by", "of");
      return Optional.empty();
    }
    if (keys.has("rate")) {
      return of.flatMap(figure -> rate.map(r -> new Amount.Rate(figure, r)));
    }
    if (steps.isEmpty() && slices.isEmpty() && shares.isEmpty()) {
      keys.missingOneOf("rate", "steps", "scale", "shares");
      return Optional.empty();
    }
    return of.map(figure -> laddered(figure, steps, slices, shares));
  }

  private static Amount laddered(
      Expression of,
      List<Amount.Step> steps,
      List<Amount.Slice> slices,
      List<Amount.Share> shares) {
    if (!steps.isEmpty()) {
      return new Amount.Steps(of, steps);
    }
    return slices.isEmpty() ? new Amount.Shares(of, shares) : new Amount.Scale(of, slices);
  }

  private Map<String, Parameter> choices(Keys keys, Optional<Expression> by) {
    Map<String, Parameter> choices = new LinkedHashMap<>();
    List<String> known =
        by.map(Expression::type)
            .filter(FactType.Choice.class::isInstance)
            .map(type -> ((FactType.Choice) type).enumeration())
            .map(name -> context.catalogue().enumerations().getOrDefault(name, List.of()))
            .orElse(List.of());
    keys.entries("choices")
        .forEach(
            (word, value) -> {
              if (!known.isEmpty() && !known.contains(word.text())) {
                context.unknownValue(word, known);
              }
              if (value instanceof Yaml.Scalar name) {
                context.parameters().find(name).ifPresent(p -> choices.put(word.text(), p));
              } else {
                Keys.wrongShape(context.problems(), value.spot(), "参数名", "the name of a parameter");
              }
            });
    if (keys.has("by") && !keys.has("choices")) {
      keys.missing("choices");
    }
    return choices;
  }

  private List<Amount.Step> steps(Keys keys) {
    List<Amount.Step> steps = new ArrayList<>();
    for (Yaml value : keys.items("steps")) {
      Keys step = context.keys(value);
      Optional<Parameter> from = step.requiredScalar("from").flatMap(context.parameters()::find);
      Optional<Parameter> pay = step.requiredScalar("pay").flatMap(context.parameters()::find);
      pay.ifPresent(p -> money(step, "pay", p));
      step.close();
      from.ifPresent(f -> pay.ifPresent(p -> steps.add(new Amount.Step(f, p))));
    }
    return steps;
  }

  private List<Amount.Slice> slices(Keys keys) {
    List<Amount.Slice> slices = new ArrayList<>();
    for (Yaml value : keys.items("scale")) {
      Keys slice = context.keys(value);
      Optional<Parameter> upTo = context.parameter(slice, "upTo");
      Optional<Parameter> rate = slice.requiredScalar("rate").flatMap(context.parameters()::find);
      slice.close();
      rate.ifPresent(r -> slices.add(new Amount.Slice(upTo, r)));
    }
    return slices;
  }

  private List<Amount.Share> shares(Keys keys) {
    List<Amount.Share> shares = new ArrayList<>();
    for (Yaml value : keys.items("shares")) {
      Keys share = context.keys(value);
      Optional<Yaml.Scalar> id = share.requiredScalar("id");
      Text name = context.name(share);
      Optional<Parameter> rate = share.requiredScalar("rate").flatMap(context.parameters()::find);
      share.close();
      id.ifPresent(i -> rate.ifPresent(r -> shares.add(new Amount.Share(i.text(), name, r))));
    }
    return shares;
  }

  private void money(Keys keys, String key, Parameter parameter) {
    if (parameter.unit().dimension() != Unit.Dimension.MONEY) {
      context
          .problems()
          .add(
              ProblemCode.WRONG_UNIT,
              keys.scalar(key).orElseThrow().spot(),
              new Text(
                  "金额须以钱计，参数以" + parameter.unit().zh() + "计",
                  "an amount is money, the parameter is in " + parameter.unit().label().en()),
              new Text("改用以元、万元计的参数。", "Use a parameter in yuan or 10,000 yuan."));
    }
  }
}

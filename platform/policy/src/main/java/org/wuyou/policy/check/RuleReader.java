package org.wuyou.policy.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Operator;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.Words;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.model.Indicator;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Population;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.model.Tier;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spelling;
import org.wuyou.policy.parse.Yaml;

/** Reads tiers, indicators, targets, standards and scorecards. */
final class RuleReader {
  private static final Text NAMELESS = new Text("", "");

  private final FactCatalogue catalogue;
  private final ExpressionCompiler expressions;
  private final HeadReader heads;
  private final DeclarationReader declarations;
  private final Registers<Parameter> parameters;
  private final Problems problems;

  RuleReader(
      FactCatalogue catalogue,
      ExpressionCompiler expressions,
      HeadReader heads,
      DeclarationReader declarations,
      Registers<Parameter> parameters,
      Problems problems) {
    this.catalogue = catalogue;
    this.expressions = expressions;
    this.heads = heads;
    this.declarations = declarations;
    this.parameters = parameters;
    this.problems = problems;
  }

  Optional<Tier> tier(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Optional<String> entity = entity(keys, "of");
    var head = heads.head(entry);
    if (entity.isEmpty()) {
      keys.close();
      return Optional.empty();
    }
    Optional<Expression> when = expression(keys, "when", entity.get(), Wanted.TRUTH);
    List<Tier.Band> bands = new ArrayList<>();
    for (Yaml item : keys.items("bands")) {
      Keys band = Keys.of(item, problems);
      Optional<String> id = band.requiredScalar("id").map(Yaml.Scalar::text);
      Text name = band.bilingual("name", ProblemCode.MISSING_KEY).orElse(NAMELESS);
      Optional<Expression> condition = required(band, "if", entity.get(), Wanted.TRUTH);
      Optional<Parameter> value = band.scalar("value").flatMap(parameters::find);
      band.close();
      if (id.isPresent() && condition.isPresent()) {
        bands.add(new Tier.Band(id.get(), name, condition.get(), value));
      }
    }
    keys.close();
    return Optional.of(new Tier(head, entity.get(), when, bands));
  }

  Optional<Indicator> indicator(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Text name = keys.bilingual("name", ProblemCode.MISSING_KEY).orElse(NAMELESS);
    Optional<Unit> unit = declarations.unit(keys);
    Optional<String> each = keys.has("each") ? entity(keys, "each") : Optional.empty();
    @Nullable String owner = each.orElse(null);
    Optional<Expression> eachWhere =
        owner == null ? Optional.empty() : expression(keys, "eachWhere", owner, Wanted.TRUTH);
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
      Optional<Expression> relation = expressions.compile(members.get(), owner, Wanted.SUBJECTS);
      return relation.map(
          expression -> {
            String entity = ((FactType.Many) expression.type()).entity();
            return new Population(
                entity, Optional.of(expression), expression(keys, "where", entity, Wanted.TRUTH));
          });
    }
    if (!keys.has("over")) {
      return Optional.empty();
    }
    return entity(keys, "over")
        .map(
            entity ->
                new Population(
                    entity, Optional.empty(), expression(keys, "where", entity, Wanted.TRUTH)));
  }

  private Optional<Indicator.Measure> measure(
      Keys keys, @Nullable String owner, @Nullable String member) {
    Optional<Yaml.Scalar> kind = keys.requiredScalar("kind");
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    return switch (kind.get().text()) {
      case "count" -> required(keys, "having", member, Wanted.TRUTH).map(Indicator.Count::new);
      case "netIncrease" ->
          required(keys, "having", member, Wanted.TRUTH)
              .map(
                  having ->
                      new Indicator.NetIncrease(
                          having, expression(keys, "since", owner, Wanted.NUMBER)));
      case "share" -> required(keys, "having", member, Wanted.TRUTH).map(Indicator.Share::new);
      case "sum" -> required(keys, "value", member, Wanted.NUMBER).map(Indicator.Sum::new);
      case "ratio" -> {
        Optional<Expression> value = required(keys, "value", member, Wanted.NUMBER);
        Optional<Expression> per = required(keys, "per", member, Wanted.NUMBER);
        yield value.flatMap(v -> per.map(p -> new Indicator.Ratio(v, p)));
      }
      case "growth" -> {
        Optional<Expression> sameList = expression(keys, "sameList", owner, Wanted.TRUTH);
        yield required(keys, "value", member, Wanted.NUMBER)
            .map(value -> new Indicator.Growth(value, sameList));
      }
      case "yearlyGrowth" -> {
        Optional<Expression> value = required(keys, "value", owner, Wanted.NUMBER);
        Optional<Expression> since = required(keys, "since", owner, Wanted.NUMBER);
        Optional<Expression> arithmetic = expression(keys, "arithmetic", owner, Wanted.TRUTH);
        yield value.flatMap(v -> since.map(s -> new Indicator.YearlyGrowth(v, s, arithmetic)));
      }
      case "figure" -> required(keys, "value", owner, Wanted.ANYTHING).map(Indicator.Plain::new);
      default -> {
        unknownValue(
            kind.get(),
            List.of(
                "count",
                "netIncrease",
                "share",
                "sum",
                "ratio",
                "growth",
                "yearlyGrowth",
                "figure"));
        yield Optional.empty();
      }
    };
  }

  Optional<Target> target(
      BundleFiles.Entry entry, Registers<Indicator> indicators, Registers<Tier> tiers) {
    Keys keys = entry.keys();
    var head = heads.head(entry);
    Optional<Indicator> indicator = keys.requiredScalar("indicator").flatMap(indicators::find);
    Optional<Target.BandOf> band = keys.scalar("tier").flatMap(tier -> band(tier, tiers));
    Optional<Expression> where =
        indicator
            .flatMap(Indicator::each)
            .flatMap(each -> expression(keys, "where", each, Wanted.TRUTH));
    Optional<Yaml.Scalar> word = keys.requiredScalar("must");
    Optional<Words.Meaning> meaning = word.flatMap(this::meaning);
    Optional<Operator> operator = meaning.flatMap(Words.Meaning::operator);
    Optional<Parameter> threshold = keys.scalar("value").flatMap(parameters::find);
    if (operator.isPresent() && !keys.has("value")) {
      keys.missing("value");
    }
    indicator.ifPresent(i -> threshold.ifPresent(t -> sameDimension(keys, i, t)));
    Optional<Target.Due> due = due(keys);
    boolean strive = keys.truth("strive").orElse(false);
    keys.close();
    return indicator.isEmpty() || word.isEmpty() || due.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Target(
                head,
                indicator.get(),
                band,
                where,
                word.get().text(),
                operator,
                threshold,
                due.get(),
                strive));
  }

  private void sameDimension(Keys keys, Indicator indicator, Parameter threshold) {
    if (!Unit.compatible(indicator.unit().dimension(), threshold.unit().dimension())) {
      problems.add(
          ProblemCode.WRONG_UNIT,
          keys.scalar("value").orElseThrow().spot(),
          new Text(
              "指标以" + indicator.unit().zh() + "计，参数以" + threshold.unit().zh() + "计",
              "the indicator is in "
                  + indicator.unit().label().en()
                  + ", the parameter in "
                  + threshold.unit().label().en()),
          new Text("改用同类单位的参数。", "Use a parameter of the same kind of unit."));
    }
  }

  private Optional<Target.BandOf> band(Yaml.Scalar written, Registers<Tier> tiers) {
    int dot = written.text().indexOf('.');
    String tierName = dot < 0 ? written.text() : written.text().substring(0, dot);
    String bandName = dot < 0 ? "" : written.text().substring(dot + 1);
    Optional<Tier> tier =
        tiers.find(new Yaml.Scalar(written.spot().withLength(tierName.length()), tierName, false));
    if (tier.isEmpty()) {
      return Optional.empty();
    }
    List<String> bands = tier.get().bands().stream().map(Tier.Band::id).toList();
    if (!bands.contains(bandName)) {
      unknownRule(written, bandName, bands);
      return Optional.empty();
    }
    return Optional.of(new Target.BandOf(tier.get(), bandName));
  }

  private void unknownRule(Yaml.Scalar written, String name, List<String> known) {
    Optional<String> meant = Spelling.nearest(name, known);
    problems.add(
        ProblemCode.UNKNOWN_RULE,
        written.spot(),
        new Text(
            "没有档次 " + name + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
            "no band " + name + meant.map(m -> "; did you mean " + m + "?").orElse("")),
        new Text(
            "写成 档次表.档次，已有：" + String.join("、", known),
            "Write tier.band; known: " + String.join(", ", known)));
  }

  private Optional<Words.Meaning> meaning(Yaml.Scalar word) {
    Optional<Words.Meaning> meaning = Words.standard().meaning(word.text());
    if (meaning.isEmpty()) {
      Optional<String> meant = Spelling.nearest(word.text(), Words.standard().meanings().keySet());
      problems.add(
          ProblemCode.UNKNOWN_WORD,
          word.spot(),
          new Text(
              "比较用语表里没有 " + word.text() + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
              "the table of comparison words has no "
                  + word.text()
                  + meant.map(m -> "; did you mean " + m + "?").orElse("")),
          new Text(
              "可用：" + String.join("、", Words.standard().meanings().keySet()),
              "Words: " + String.join(", ", Words.standard().meanings().keySet())));
    }
    return meaning;
  }

  private Optional<Target.Due> due(Keys keys) {
    Optional<Yaml> due = keys.get("due");
    if (due.isEmpty()) {
      keys.missing("due");
      return Optional.empty();
    }
    if (due.get() instanceof Yaml.Scalar scalar) {
      return Keys.date(scalar, problems).map(day -> new Target.Due(day, day));
    }
    Keys yearly = Keys.of(due.get(), problems);
    Optional<LocalDate> first = yearly.date("first");
    Optional<LocalDate> last = yearly.date("last");
    if (!yearly.has("first")) {
      yearly.missing("first");
    }
    if (!yearly.has("last")) {
      yearly.missing("last");
    }
    yearly.close();
    return first.flatMap(f -> last.map(l -> new Target.Due(f, l)));
  }

  Optional<Standard> standard(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    var head = heads.head(entry);
    Optional<String> entity = entity(keys, "of");
    List<Standard.Item> items = new ArrayList<>();
    for (Yaml value : keys.items("all")) {
      Keys item = Keys.of(value, problems);
      Optional<String> id = item.requiredScalar("id").map(Yaml.Scalar::text);
      Text name = item.bilingual("name", ProblemCode.MISSING_KEY).orElse(NAMELESS);
      Text say = item.bilingual("say", ProblemCode.MISSING_SUMMARY).orElse(NAMELESS);
      Optional<Expression> condition = entity.flatMap(e -> required(item, "if", e, Wanted.TRUTH));
      item.has("if");
      item.close();
      if (id.isPresent() && condition.isPresent()) {
        items.add(new Standard.Item(id.get(), name, say, condition.get()));
      }
    }
    if (!keys.has("all")) {
      keys.missing("all");
    }
    keys.close();
    return entity.map(e -> new Standard(head, e, items));
  }

  Optional<Scorecard> scorecard(
      BundleFiles.Entry entry, Registers<Indicator> indicators, Registers<Target> targets) {
    Keys keys = entry.keys();
    var head = heads.head(entry);
    List<Scorecard.Column> columns = new ArrayList<>();
    for (Yaml value : keys.items("columns")) {
      Keys column = Keys.of(value, problems);
      Optional<Indicator> indicator = column.requiredScalar("indicator").flatMap(indicators::find);
      Optional<Target> target = column.scalar("target").flatMap(targets::find);
      Optional<Parameter> weight = column.scalar("weight").flatMap(parameters::find);
      column.close();
      indicator.ifPresent(i -> columns.add(new Scorecard.Column(i, target, weight)));
    }
    keys.close();
    return Optional.of(new Scorecard(head, columns));
  }

  private Optional<String> entity(Keys keys, String key) {
    return keys.requiredScalar(key).flatMap(name -> FactDefiner.entity(name, catalogue, problems));
  }

  private Optional<Expression> expression(
      Keys keys, String key, @Nullable String entity, Wanted wanted) {
    return keys.scalar(key).flatMap(source -> expressions.compile(source, entity, wanted));
  }

  private Optional<Expression> required(
      Keys keys, String key, @Nullable String entity, Wanted wanted) {
    return keys.requiredScalar(key).flatMap(source -> expressions.compile(source, entity, wanted));
  }

  private void unknownValue(Yaml.Scalar written, List<String> known) {
    Optional<String> meant = Spelling.nearest(written.text(), known);
    problems.add(
        ProblemCode.UNKNOWN_VALUE,
        written.spot(),
        new Text(
            "没有 " + written.text() + " 这个取值" + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
            "no value " + written.text() + meant.map(m -> "; did you mean " + m + "?").orElse("")),
        new Text("可用的取值：" + String.join("、", known), "Values: " + String.join(", ", known)));
  }
}

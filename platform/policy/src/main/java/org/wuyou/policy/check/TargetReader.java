package org.wuyou.policy.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Operator;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.Words;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Indicator;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.model.Tier;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Spelling;
import org.wuyou.policy.parse.Yaml;

/** Reads targets. */
final class TargetReader {
  private final RuleContext context;
  private final Registers<Indicator> indicators;
  private final Registers<Tier> tiers;

  TargetReader(RuleContext context, Registers<Indicator> indicators, Registers<Tier> tiers) {
    this.context = context;
    this.indicators = indicators;
    this.tiers = tiers;
  }

  Optional<Target> read(BundleFiles.Entry entry) {
    Keys keys = entry.keys();
    Head head = context.head(entry);
    Optional<Indicator> indicator = keys.requiredScalar("indicator").flatMap(indicators::find);
    Optional<Target.BandOf> band = keys.scalar("tier").flatMap(this::band);
    Optional<Expression> where =
        indicator
            .flatMap(Indicator::each)
            .flatMap(each -> context.expression(keys, "where", each, Wanted.TRUTH));
    Optional<Expression> when = context.expression(keys, "when", null, Wanted.TRUTH);
    Optional<Yaml.Scalar> word = keys.requiredScalar("must");
    Optional<Words.Meaning> meaning = word.flatMap(this::meaning);
    Optional<Operator> operator = meaning.flatMap(Words.Meaning::operator);
    Optional<Parameter> threshold = context.parameter(keys, "value");
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
                when,
                word.get().text(),
                operator,
                threshold,
                due.get(),
                strive));
  }

  private void sameDimension(Keys keys, Indicator indicator, Parameter threshold) {
    if (!Unit.compatible(indicator.unit().dimension(), threshold.unit().dimension())) {
      context
          .problems()
          .add(
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

  private Optional<Target.BandOf> band(Yaml.Scalar written) {
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
    context
        .problems()
        .add(
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
      context
          .problems()
          .add(
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
      return Keys.date(scalar, context.problems()).map(day -> new Target.Due(day, day));
    }
    Keys yearly = context.keys(due.get());
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
}

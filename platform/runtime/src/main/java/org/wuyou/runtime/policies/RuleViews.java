package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Operator;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.Text;
import org.wuyou.policy.model.Document;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.model.Indicator;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Reading;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Target;

/** What a bundle holds, in the shapes of the schema. */
final class RuleViews {
  private RuleViews() {}

  record BundleView(
      Bundles.Deployed deployed,
      String id,
      String module,
      String version,
      String digest,
      String region,
      Text name,
      List<DocumentView> documents,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      List<ParameterView> parameters,
      List<ReadingView> readings,
      List<IndicatorView> indicators,
      List<TargetView> targets,
      List<RuleView> standards,
      List<RuleView> tiers,
      List<RuleView> scorecards,
      int cases) {
    static BundleView of(Bundles.Deployed deployed) {
      PolicyBundle bundle = deployed.bundle();
      return new BundleView(
          deployed,
          bundle.id(),
          deployed.module(),
          deployed.version(),
          bundle.digest(),
          bundle.region(),
          bundle.name(),
          bundle.documents().stream().map(DocumentView::of).toList(),
          bundle.valid().from(),
          bundle.valid().to().orElse(null),
          bundle.parameters().values().stream().map(ParameterView::of).toList(),
          bundle.readings().values().stream().map(ReadingView::of).toList(),
          bundle.indicators().values().stream().map(IndicatorView::of).toList(),
          bundle.targets().values().stream().map(t -> TargetView.of(deployed, t)).toList(),
          rules(deployed, bundle.standards()),
          rules(deployed, bundle.tiers()),
          rules(deployed, bundle.scorecards()),
          bundle.cases().size());
    }

    private static List<RuleView> rules(
        Bundles.Deployed deployed, Map<String, ? extends Rule> rules) {
      return rules.values().stream().map(rule -> RuleView.of(deployed, rule)).toList();
    }
  }

  record DocumentView(
      Text name,
      Text issuer,
      @Nullable String number,
      @Nullable LocalDate issued,
      @Nullable String source) {
    static DocumentView of(Document document) {
      return new DocumentView(
          document.name(),
          document.issuer(),
          document.number().orElse(null),
          document.issued().orElse(null),
          document.source().orElse(null));
    }
  }

  record ParameterView(
      String id, Text name, String unit, String clause, String article, List<DatedView> values) {
    static ParameterView of(Parameter parameter) {
      return new ParameterView(
          parameter.id(),
          parameter.name(),
          parameter.unit().zh(),
          parameter.citation().clause(),
          parameter.citation().article(),
          parameter.values().entrySet().stream()
              .map(
                  entry ->
                      new DatedView(
                          entry.getKey(),
                          entry.getValue().map(value -> value.decimal()).orElse(null)))
              .toList());
    }
  }

  record DatedView(LocalDate from, @Nullable BigDecimal value) {}

  record ReadingView(
      String id, Text question, String usual, List<ChoiceView> choices, Text reason) {
    static ReadingView of(Reading reading) {
      return new ReadingView(
          reading.id(),
          reading.question(),
          reading.usual(),
          reading.choices().entrySet().stream()
              .map(choice -> new ChoiceView(choice.getKey(), choice.getValue()))
              .toList(),
          reading.reason());
    }
  }

  record ChoiceView(String id, Text meaning) {}

  record IndicatorView(String id, Text name, String unit, @Nullable String each) {
    static IndicatorView of(Indicator indicator) {
      return new IndicatorView(
          indicator.id(), indicator.name(), indicator.unit().zh(), indicator.each().orElse(null));
    }
  }

  /** Which version of which bundle answered. */
  record EditionView(String id, String module, String version, String digest) {
    static EditionView of(Bundles.Deployed deployed) {
      return new EditionView(
          deployed.bundle().id(),
          deployed.module(),
          deployed.version(),
          deployed.bundle().digest());
    }
  }

  record RuleView(
      String id,
      RuleKind kind,
      String clause,
      Text name,
      Text summary,
      String article,
      String locator,
      List<Text> departments,
      List<String> readings,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      EditionView bundle) {
    static RuleView of(Bundles.Deployed deployed, Rule rule) {
      PolicyBundle bundle = deployed.bundle();
      Head head = rule.head();
      return new RuleView(
          head.id(),
          RuleKind.of(rule),
          head.citation().clause(),
          head.name(),
          head.summary(),
          head.citation().article(),
          head.citation().locator(),
          head.citation().departments().stream()
              .map(id -> bundle.departments().getOrDefault(id, new Text(id, id)))
              .toList(),
          head.readings(),
          head.valid().from(),
          head.valid().to().orElse(null),
          EditionView.of(deployed));
    }
  }

  record TargetView(
      Bundles.Deployed deployed,
      Target declared,
      String id,
      String clause,
      RuleView rule,
      Text name,
      IndicatorView indicator,
      @Nullable String band,
      String word,
      @Nullable Operator operator,
      @Nullable String symbol,
      @Nullable BigDecimal value,
      String unit,
      LocalDate due,
      LocalDate lastDue,
      boolean yearly,
      boolean striveFor) {
    static TargetView of(Bundles.Deployed deployed, Target target) {
      return new TargetView(
          deployed,
          target,
          target.id(),
          target.head().citation().clause(),
          RuleView.of(deployed, target),
          target.head().name(),
          IndicatorView.of(target.indicator()),
          target.band().map(band -> band.tier().id() + "." + band.band()).orElse(null),
          target.word(),
          target.operator().orElse(null),
          target.operator().map(Operator::symbol).orElse(null),
          target
              .threshold()
              .flatMap(p -> p.on(target.due().first()).map(base -> p.unit().fromBase(base)))
              .map(value -> value.decimal())
              .orElse(null),
          target.threshold().map(Parameter::unit).orElse(target.indicator().unit()).zh(),
          target.due().first(),
          target.due().last(),
          target.due().yearly(),
          target.striveFor());
    }
  }
}

package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.model.Indicator;
import org.wuyou.policy.model.Period;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.RuleBook;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.model.Tier;
import org.wuyou.policy.parse.Spot;
import org.wuyou.policy.parse.Yaml;

/**
 * The kinds of rules there are, in the order in which they build on each other. A kind is a section
 * of the files, a reader, and a record that permits itself in {@link Rule}.
 */
final class RuleKinds {
  private final BundleFiles files;
  private final RuleContext context;
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Rule> taken = new LinkedHashMap<>();

  RuleKinds(BundleFiles files, RuleContext context) {
    this.files = files;
    this.context = context;
  }

  /** What was read: the figures that are followed, and the rules. */
  record Read(Map<String, Indicator> indicators, RuleBook book) {}

  /**
   * All rules.
   *
   * @param calendar reads what units owe
   */
  Read read(CalendarReader calendar) {
    Registers<Tier> tiers = rules("tiers", "档次表", "tier", new TierReader(context)::read);
    Registers<Indicator> indicators = indicators();
    Registers<Target> targets =
        rules("targets", "目标", "target", new TargetReader(context, indicators, tiers)::read);
    rules("groups", "目标组", "group", new TargetGroupReader(context, targets)::read);
    rules("standards", "标准", "standard", new StandardReader(context)::read);
    rules("benefits", "扶持", "benefit", new BenefitReader(context, tiers)::read);
    rules("selections", "遴选", "selection", new SelectionReader(context)::read);
    rules("priorities", "优先次序", "priority", new PriorityReader(context)::read);
    rules("sanctions", "惩戒", "sanction", new SanctionReader(context)::read);
    rules("lists", "名单", "list", new RosterReader(context)::read);
    rules("calculations", "测算", "calculation", new CalculationReader(context)::read);
    Registers<Scorecard> scorecards =
        rules(
            "scorecards",
            "评分表",
            "scorecard",
            new ScorecardReader(context, indicators, targets)::read);
    rules("calendar", "报送", "series", entry -> calendar.series(entry, scorecards));
    rules("clocks", "时限", "clock", calendar::clock);
    return new Read(
        java.util.Collections.unmodifiableMap(new LinkedHashMap<>(indicators.all())),
        new RuleBook(rules));
  }

  private Registers<Indicator> indicators() {
    Registers<Indicator> indicators = register("指标", "indicator");
    IndicatorReader reader = new IndicatorReader(context, indicators);
    files
        .named("indicators", context.problems())
        .forEach(
            entry ->
                indicators.add(entry.name(), context.problems().sound(() -> reader.read(entry))));
    return indicators;
  }

  /** All rules of one section; later kinds may refer to them. */
  private <T extends Rule> Registers<T> rules(
      String section, String zh, String en, Function<BundleFiles.Entry, Optional<T>> reader) {
    Registers<T> register = register(zh, en);
    for (BundleFiles.Entry entry : files.listed(section, context.problems())) {
      Optional<T> rule = context.problems().sound(() -> reader.apply(entry));
      if (rule.isEmpty()) {
        register.broken(entry.name());
      } else if (add(rule.get())) {
        register.add(entry.name(), rule.get());
      }
    }
    return register;
  }

  private <T> Registers<T> register(String zh, String en) {
    return new Registers<>(new Text(zh, en), ProblemCode.UNKNOWN_RULE, context.problems());
  }

  /**
   * An id names one rule, of whatever kind: cases and clients ask by it. Gives whether it was free.
   */
  private boolean add(Rule rule) {
    Rule first = taken.putIfAbsent(rule.id(), rule);
    if (first == null) {
      rules.add(rule);
      return true;
    }
    Spot spot = rule.head().spot();
    if (first.head().valid().overlaps(rule.head().valid())) {
      overlapping(rule, first);
    } else {
      Registers.duplicate(
          new Text("规则", "rule"),
          new Yaml.Scalar(spot, rule.id(), false),
          first.head().spot(),
          context.problems());
    }
    return false;
  }

  private void overlapping(Rule rule, Rule first) {
    Period both = first.head().valid().shared(rule.head().valid());
    Spot at = first.head().spot();
    String place = at.file() + ":" + at.line();
    context
        .problems()
        .add(
            ProblemCode.OVERLAPPING_VALIDITY,
            rule.head().spot(),
            new Text(
                "规则 " + rule.id() + " 已在 " + place + " 定义，两条" + both.text().zh() + " 同时有效",
                "rule "
                    + rule.id()
                    + " is already defined at "
                    + place
                    + "; both are in force "
                    + both.text().en()),
            new Text(
                "删去其中一条；若后者取代前者，给后者另起 id，并用 valid 把两条的日期错开。",
                "Remove one of the two; if one replaces the other, give it an id of its own and both a"
                    + " valid period that ends before the other begins."));
  }
}

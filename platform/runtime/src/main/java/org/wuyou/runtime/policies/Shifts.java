package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.Text;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.simulate.Scenario;
import org.wuyou.policy.simulate.Simulation;
import org.wuyou.policy.simulate.Tally;
import org.wuyou.runtime.plugin.Impact;
import org.wuyou.spi.model.Label;

/** What a new version of a bundle does to the subjects its rules judge, against the one in use. */
record Shifts(Registers registers, ColumnarFacts facts, FactCatalogue catalogue) {
  List<Impact.PolicyShift> of(PolicyBundle present, PolicyBundle next) {
    Set<String> rules = new LinkedHashSet<>();
    Stream.concat(next.rules(), present.rules())
        .filter(rule -> Simulation.entity(rule).isPresent())
        .forEach(rule -> rules.add(rule.id()));
    return rules.stream().flatMap(rule -> shift(present, next, rule).stream()).toList();
  }

  private Optional<Impact.PolicyShift> shift(PolicyBundle present, PolicyBundle next, String rule) {
    Tally tally =
        Simulation.of(
                registers.kernels(),
                facts,
                catalogue,
                new Scenario(present, Evaluation.USUAL),
                new Scenario(next, Evaluation.USUAL),
                rule)
            .total();
    boolean nothing =
        tally.winners() == 0
            && tally.losers() == 0
            && tally.presentEligible() == tally.reformEligible()
            && tally.presentCost().equals(tally.reformCost());
    if (nothing) {
      return Optional.empty();
    }
    Text name = next.rule(rule).or(() -> present.rule(rule)).map(Rule::head).orElseThrow().name();
    return Optional.of(
        new Impact.PolicyShift(
            next.region(),
            rule,
            new Label(name.zh(), name.en()),
            tally.presentEligible(),
            tally.reformEligible(),
            tally.winners(),
            tally.losers(),
            decimal(tally.presentCost()),
            decimal(tally.reformCost())));
  }

  private static @Nullable BigDecimal decimal(Optional<Exact> amount) {
    return amount.map(Exact::decimal).orElse(null);
  }
}

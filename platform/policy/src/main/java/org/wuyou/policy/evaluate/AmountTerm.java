package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.policy.Exact;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Formula;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.model.Amount;
import org.wuyou.policy.model.Award;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Tier;

/**
 * What a benefit gives as one term, for those who meet its conditions. The term is missing where
 * {@link Payments} sets no amount, and for those it has to say why.
 */
public final class AmountTerm {
  private static final Term NONE = Formula.missing("amount");

  private final Session session;

  private AmountTerm(Session session) {
    this.session = session;
  }

  /** The amount in yuan; empty if no formula tells it. */
  public static Optional<Term> of(Session session, Award award) {
    AmountTerm working = new AmountTerm(session);
    return working
        .amount(award.amount())
        .flatMap(amount -> working.capped(amount, award.cap()))
        .map(amount -> less(amount, award.less()));
  }

  private Optional<Term> amount(Amount amount) {
    return switch (amount) {
      case Amount.Open open -> Optional.empty();
      case Amount.Flat flat -> value(flat.amount());
      case Amount.Choice choice -> Optional.of(choice(choice));
      case Amount.Band band -> Optional.of(band(band.tier()));
      case Amount.Rate rate -> value(rate.rate()).map(r -> Formula.times(rate.of().term(), r));
      case Amount.Steps steps -> steps(steps);
      case Amount.Scale scale -> scale(scale);
      case Amount.Shares shares -> shares(shares);
    };
  }

  private Term choice(Amount.Choice choice) {
    Term chosen = NONE;
    for (Map.Entry<String, Parameter> one : choice.choices().entrySet()) {
      Term fits = Formula.same(choice.by().term(), Formula.text(one.getKey()));
      chosen = Formula.choose(fits, value(one.getValue()).orElse(NONE), chosen);
    }
    return chosen;
  }

  private Term band(Tier tier) {
    Term found = NONE;
    for (Tier.Band band : tier.bands().reversed()) {
      Term value = band.value().flatMap(this::value).orElse(NONE);
      found = Formula.choose(band.condition().term(), value, found);
    }
    return tier.when().isPresent() ? Formula.choose(tier.when().get().term(), found, NONE) : found;
  }

  private record Step(Exact from, Term pay) {}

  private Optional<Term> steps(Amount.Steps steps) {
    List<Step> known = new ArrayList<>();
    for (Amount.Step step : steps.steps()) {
      Optional<Exact> from = base(step.from());
      if (from.isEmpty() || known.stream().anyMatch(s -> s.from().equals(from.get()))) {
        return Optional.empty();
      }
      known.add(new Step(from.get(), value(step.pay()).orElse(NONE)));
    }
    known.sort(Comparator.comparing(Step::from));
    Term figure = steps.of().term();
    // Of a figure that is missing no step can be told, not even the lowest.
    Term paid = Formula.times(figure, Formula.number(Exact.ZERO));
    for (Step step : known) {
      paid = Formula.choose(Formula.reaches(figure, Formula.number(step.from())), step.pay(), paid);
    }
    return Optional.of(paid);
  }

  private Optional<Term> scale(Amount.Scale scale) {
    Term total = Formula.number(Exact.ZERO);
    Exact below = Exact.ZERO;
    for (Amount.Slice slice : scale.slices()) {
      Optional<Term> rate = value(slice.rate());
      Optional<Exact> end = slice.upTo().flatMap(this::base);
      boolean open = slice.upTo().isEmpty();
      if (rate.isEmpty() || !open && (end.isEmpty() || end.get().compareTo(below) < 0)) {
        return Optional.empty();
      }
      Term figure = scale.of().term();
      Term top = open ? figure : Formula.least(figure, Formula.number(end.get()));
      Term width =
          Formula.greatest(Formula.minus(top, Formula.number(below)), Formula.number(Exact.ZERO));
      total = Formula.plus(total, Formula.times(width, rate.get()));
      if (open) {
        return Optional.of(total);
      }
      below = end.get();
    }
    return Optional.of(total);
  }

  private Optional<Term> shares(Amount.Shares shares) {
    Exact together = Exact.ZERO;
    for (Amount.Share share : shares.shares()) {
      Optional<Exact> rate = base(share.rate());
      if (rate.isEmpty()) {
        return Optional.empty();
      }
      together = together.plus(rate.get());
    }
    return Optional.of(Formula.times(shares.of().term(), Formula.number(together)));
  }

  private Optional<Term> capped(Term amount, Optional<Parameter> cap) {
    return cap.isEmpty()
        ? Optional.of(amount)
        : value(cap.get()).map(most -> Formula.least(amount, most));
  }

  private static Term less(Term amount, Optional<Expression> less) {
    return less.map(
            taken ->
                Formula.greatest(Formula.minus(amount, taken.term()), Formula.number(Exact.ZERO)))
        .orElse(amount);
  }

  private Optional<Term> value(Parameter parameter) {
    return base(parameter).map(Formula::number);
  }

  private Optional<Exact> base(Parameter parameter) {
    return session.base(parameter, session.setting().on());
  }
}

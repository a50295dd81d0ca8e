package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.model.Amount;
import org.wuyou.policy.model.Award;
import org.wuyou.policy.model.Parameter;

/** Works out one amount for one subject, exactly, keeping the figures it was made of. */
final class Payments {
  private final Session session;
  private final Award award;
  private final Frame frame;
  private final List<Payment.Part> parts = new ArrayList<>();
  private final List<String> unset = new ArrayList<>();
  private final Set<String> missing = new TreeSet<>();

  private Payments(Session session, Award award, Frame frame) {
    this.session = session;
    this.award = award;
    this.frame = frame;
  }

  static Payment of(Session session, Award award, Frame frame, Verdict verdict) {
    Payments working = new Payments(session, award, frame);
    return working.payment(verdict.kind(), working.amount());
  }

  private Payment payment(Verdict.Kind verdict, Optional<Exact> potential) {
    Payment.State state =
        switch (verdict) {
          case INELIGIBLE, OUT_OF_SCOPE, NOT_IN_FORCE -> Payment.State.NOT_ENTITLED;
          case UNDETERMINED -> Payment.State.UNDETERMINED;
          case ELIGIBLE ->
              potential.isPresent()
                  ? Payment.State.SET
                  : missing.isEmpty() ? Payment.State.AMOUNT_NOT_SET : Payment.State.UNDETERMINED;
        };
    Optional<Exact> due =
        switch (state) {
          case SET -> potential;
          // Nothing is due; but of an amount that nobody has set not even that is said in figures.
          case NOT_ENTITLED -> settable() ? Optional.of(Exact.ZERO) : Optional.empty();
          case AMOUNT_NOT_SET, UNDETERMINED -> Optional.empty();
        };
    return new Payment(state, due, potential, award.unit(), parts, unset, missing);
  }

  private boolean settable() {
    return !(award.amount() instanceof Amount.Open) && unset.isEmpty();
  }

  private Optional<Exact> amount() {
    Optional<Exact> amount =
        switch (award.amount()) {
          case Amount.Open open -> Optional.empty();
          case Amount.Flat flat -> value(flat.amount());
          case Amount.Choice choice -> choice(choice);
          case Amount.Band band -> band(band);
          case Amount.Rate rate -> rate(rate);
          case Amount.Steps steps -> steps(steps);
          case Amount.Scale scale -> scale(scale);
          case Amount.Shares shares -> shares(shares);
        };
    return less(capped(amount));
  }

  private Optional<Exact> choice(Amount.Choice choice) {
    return switch (choice.by().in(frame)) {
      case Value.Words words -> {
        Parameter chosen = choice.choices().get(words.text());
        yield chosen == null ? Optional.empty() : value(chosen);
      }
      case Value.Missing absent -> none(absent);
      case Value other -> throw new IllegalStateException("a choice gave " + other);
    };
  }

  private Optional<Exact> band(Amount.Band band) {
    Placement placement = session.place(band.tier(), frame);
    missing.addAll(placement.missing());
    return placement.band().flatMap(found -> found.value()).flatMap(this::value);
  }

  private Optional<Exact> rate(Amount.Rate rate) {
    Optional<Exact> figure = figure(rate.of());
    Optional<Exact> each = value(rate.rate());
    return figure.flatMap(f -> each.map(f::times));
  }

  private Optional<Exact> steps(Amount.Steps steps) {
    Optional<Exact> figure = figure(steps.of());
    Optional<Parameter> reached = Optional.empty();
    Exact highest = null;
    for (Amount.Step step : steps.steps()) {
      Optional<Exact> from = known(step.from());
      if (figure.isEmpty() || from.isEmpty()) {
        return Optional.empty();
      }
      boolean higher = highest == null || from.get().compareTo(highest) > 0;
      if (from.get().compareTo(figure.get()) <= 0 && higher) {
        highest = from.get();
        reached = Optional.of(step.pay());
      }
    }
    return reached.isPresent() ? value(reached.get()) : Optional.of(Exact.ZERO);
  }

  private Optional<Exact> scale(Amount.Scale scale) {
    Optional<Exact> figure = figure(scale.of());
    Exact total = Exact.ZERO;
    Exact below = Exact.ZERO;
    for (Amount.Slice slice : scale.slices()) {
      Optional<Exact> rate = known(slice.rate());
      Optional<Exact> upTo = slice.upTo().flatMap(this::known);
      if (figure.isEmpty() || rate.isEmpty() || slice.upTo().isPresent() && upTo.isEmpty()) {
        return Optional.empty();
      }
      Exact top = upTo.filter(end -> end.compareTo(figure.get()) < 0).orElse(figure.get());
      Exact width = top.minus(below);
      if (width.signum() > 0) {
        Exact share = width.times(rate.get());
        part(slice.rate().id(), slice.rate().name(), award.unit().shown(share));
        total = total.plus(share);
        below = top;
      }
    }
    return Optional.of(total);
  }

  private Optional<Exact> shares(Amount.Shares shares) {
    Optional<Exact> figure = figure(shares.of());
    Exact total = Exact.ZERO;
    boolean complete = figure.isPresent();
    for (Amount.Share share : shares.shares()) {
      Optional<Exact> rate = known(share.rate());
      if (figure.isPresent() && rate.isPresent()) {
        Exact paid = figure.get().times(rate.get());
        part(share.id(), share.name(), award.unit().shown(paid));
        total = total.plus(paid);
      }
      complete = complete && rate.isPresent();
    }
    return complete ? Optional.of(total) : Optional.empty();
  }

  /** A cap that nobody has set leaves the amount unset as well. */
  private Optional<Exact> capped(Optional<Exact> amount) {
    if (award.cap().isEmpty()) {
      return amount;
    }
    Optional<Exact> cap = value(award.cap().get());
    return amount.flatMap(a -> cap.map(c -> a.compareTo(c) > 0 ? c : a));
  }

  private Optional<Exact> less(Optional<Exact> amount) {
    if (award.less().isEmpty()) {
      return amount;
    }
    Optional<Exact> taken = figure(award.less().get());
    return amount.flatMap(
        a -> taken.map(a::minus).map(rest -> rest.signum() < 0 ? Exact.ZERO : rest));
  }

  /** A parameter's value, noted as a part of the working. */
  private Optional<Exact> value(Parameter parameter) {
    Optional<Exact> value = known(parameter);
    value.ifPresent(v -> part(parameter.id(), parameter.name(), parameter.unit().shown(v)));
    return value;
  }

  private Optional<Exact> known(Parameter parameter) {
    Optional<Exact> value = session.base(parameter, frame.run().on());
    if (value.isEmpty() && !unset.contains(parameter.id())) {
      unset.add(parameter.id());
    }
    return value;
  }

  private Optional<Exact> figure(Expression expression) {
    return switch (expression.in(frame)) {
      case Value.Number number -> {
        part(
            expression.source(),
            expression.label().orElse(new Text(expression.source(), expression.source())),
            expression.dimension() == Unit.Dimension.MONEY
                ? award.unit().shown(number.exact())
                : number.exact().toString());
        yield Optional.of(number.exact());
      }
      case Value.Missing absent -> none(absent);
      case Value other -> throw new IllegalStateException("a figure gave " + other);
    };
  }

  private Optional<Exact> none(Value.Missing absent) {
    Map<String, Parameter> parameters = session.bundle().parameters();
    for (String fact : absent.facts()) {
      if (parameters.containsKey(fact)) {
        unset.add(fact);
      } else {
        missing.add(fact);
      }
    }
    return Optional.empty();
  }

  private void part(String id, Text name, String value) {
    parts.add(new Payment.Part(id, name, value));
  }
}

package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wuyou.policy.Exact;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Indicator;

/** Forms the value of an indicator over the members of a population. */
final class Measuring {
  private Measuring() {}

  /**
   * @param owner the subject or division whose figure it is
   * @param members whom the figure is formed over; of an own figure, the owner alone
   * @param earlier the same population at the end of the earlier year of a net increase
   * @param part measures an indicator that this one is put together from
   */
  static Measured measure(
      Indicator indicator,
      Frame owner,
      Members members,
      Supplier<Members> earlier,
      Function<Indicator, Measured> part) {
    return switch (indicator.measure()) {
      case Indicator.Count count -> count(count.having(), members, false);
      case Indicator.Share share -> count(share.having(), members, true);
      case Indicator.NetIncrease net -> netIncrease(net.having(), members, earlier);
      case Indicator.Sum sum -> sum(sum.value(), members.certain());
      case Indicator.Ratio ratio -> ratio(ratio, members.certain());
      case Indicator.Growth growth -> growth(growth, owner, members.certain());
      case Indicator.YearlyGrowth growth -> yearlyGrowth(growth, owner);
      case Indicator.Together together -> together(together.parts().stream().map(part).toList());
      case Indicator.Plain plain -> plain(plain.value(), owner);
    };
  }

  /** What is undetermined in either year can move the difference either way. */
  private static Measured netIncrease(Expression having, Members now, Supplier<Members> atFirst) {
    Members then = atFirst.get();
    Measured later = count(having, now, false);
    Measured earlier = count(having, then, false);
    Exact after = later.numerator().orElseThrow();
    Exact before = earlier.numerator().orElseThrow();
    Set<String> missing = new TreeSet<>(later.missing());
    missing.addAll(earlier.missing());
    return new Measured(
        Measured.State.VALUE,
        Optional.of(Quantity.of(after.minus(before))),
        Optional.of(
            Measured.Range.of(
                after.minus(before.plus(undecided(earlier))),
                after.plus(undecided(later)).minus(before))),
        Optional.of(after),
        Optional.of(before),
        List.of(),
        either(later.excluded(), earlier.excluded()),
        either(later.undetermined(), earlier.undetermined()),
        missing);
  }

  private static Exact undecided(Measured count) {
    return Exact.of(count.undetermined().size());
  }

  private static List<Subject> either(List<Subject> one, List<Subject> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  /**
   * Members of a population.
   *
   * @param doubtful subjects of whom it cannot be told whether they belong
   */
  record Members(List<Frame> certain, List<Frame> doubtful) {}

  private static Measured together(List<Measured> parts) {
    Set<String> missing = new TreeSet<>();
    parts.forEach(part -> missing.addAll(part.missing()));
    if (parts.stream().anyMatch(part -> part.quantity().isEmpty())) {
      return Measured.none(Measured.State.NO_DATA, missing);
    }
    Exact sum =
        parts.stream()
            .map(part -> part.quantity().orElseThrow().number())
            .reduce(Exact.ZERO, Exact::plus);
    Measured.Range range =
        parts.stream()
            .map(part -> part.possible().orElseThrow())
            .reduce(Measured.Range.of(Exact.ZERO, Exact.ZERO), Measured.Range::plus);
    return new Measured(
        Measured.State.VALUE,
        Optional.of(Quantity.of(sum)),
        Optional.of(range),
        Optional.of(sum),
        Optional.empty(),
        List.of(),
        List.of(),
        parts.stream().flatMap(part -> part.undetermined().stream()).toList(),
        missing);
  }

  private static Measured plain(Expression value, Frame owner) {
    return switch (value.in(owner)) {
      case Value.Number number -> Measured.value(Quantity.of(number.exact()));
      case Value.Truth truth -> Measured.value(Quantity.of(truth.holds() ? Exact.ONE : Exact.ZERO));
      case Value.Missing missing -> Measured.none(Measured.State.NO_DATA, missing.facts());
      case Value other -> throw new IllegalStateException("an indicator gave " + other);
    };
  }

  private static Measured count(Expression having, Members members, boolean share) {
    int known = 0;
    List<Subject> without = new ArrayList<>();
    List<Subject> undetermined = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    for (Frame member : members.certain()) {
      switch (having.in(member)) {
        case Value.Truth truth -> {
          if (truth.holds()) {
            known++;
          } else {
            without.add(member.self());
          }
        }
        case Value.Missing m -> {
          undetermined.add(member.self());
          missing.addAll(m.facts());
        }
        case Value other -> throw new IllegalStateException("a condition gave " + other);
      }
    }
    int all = members.certain().size();
    if (share && all == 0) {
      return Measured.none(Measured.State.NO_DATA, missing);
    }
    Exact below = share ? Exact.of(all) : Exact.ONE;
    Exact least = Exact.of(known).dividedBy(below);
    Exact most = Exact.of(known + undetermined.size()).dividedBy(below);
    return new Measured(
        Measured.State.VALUE,
        Optional.of(Quantity.of(least)),
        Optional.of(Measured.Range.of(least, most)),
        Optional.of(Exact.of(known)),
        Optional.of(Exact.of(all)),
        without,
        members.doubtful().stream().map(Frame::self).toList(),
        undetermined,
        missing);
  }

  private static Measured sum(Expression value, List<Frame> members) {
    Exact total = Exact.ZERO;
    int reported = 0;
    List<Subject> excluded = new ArrayList<>();
    for (Frame member : members) {
      if (value.in(member) instanceof Value.Number number) {
        total = total.plus(number.exact());
        reported++;
      } else {
        excluded.add(member.self());
      }
    }
    return reported == 0
        ? Measured.none(Measured.State.NO_DATA, Set.of(value.source())).leavingOut(excluded)
        : Measured.value(Quantity.of(total)).leavingOut(excluded);
  }

  private static Measured ratio(Indicator.Ratio ratio, List<Frame> members) {
    Exact above = Exact.ZERO;
    Exact below = Exact.ZERO;
    int reported = 0;
    Set<String> missing = new TreeSet<>();
    List<Subject> excluded = new ArrayList<>();
    for (Frame member : members) {
      Value value = ratio.value().in(member);
      Value per = ratio.per().in(member);
      if (value instanceof Value.Number n && per instanceof Value.Number d) {
        above = above.plus(n.exact());
        below = below.plus(d.exact());
        reported++;
      } else {
        excluded.add(member.self());
        missing.addAll(((Value.Missing) Value.missing(value, per)).facts());
      }
    }
    if (reported == 0) {
      return Measured.none(Measured.State.NO_DATA, missing).leavingOut(excluded);
    }
    return below.isZero()
        ? Measured.none(Measured.State.NO_BASE, missing).leavingOut(excluded)
        : Measured.value(Quantity.of(above.dividedBy(below))).of(above, below).leavingOut(excluded);
  }

  private static Measured growth(Indicator.Growth growth, Frame owner, List<Frame> members) {
    boolean sameList =
        growth.sameList().map(choice -> choice.in(owner).equals(Value.TRUE)).orElse(true);
    Exact now = Exact.ZERO;
    Exact before = Exact.ZERO;
    int current = 0;
    int base = 0;
    Set<String> missing = new TreeSet<>();
    List<Subject> excluded = new ArrayList<>();
    for (Frame member : members) {
      Value later = growth.value().in(member);
      Value earlier = growth.value().in(member.at(member.year() - 1));
      boolean both = later instanceof Value.Number && earlier instanceof Value.Number;
      if (!both) {
        excluded.add(member.self());
        missing.addAll(((Value.Missing) Value.missing(later, earlier)).facts());
      }
      if (later instanceof Value.Number number) {
        current++;
        now = both || !sameList ? now.plus(number.exact()) : now;
      }
      if (earlier instanceof Value.Number number) {
        base++;
        before = both || !sameList ? before.plus(number.exact()) : before;
      }
    }
    if (current == 0) {
      return Measured.none(Measured.State.NO_DATA, missing).leavingOut(excluded);
    }
    if (base == 0 || before.isZero()) {
      return Measured.none(Measured.State.NO_BASE, missing).of(now, before).leavingOut(excluded);
    }
    return Measured.value(Quantity.of(now.minus(before).dividedBy(before)))
        .of(now, before)
        .leavingOut(excluded);
  }

  private static Measured yearlyGrowth(Indicator.YearlyGrowth growth, Frame owner) {
    if (!(growth.since().in(owner) instanceof Value.Number since)) {
      return Measured.none(Measured.State.NO_DATA, Set.of(growth.since().source()));
    }
    int first = since.exact().rounded(0).intValueExact();
    int years = owner.year() - first;
    Value last = growth.value().in(owner);
    if (!(last instanceof Value.Number now)) {
      return Measured.none(Measured.State.NO_DATA, ((Value.Missing) last).facts());
    }
    Value earliest = growth.value().in(owner.at(first));
    if (years < 1 || !(earliest instanceof Value.Number base) || base.exact().isZero()) {
      return Measured.none(
          Measured.State.NO_BASE,
          earliest instanceof Value.Missing missing ? missing.facts() : Set.of());
    }
    boolean arithmetic =
        growth.arithmetic().map(choice -> choice.in(owner).equals(Value.TRUE)).orElse(false);
    return arithmetic
        ? meanOfRates(growth.value(), owner, first, years)
        : Measured.value(new Quantity(now.exact().dividedBy(base.exact()), years))
            .of(now.exact(), base.exact());
  }

  private static Measured meanOfRates(Expression value, Frame owner, int first, int years) {
    Exact sum = Exact.ZERO;
    for (int year = first + 1; year <= first + years; year++) {
      Value later = value.in(owner.at(year));
      Value earlier = value.in(owner.at(year - 1));
      if (!(later instanceof Value.Number now)
          || !(earlier instanceof Value.Number base)
          || base.exact().isZero()) {
        return Measured.none(
            Measured.State.NO_BASE, ((Value.Missing) Value.missing(later, earlier)).facts());
      }
      sum = sum.plus(now.exact().minus(base.exact()).dividedBy(base.exact()));
    }
    return Measured.value(Quantity.of(sum.dividedBy(Exact.of(years))));
  }
}

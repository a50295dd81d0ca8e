package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.evaluate.SelectionOutcome.Standing;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Formula;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.model.Selection;
import org.wuyou.policy.plan.Answer;
import org.wuyou.policy.plan.Plan;

/**
 * A selection over the columns of a population: prepared once, made as often as the columns change
 * their values. It selects whom {@link Session#selected} selects.
 */
public final class ColumnSelection {
  private final Session session;
  private final Selection selection;
  private final Plan plan;
  private final Plan.Prepared prepared;
  private final int needs;
  private final int keys;

  /**
   * @param given answers that derived facts have already
   */
  public ColumnSelection(
      Session session, Selection selection, Plan plan, Map<DerivedFact, Plan.Given> given) {
    this.session = session;
    this.selection = selection;
    this.plan = plan;
    List<Term> terms = new ArrayList<>(ColumnVerdicts.terms(selection));
    this.needs = terms.size();
    selection.needs().stream().map(Expression::term).map(Formula::known).forEach(terms::add);
    this.keys = terms.size();
    terms.addAll(RowOrder.columns(plan, selection.order()));
    this.prepared = plan.prepare(terms, given);
  }

  /**
   * How each row stands.
   *
   * @param standings null for a row of which the selection does not speak
   * @param missing what must be supplied before a selection is made
   */
  public record Standings(@Nullable Standing[] standings, Set<String> missing) {}

  public Standings make() {
    @Nullable Standing[] standings = new Standing[plan.size()];
    Optional<Exact> top = session.parameter(selection.top());
    Set<String> missing = new TreeSet<>();
    if (top.isEmpty()) {
      missing.add(selection.top().id());
    }
    if (!selection.head().valid().contains(session.asOf())) {
      Arrays.fill(standings, Standing.NOT_IN_FORCE);
      return new Standings(standings, missing);
    }
    List<Answer> answers = prepared.run();
    int[] candidates = new int[standings.length];
    int count = 0;
    Verdict.Kind[] kinds = ColumnVerdicts.kinds(selection, answers, standings.length);
    for (int row = 0; row < standings.length; row++) {
      standings[row] = standing(kinds[row]);
      if (standings[row] == Standing.CANDIDATE) {
        candidates[count++] = row;
      }
    }
    needed(answers, candidates, count, missing);
    if (missing.isEmpty()) {
      RowOrder order = RowOrder.of(plan, selection.order(), prepared, answers, keys);
      place(standings, candidates, count, order, Selecting.whole(top.orElseThrow()));
    }
    return new Standings(standings, missing);
  }

  private static @Nullable Standing standing(Verdict.Kind kind) {
    return switch (kind) {
      case ELIGIBLE -> Standing.CANDIDATE;
      case INELIGIBLE -> Standing.NOT_CANDIDATE;
      case UNDETERMINED -> Standing.UNDETERMINED;
      case NOT_IN_FORCE -> Standing.NOT_IN_FORCE;
      case OUT_OF_SCOPE -> null;
    };
  }

  private void needed(List<Answer> answers, int[] candidates, int count, Set<String> missing) {
    for (int need = needs; need < keys; need++) {
      Answer.Truths known = (Answer.Truths) answers.get(need);
      Term term = selection.needs().get(need - needs).term();
      for (int i = 0; i < count; i++) {
        if (!known.holds()[candidates[i]]) {
          missing.addAll(plan.missing(term, candidates[i]));
        }
      }
    }
  }

  private void place(
      @Nullable Standing[] standings, int[] candidates, int count, RowOrder order, int wanted) {
    long waiting =
        selection.waiting().flatMap(session::parameter).map(Selecting::whole).orElse(count);
    int listed = (int) Math.min(count, wanted + waiting);
    // One more than are selected, to see whether the last of them can be told from the next.
    int ordered = Math.min(count, listed < count ? Math.max(listed, wanted + 1) : wanted + 1);
    List<Integer> best = order.first(candidates, count, ordered);
    for (int i = 0; i < count; i++) {
      standings[candidates[i]] = listed < count ? Standing.NOT_SELECTED : Standing.WAITING;
    }
    for (int i = 0; i < best.size() && i < listed; i++) {
      standings[best.get(i)] = i < wanted ? Standing.SELECTED : Standing.WAITING;
    }
    if (wanted > 0
        && wanted < count
        && order.compare(best.get(wanted - 1), best.get(wanted)) == 0) {
      for (int i = 0; i < count; i++) {
        if (order.compare(candidates[i], best.get(wanted)) == 0) {
          standings[candidates[i]] = Standing.TIED;
        }
      }
    }
  }
}

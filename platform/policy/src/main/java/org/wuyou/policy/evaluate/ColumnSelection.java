package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  private static final int FEW = 256;
  private static final int[] NOBODY = {};

  private final Session session;
  private final Selection selection;
  private final Plan plan;
  private final RowOrder.Columnar order;
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
    this.order = RowOrder.Columnar.of(plan, selection.order());
    terms.addAll(order.terms());
    this.prepared = plan.prepare(terms, given);
  }

  /**
   * Who is selected.
   *
   * @param selected the rows selected, the best first
   * @param missing what must be supplied before a selection is made
   */
  public record Made(ColumnStandings standings, int[] selected, Set<String> missing) {}

  /** Selects by the present values of the columns. */
  public Made make() {
    ColumnStandings standings = new ColumnStandings(plan.size());
    Optional<Exact> top = session.parameter(selection.top());
    Set<String> missing = new TreeSet<>();
    if (top.isEmpty()) {
      missing.add(selection.top().id());
    }
    if (!selection.head().valid().contains(session.asOf())) {
      standings.putAll(Standing.NOT_IN_FORCE);
      return new Made(standings, NOBODY, missing);
    }
    List<Answer> answers = prepared.run();
    int[] candidates = candidates(new ColumnVerdicts(selection, answers, plan.size()), standings);
    needed(answers, candidates, missing);
    if (!missing.isEmpty()) {
      return new Made(standings, NOBODY, missing);
    }
    RowOrder rows = RowOrder.of(plan, order, prepared, answers, keys);
    int[] selected = place(standings, candidates, rows, Selecting.whole(top.orElseThrow()));
    return new Made(standings, selected, missing);
  }

  /** Notes how each row stands before any is selected, and gives the candidates. */
  private int[] candidates(ColumnVerdicts verdicts, ColumnStandings standings) {
    int[] candidates = new int[FEW];
    int count = 0;
    standings.putAll(Standing.NOT_CANDIDATE);
    for (int row = 0; row < standings.size(); row++) {
      switch (verdicts.kind(row)) {
        case INELIGIBLE -> {}
        case ELIGIBLE -> {
          standings.put(row, Standing.CANDIDATE);
          if (count == candidates.length) {
            candidates = Arrays.copyOf(candidates, 2 * count);
          }
          candidates[count++] = row;
        }
        case UNDETERMINED -> standings.put(row, Standing.UNDETERMINED);
        case NOT_IN_FORCE -> standings.put(row, Standing.NOT_IN_FORCE);
        case OUT_OF_SCOPE -> standings.silent(row);
      }
    }
    return Arrays.copyOf(candidates, count);
  }

  private void needed(List<Answer> answers, int[] candidates, Set<String> missing) {
    for (int need = needs; need < keys; need++) {
      Answer.Truths known = (Answer.Truths) answers.get(need);
      Term term = selection.needs().get(need - needs).term();
      for (int candidate : candidates) {
        if (!known.holds()[candidate]) {
          missing.addAll(plan.missing(term, candidate));
        }
      }
    }
  }

  /** Gives the rows selected, the best first. */
  private int[] place(ColumnStandings standings, int[] candidates, RowOrder rows, int wanted) {
    int count = candidates.length;
    long waiting =
        selection.waiting().flatMap(session::parameter).map(Selecting::whole).orElse(count);
    int listed = (int) Math.min(count, wanted + waiting);
    // One more than are selected, to see whether the last of them can be told from the next.
    int ordered = Math.min(count, listed < count ? Math.max(listed, wanted + 1) : wanted + 1);
    int[] best = rows.first(candidates, ordered);
    for (int candidate : candidates) {
      standings.put(candidate, listed < count ? Standing.NOT_SELECTED : Standing.WAITING);
    }
    for (int i = 0; i < best.length && i < listed; i++) {
      standings.put(best[i], i < wanted ? Standing.SELECTED : Standing.WAITING);
    }
    if (wanted > 0 && wanted < count && rows.compare(best[wanted - 1], best[wanted]) == 0) {
      for (int candidate : candidates) {
        if (rows.compare(candidate, best[wanted]) == 0) {
          standings.put(candidate, Standing.TIED);
        }
      }
    }
    return Arrays.stream(best).filter(row -> standings.is(row, Standing.SELECTED)).toArray();
  }
}

package org.wuyou.policy.simulate;

import java.util.Optional;
import org.wuyou.policy.Exact;
import org.wuyou.policy.evaluate.Verdict;

/** Counts the rows of one group. */
final class Counting {
  private final Standings present;
  private final Standings reform;
  private final Side before = new Side();
  private final Side after = new Side();
  private int subjects;
  private int winners;
  private int losers;

  /** One of the two ways the policies stand. */
  private static final class Side {
    private int eligible;
    private int undetermined;
    private int amounts;
    private int unset;
    private Exact cost = Exact.ZERO;

    void add(Standings standings, int row) {
      if (standings.undetermined(row)) {
        undetermined++;
      }
      if (!standings.eligible(row)) {
        return;
      }
      eligible++;
      Optional<Exact> amount = standings.amount(row);
      if (amount.isPresent()) {
        cost = cost.plus(amount.get());
        amounts++;
      } else {
        unset++;
      }
    }

    Optional<Exact> cost() {
      return amounts == 0 && eligible > 0 ? Optional.empty() : Optional.of(cost);
    }
  }

  Counting(Standings present, Standings reform) {
    this.present = present;
    this.reform = reform;
  }

  void add(int row, Change change) {
    boolean spoken = spoken(present.kinds()[row]) || spoken(reform.kinds()[row]);
    subjects += spoken ? 1 : 0;
    winners += change == Change.WINNER ? 1 : 0;
    losers += change == Change.LOSER ? 1 : 0;
    before.add(present, row);
    after.add(reform, row);
  }

  private static boolean spoken(Verdict.Kind kind) {
    return kind != Verdict.Kind.OUT_OF_SCOPE && kind != Verdict.Kind.NOT_IN_FORCE;
  }

  Tally tally() {
    return new Tally(
        subjects,
        before.eligible,
        after.eligible,
        winners,
        losers,
        before.undetermined,
        after.undetermined,
        before.cost(),
        after.cost(),
        before.unset,
        after.unset);
  }
}

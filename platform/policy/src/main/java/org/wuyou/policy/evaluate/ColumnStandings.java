package org.wuyou.policy.evaluate;

import java.util.Arrays;
import java.util.Optional;
import org.wuyou.policy.evaluate.SelectionOutcome.Standing;

/** How each row of a population stands in a selection: a byte a row. */
public final class ColumnStandings {
  private static final Standing[] STANDINGS = Standing.values();

  /** One more than the standing's place, so that 0 is a row of which the selection is silent. */
  private final byte[] codes;

  ColumnStandings(int size) {
    this.codes = new byte[size];
  }

  public int size() {
    return codes.length;
  }

  /** How the row stands; empty if the selection does not speak of it. */
  public Optional<Standing> at(int row) {
    int code = codes[row];
    return code == 0 ? Optional.empty() : Optional.of(STANDINGS[code - 1]);
  }

  boolean is(int row, Standing standing) {
    return codes[row] == code(standing);
  }

  void put(int row, Standing standing) {
    codes[row] = code(standing);
  }

  /** The selection does not speak of the row. */
  void silent(int row) {
    codes[row] = 0;
  }

  void putAll(Standing standing) {
    Arrays.fill(codes, code(standing));
  }

  private static byte code(Standing standing) {
    return (byte) (standing.ordinal() + 1);
  }
}

package org.wuyou.policy.plan;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.facts.FactType;

/** Columns seen from the rows of a plan: where a row has no subject here, and why. */
final class View {
  private final Columns columns;
  private final Names names;
  private final byte @Nullable [] absence;
  private final long[] reasons;
  private final Map<String, Object> known = new HashMap<>();

  private View(Columns columns, Names names, byte @Nullable [] absence, long[] reasons) {
    this.columns = columns;
    this.names = names;
    this.absence = absence;
    this.reasons = reasons;
  }

  static View of(Columns columns, Names names) {
    return new View(columns, names, null, Leaf.NONE);
  }

  /** The rows as often as they have members. */
  View repeated(int[] owner) {
    Columns repeated = new Repeated(columns, owner);
    byte[] here = absence;
    if (here == null) {
      return new View(repeated, names, null, Leaf.NONE);
    }
    byte[] states = new byte[owner.length];
    for (int row = 0; row < owner.length; row++) {
      states[row] = here[owner[row]];
    }
    return new View(repeated, names, states, reasons);
  }

  Columns columns() {
    return columns;
  }

  boolean complete() {
    return absence == null;
  }

  /** True in each row that has a subject, missing in the others. */
  Leaf presence() {
    boolean[] there = new boolean[columns.size()];
    java.util.Arrays.fill(there, true);
    return new Leaf(new Column.Truths(there, null), absence, reasons);
  }

  Leaf leaf(String fact, FactType type, String path) {
    // The same fact goes by another name inside a loop.
    String key = fact + " " + path;
    Leaf leaf = (Leaf) known.get(key);
    if (leaf == null) {
      Column column = columns.column(fact, type);
      View within = without(columns, column.missing(), path);
      leaf = new Leaf(column, within.absence, within.reasons);
      known.put(key, leaf);
    }
    return leaf;
  }

  View one(String fact, String path) {
    return joined(fact + " " + path, path, () -> columns.one(fact));
  }

  View at(String fact, int year, String path) {
    return joined(fact + "[" + year + " " + path, path, () -> columns.at(fact, year));
  }

  private View joined(String key, String path, java.util.function.Supplier<Columns> join) {
    View view = (View) known.get(key);
    if (view == null) {
      Columns other = join.get();
      view = without(other, other.absent(), path);
      known.put(key, view);
    }
    return view;
  }

  /** The rows that are absent here stay so for the reason they are; the others for a new one. */
  private View without(Columns of, boolean @Nullable [] missing, String path) {
    boolean any = false;
    byte[] states = absence == null ? new byte[columns.size()] : absence.clone();
    byte state = (byte) reasons.length;
    if (missing != null) {
      for (int row = 0; row < states.length; row++) {
        if (missing[row] && states[row] == 0) {
          states[row] = state;
          any = true;
        }
      }
    }
    if (!any) {
      return new View(of, names, absence, reasons);
    }
    long[] all = java.util.Arrays.copyOf(reasons, reasons.length + 1);
    all[reasons.length] = names.mask(path);
    return new View(of, names, states, all);
  }
}

package org.wuyou.policy.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.facts.Subject;

/** Columns seen from the members of their rows: each row as often as it has members. */
record Repeated(Columns columns, int[] rows) implements Columns {
  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public Subject subject(int row) {
    return columns.subject(rows[row]);
  }

  @Override
  public boolean @Nullable [] absent() {
    return repeat(columns.absent());
  }

  @Override
  public Column column(String fact, FactType type) {
    return switch (columns.column(fact, type)) {
      case Column.Numbers numbers ->
          new Column.Numbers(
              Arrays.stream(rows).mapToDouble(row -> numbers.values()[row]).toArray(),
              numbers.scale(),
              numbers.whole(),
              repeat(numbers.missing()));
      case Column.Truths truths ->
          new Column.Truths(repeated(truths.values()), repeat(truths.missing()));
      case Column.Texts texts ->
          new Column.Texts(
              Arrays.stream(rows).map(row -> texts.codes()[row]).toArray(),
              texts.dictionary(),
              repeat(texts.missing()));
    };
  }

  private boolean @Nullable [] repeat(boolean @Nullable [] values) {
    return values == null ? null : repeated(values);
  }

  private boolean[] repeated(boolean[] values) {
    boolean[] repeated = new boolean[rows.length];
    for (int row = 0; row < rows.length; row++) {
      repeated[row] = values[rows[row]];
    }
    return repeated;
  }

  @Override
  public Columns one(String fact) {
    return new Repeated(columns.one(fact), rows);
  }

  @Override
  public Columns at(String many, int year) {
    return new Repeated(columns.at(many, year), rows);
  }

  @Override
  public Members many(String fact) {
    throw new Unplannable("循环中再取外层的多个对象", "many subjects of an outer row inside a loop");
  }
}

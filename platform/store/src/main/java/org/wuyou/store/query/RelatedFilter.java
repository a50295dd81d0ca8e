package org.wuyou.store.query;

import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Condition.Quantifier;
import org.wuyou.spi.data.Deadline;
import org.wuyou.store.column.Bits;
import org.wuyou.store.table.Positions;
import org.wuyou.store.table.TableState;

/** Some, every or none of the rows related satisfy a filter; never unknown. */
abstract sealed class RelatedFilter extends Filter {
  final Quantifier quantifier;
  final Filter inner;

  RelatedFilter(TableState table, Quantifier quantifier, Filter inner) {
    super(table);
    this.quantifier = quantifier;
    this.inner = inner;
  }

  /** The row a reference leads to, if any. */
  static final class Reference extends RelatedFilter {
    private final int column;

    Reference(TableState table, int column, Quantifier quantifier, Filter inner) {
      super(table, quantifier, inner);
      this.column = column;
    }

    @Override
    int test(int position) {
      boolean there = !table().isNull(position, column);
      boolean satisfied = there && inner.test((int) table().longAt(position, column)) == TRUE;
      boolean outcome =
          switch (quantifier) {
            case SOME -> satisfied;
            case EVERY -> !there || satisfied;
            case NONE -> !satisfied;
          };
      return outcome ? TRUE : FALSE;
    }
  }

  /** The rows of {@code inner}'s table whose reference leads here. */
  static final class Inverse extends RelatedFilter {
    private final int column;
    private long @Nullable [] marked;

    Inverse(TableState table, int column, Quantifier quantifier, Filter inner) {
      super(table, quantifier, inner);
      this.column = column;
    }

    @Override
    int test(int position) {
      boolean some = false;
      boolean every = true;
      for (int source : inner.table().referencesBy(column).sources(position)) {
        boolean satisfied = inner.test(source) == TRUE;
        some |= satisfied;
        every &= satisfied;
      }
      boolean outcome =
          switch (quantifier) {
            case SOME -> some;
            case EVERY -> every;
            case NONE -> !some;
          };
      return outcome ? TRUE : FALSE;
    }

    @Override
    void segment(int number, long[] isTrue, long[] isFalse) {
      long[] bits = marked == null ? mark() : marked;
      marked = bits;
      long[] live = table().segment(number).live();
      for (int w = 0; w < WORDS; w++) {
        long set = bits[number * WORDS + w];
        isTrue[w] = (quantifier == Quantifier.SOME ? set : ~set) & live[w];
        isFalse[w] = ~isTrue[w] & live[w];
      }
    }

    /** Rows that some satisfying row leads to; for EVERY, that some row not satisfying leads to. */
    private long[] mark() {
      long[] bits = new long[table().segmentCount() * WORDS];
      TableState sources = inner.table();
      long[] isTrue = new long[WORDS];
      long[] isFalse = new long[WORDS];
      for (int number = 0; number < sources.segmentCount(); number++) {
        Deadline.check();
        inner.segment(number, isTrue, isFalse);
        if (quantifier == Quantifier.EVERY) {
          long[] live = sources.segment(number).live();
          for (int w = 0; w < WORDS; w++) {
            isTrue[w] = ~isTrue[w] & live[w];
          }
        }
        Positions found = new Positions(64);
        append(isTrue, number, found);
        for (int i = 0; i < found.size(); i++) {
          int source = found.get(i);
          if (!sources.isNull(source, column)) {
            Bits.set(bits, (int) sources.longAt(source, column));
          }
        }
      }
      return bits;
    }
  }
}

package org.wuyou.spi.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows. Three-valued, as in SQL: a comparison with a missing value is unknown, the negation
 * of unknown is unknown, and only rows for which the condition is true are taken. A field is named
 * by a path: {@code revenue}, or {@code enterprise.industryCode} through references.
 */
public sealed interface Condition {
  record All() implements Condition {}

  record And(List<Condition> parts) implements Condition {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Condition part) implements Condition {}

  /** Value in the Java form of the field's type; for references a {@link RowKey}. */
  record Compare(String field, Operator operator, Object value) implements Condition {}

  record In(String field, List<Object> values) implements Condition {
    public In {
      values = List.copyOf(values);
    }
  }

  record IsNull(String field) implements Condition {}

  record TextMatch(String field, Match match, String text, boolean ignoreCase)
      implements Condition {}

  /** The list field holds the value. */
  record Has(String field, Object value) implements Condition {}

  /** Some, every or none of the rows of a reference or inverse field satisfy the condition. */
  record Related(String field, Quantifier quantifier, Condition where) implements Condition {}

  /**
   * Full text over the entity's searched fields, or over {@code fields} if given; folds 繁 and 简.
   */
  record Search(String text, @Nullable List<String> fields) implements Condition {}

  enum Operator {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE
  }

  enum Match {
    STARTS_WITH,
    ENDS_WITH,
    CONTAINS
  }

  enum Quantifier {
    SOME,
    EVERY,
    NONE
  }

  Condition ALL = new All();

  static Condition eq(String field, Object value) {
    return new Compare(field, Operator.EQ, value);
  }

  static Condition and(Condition... parts) {
    return new And(List.of(parts));
  }
}

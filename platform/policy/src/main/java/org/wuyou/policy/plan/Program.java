package org.wuyou.policy.plan;

import java.util.List;

/**
 * What is done with one row: steps in an order in which each needs only those before it. Columns,
 * constants and masks are referred to by number, so that one program serves other values.
 *
 * @param outputs the steps whose results are kept
 */
record Program(List<Step> steps, List<Integer> outputs) {
  Program {
    steps = List.copyOf(steps);
    outputs = List.copyOf(outputs);
  }

  /** Roughly how many bytes of code it takes. */
  int weight() {
    return steps.stream().mapToInt(step -> step.nullable() ? 60 : 16).sum();
  }

  /** What a step does; {@code a}, {@code b}, {@code c} are steps unless said otherwise. */
  enum Operation {
    /** Column {@code a}, missing as the states in column {@code b} and masks in {@code c} say. */
    NUMBER,
    TRUTH,
    /** Table {@code d} at the code in column {@code a}. */
    LOOKUP,
    /** Constant {@code a}. */
    CONSTANT,
    TRUE,
    FALSE,
    /** Missing as mask {@code a} says, in each row. */
    NO_NUMBER,
    NO_TRUTH,
    ADD,
    SUBTRACT,
    MULTIPLY,
    /** Missing as mask {@code c} says where the divisor is zero. */
    DIVIDE,
    LEAST,
    GREATEST,
    NEGATE,
    /** Comparisons that come closer than constants {@code c} (a part) and {@code d} are told. */
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    EQUAL,
    NOT_EQUAL,
    AND,
    OR,
    NOT,
    CHOOSE,
    KNOWN
  }

  /** No step, column, constant or mask. */
  static final int NONE = -1;

  record Step(Operation operation, int a, int b, int c, int d, boolean number, boolean nullable) {
    boolean leaf() {
      return switch (operation) {
        case NUMBER, TRUTH, LOOKUP, CONSTANT, TRUE, FALSE, NO_NUMBER, NO_TRUTH -> true;
        default -> false;
      };
    }

    /** The steps it needs. */
    int[] needs() {
      return switch (operation) {
        case NUMBER, TRUTH, LOOKUP, CONSTANT, TRUE, FALSE, NO_NUMBER, NO_TRUTH -> new int[0];
        case NEGATE, NOT, KNOWN -> new int[] {a};
        case CHOOSE -> new int[] {a, b, c};
        default -> new int[] {a, b};
      };
    }
  }
}

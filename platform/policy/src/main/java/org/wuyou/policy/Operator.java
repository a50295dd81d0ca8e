package org.wuyou.policy;

/** How a figure must stand to its bound. */
public enum Operator {
  AT_LEAST(">="),
  ABOVE(">"),
  AT_MOST("<="),
  BELOW("<"),
  EQUAL("=");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /** {@code comparison} is negative, zero or positive as the figure is below, at or above. */
  public boolean holds(int comparison) {
    return switch (this) {
      case AT_LEAST -> comparison >= 0;
      case ABOVE -> comparison > 0;
      case AT_MOST -> comparison <= 0;
      case BELOW -> comparison < 0;
      case EQUAL -> comparison == 0;
    };
  }

  public boolean holds(Exact figure, Exact bound) {
    return holds(figure.compareTo(bound));
  }
}

package org.wuyou.policy.plan;

/**
 * What is known of a number computed in binary, whatever the row: how far from the true value it
 * can lie. Decimals are kept times ten to the {@code scale}, so sums of amounts are whole and
 * exact.
 *
 * @param whole the number is a whole one and exact
 * @param least the smallest it can be
 * @param greatest the largest it can be
 * @param relative largest error, as a part of the true value
 * @param absolute largest error beside that
 */
record Bounds(
    int scale, boolean whole, double least, double greatest, double relative, double absolute) {
  /** Whole numbers up to here are exact. */
  private static final double EXACT = 0x1p53;

  /** Twice what one rounding can do. */
  static final double ROUNDING = 0x1p-52;

  static Bounds whole(int scale, double least, double greatest) {
    return rounded(scale, true, least, greatest, 0, 0);
  }

  /** A number with one rounding. */
  static Bounds near(int scale, double least, double greatest) {
    return new Bounds(scale, false, least, greatest, ROUNDING, 0);
  }

  private static Bounds rounded(
      int scale, boolean whole, double least, double greatest, double relative, double absolute) {
    boolean exact = whole && Math.max(Math.abs(least), Math.abs(greatest)) <= EXACT;
    return exact
        ? new Bounds(scale, true, least, greatest, 0, 0)
        : new Bounds(scale, false, least, greatest, relative + ROUNDING, absolute);
  }

  private double size() {
    return Math.max(Math.abs(least), Math.abs(greatest));
  }

  private double error() {
    return absolute + (relative == 0 ? 0 : relative * size());
  }

  /** The sum of two numbers of one scale. */
  Bounds plus(Bounds other) {
    return rounded(
        scale,
        whole && other.whole,
        least + other.least,
        greatest + other.greatest,
        0,
        error() + other.error());
  }

  Bounds negated() {
    return new Bounds(scale, whole, -greatest, -least, relative, absolute);
  }

  Bounds times(Bounds other) {
    double[] corners = {
      product(least, other.least),
      product(least, other.greatest),
      product(greatest, other.least),
      product(greatest, other.greatest)
    };
    return rounded(
        scale + other.scale,
        whole && other.whole,
        min(corners),
        max(corners),
        relative + other.relative + relative * other.relative,
        product(absolute, other.size())
            + product(other.absolute, size())
            + product(absolute, other.absolute));
  }

  /** Infinity times nothing is nothing: the bound of a product, not of its factors. */
  private static double product(double one, double other) {
    return one == 0 || other == 0 ? 0 : one * other;
  }

  Bounds over(Bounds other) {
    boolean apart = other.least > 0 || other.greatest < 0;
    double smallest =
        apart ? Math.min(Math.abs(other.least), Math.abs(other.greatest)) : other.whole ? 1 : 0;
    double[] corners =
        apart
            ? new double[] {
              least / other.least,
              least / other.greatest,
              greatest / other.least,
              greatest / other.greatest
            }
            : new double[] {-size() / smallest, size() / smallest};
    double safe = smallest - other.absolute;
    double error =
        absolute == 0 && other.absolute == 0
            ? 0
            : safe <= 0
                ? Double.POSITIVE_INFINITY
                : (absolute
                        + Math.max(Math.abs(min(corners)), Math.abs(max(corners))) * other.absolute)
                    / safe;
    return new Bounds(
        scale - other.scale,
        false,
        min(corners),
        max(corners),
        relative + 2 * other.relative + ROUNDING,
        error);
  }

  /** Either of two numbers of one scale. */
  Bounds or(Bounds other) {
    return new Bounds(
        scale,
        whole && other.whole,
        Math.min(least, other.least),
        Math.max(greatest, other.greatest),
        Math.max(relative, other.relative),
        Math.max(absolute, other.absolute));
  }

  /** How close two numbers of one scale may come before binary cannot tell which is larger. */
  double relativeTo(Bounds other) {
    return 4 * (relative + other.relative);
  }

  double absoluteTo(Bounds other) {
    return 4 * (absolute + other.absolute);
  }

  /** Whether two such numbers differ, and by so much that binary tells which is larger. */
  boolean apart(double one, double other) {
    return Math.abs(one - other) > relativeTo(this) * Math.abs(other) + absoluteTo(this);
  }

  private static double min(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : values) {
      least = Double.isNaN(value) ? Double.NEGATIVE_INFINITY : Math.min(least, value);
    }
    return least;
  }

  private static double max(double[] values) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      greatest = Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.max(greatest, value);
    }
    return greatest;
  }
}

package org.wuyou.policy.plan;

/** A program compiled to a loop. */
interface Kernel {
  /**
   * Fills rows {@code from} to {@code to} (excluded) of the outputs: for each output its values and
   * its masks, the latter only where something can be missing.
   *
   * @param near takes the rows that binary arithmetic cannot decide
   * @return how many those are
   */
  int run(
      Object[] columns,
      double[] constants,
      long[] masks,
      int from,
      int to,
      Object[] outputs,
      int[] near);
}

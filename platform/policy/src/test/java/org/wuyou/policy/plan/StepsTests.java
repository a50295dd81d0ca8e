package org.wuyou.policy.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyou.policy.plan.Program.Operation;
import org.wuyou.policy.plan.Program.Step;

@DisplayName("The steps of a program")
class StepsTests {
  private static final int NONE = Program.NONE;

  private final Steps steps = new Steps();

  private int number(double... values) {
    Column.Numbers column = new Column.Numbers(values, 0, true, null);
    return steps.leaf(Operation.NUMBER, column.values(), Leaf.complete(column), NONE);
  }

  private int partly(double... values) {
    Column.Numbers column = new Column.Numbers(values, 0, true, null);
    long[] missing = new long[values.length];
    missing[0] = 4;
    return steps.leaf(Operation.NUMBER, column.values(), Leaf.of(column, missing), NONE);
  }

  @Test
  void are_taken_once() {
    int one = steps.constant(1);
    assertEquals(one, steps.constant(1));
    assertNotEquals(one, steps.constant(2));
    assertEquals(steps.truth(true), steps.truth(true));
    assertNotEquals(steps.truth(true), steps.truth(false));
    assertEquals(steps.missing(3, true), steps.missing(3, true));
    assertNotEquals(steps.missing(3, true), steps.missing(3, false));
    assertNotEquals(steps.missing(3, true), steps.missing(5, true));
    assertArrayEquals(new double[] {1, 2}, steps.constants());
    assertArrayEquals(new long[] {3, 5}, steps.masks());
    double[] column = {1, 2};
    assertEquals(steps.column(column), steps.column(column));
    assertNotEquals(steps.column(column), steps.column(new double[] {1, 2}));
  }

  @Test
  void can_miss_something_where_what_they_need_can() {
    int whole = number(1, 2);
    int gappy = partly(1, 2);
    assertFalse(steps.at(whole).nullable());
    assertTrue(steps.at(gappy).nullable());
    assertTrue(steps.at(steps.add(Operation.ADD, whole, gappy, true)).nullable());
    assertTrue(steps.at(steps.add(Operation.ADD, gappy, whole, true)).nullable());
    assertFalse(steps.at(steps.add(Operation.ADD, whole, whole, true)).nullable());
    assertTrue(steps.at(steps.add(Operation.NEGATE, gappy, NONE, true)).nullable());
    assertFalse(steps.at(steps.add(Operation.NEGATE, whole, NONE, true)).nullable());
    assertTrue(steps.at(steps.missing(1, false)).nullable());
  }

  @Test
  void that_only_read_a_whole_column_are_ready() {
    double[] values = {1, 2};
    int read = number(values);
    assertSame(values, steps.ready(read));
    assertNull(steps.ready(partly(1, 2)));
    assertNull(steps.ready(steps.constant(1)));
    assertNull(steps.ready(steps.add(Operation.NEGATE, read, NONE, true)));
    boolean[] truths = {true};
    int truth =
        steps.leaf(Operation.TRUTH, truths, Leaf.complete(new Column.Truths(truths, null)), NONE);
    assertSame(truths, steps.ready(truth));
    assertFalse(steps.at(truth).number());
    assertTrue(steps.at(read).number());
  }

  @Test
  void of_a_program_are_those_its_outputs_need_renumbered() {
    int a = number(1, 2);
    steps.constant(7);
    int b = number(3, 4);
    int unused = steps.add(Operation.ADD, a, b, true);
    int product = steps.add(Operation.MULTIPLY, a, b, true);
    int opposite = steps.add(Operation.NEGATE, product, NONE, true);
    steps.add(Operation.NEGATE, unused, NONE, true);
    int above = steps.add(Operation.GREATER, product, opposite, false);
    int chosen = steps.add(Operation.CHOOSE, above, product, opposite, NONE, true, false);
    Program program = steps.program(List.of(chosen, a));
    assertEquals(
        List.of(
            Operation.NUMBER,
            Operation.NUMBER,
            Operation.MULTIPLY,
            Operation.NEGATE,
            Operation.GREATER,
            Operation.CHOOSE),
        program.steps().stream().map(Step::operation).toList());
    assertEquals(List.of(5, 0), program.outputs());
    assertArrayEquals(new int[] {0, 1}, program.steps().get(2).needs());
    assertArrayEquals(new int[] {2}, program.steps().get(3).needs());
    assertArrayEquals(new int[] {2, 3}, program.steps().get(4).needs());
    assertArrayEquals(new int[] {4, 2, 3}, program.steps().get(5).needs());
    assertEquals(6 * 16, program.weight());
  }

  @Test
  void that_can_miss_something_weigh_more() {
    int gappy = partly(1, 2);
    assertEquals(
        120, steps.program(List.of(steps.add(Operation.NEGATE, gappy, NONE, true))).weight());
  }

  @Test
  void need_others_or_are_leaves() {
    for (Operation operation : Operation.values()) {
      Step step = new Step(operation, 1, 2, 3, 4, true, false);
      assertEquals(step.leaf(), step.needs().length == 0, "" + operation);
    }
  }

  /** Every row is dealt to one part, whatever the number of rows and threads. */
  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "7,1", "1,3", "6,3", "7,3", "8,3", "2,4"})
  void deal_each_row_to_one_thread(int size, int threads) {
    AtomicIntegerArray seen = new AtomicIntegerArray(size);
    AtomicIntegerArray parts = new AtomicIntegerArray(threads);
    Parts.run(
        size,
        threads,
        (part, from, to) -> {
          parts.incrementAndGet(part);
          for (int row = from; row < to; row++) {
            seen.incrementAndGet(row);
          }
        });
    for (int row = 0; row < size; row++) {
      assertEquals(1, seen.get(row), "row " + row);
    }
    for (int part = 0; part < threads; part++) {
      assertEquals(1, parts.get(part), "part " + part);
    }
  }

  @Test
  void that_fail_in_one_thread_fail_as_a_whole() {
    CompletionException failed =
        assertThrows(
            CompletionException.class,
            () ->
                Parts.run(
                    4,
                    2,
                    (part, from, to) -> {
                      if (part == 1) {
                        throw new IllegalStateException("in part " + part);
                      }
                    }));
    assertEquals("in part 1", failed.getCause().getMessage());
  }
}

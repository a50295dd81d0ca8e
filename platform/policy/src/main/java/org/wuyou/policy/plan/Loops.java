package org.wuyou.policy.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Shape;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;

/**
 * Loops over the subjects that belong to each row: what is asked of a member is a program over all
 * members at once, and what a row gets of it is gathered afterwards.
 */
final class Loops {
  private final Kernels kernels;
  private final Run run;
  private final int year;
  private final Names names;
  private final Interpreter interpreter;

  Loops(Kernels kernels, Run run, int year, Names names, Interpreter interpreter) {
    this.kernels = kernels;
    this.run = run;
    this.year = year;
    this.names = names;
    this.interpreter = interpreter;
  }

  /** The members of the rows, and what names mean at each. */
  private record Inside(View owners, Columns.Members members, Planner.Scope scope) {}

  private Inside inside(Term range, int item, Planner outer, Planner.Scope scope) {
    if (!(outer.plan(range, scope) instanceof Operand.Many many)) {
      throw new Unplannable("循环的对象逐户计算得出", "a loop over what is found row by row");
    }
    Columns.Members members = many.view().columns().many(many.fact());
    Map<Integer, View> locals = new HashMap<>();
    scope.locals().forEach((slot, view) -> locals.put(slot, view.repeated(members.owner())));
    locals.put(item, View.of(members.columns(), names));
    Interpreter.Frames frames =
        (inside, row) ->
            scope
                .frames()
                .of(inside, members.owner()[row])
                .inLoop(item, members.columns().subject(row));
    return new Inside(
        many.view(),
        members,
        new Planner.Scope(scope.self().repeated(members.owner()), locals, frames));
  }

  private List<Answer> answers(Inside inside, List<Term> terms) {
    Planner planner = new Planner(run, year, names, interpreter, this);
    List<Answer> answers = new ArrayList<>();
    for (Batch batch : Batch.of(kernels, planner, names, interpreter, inside.scope(), terms)) {
      answers.addAll(batch.answers(inside.members().columns().size(), 1));
    }
    return answers;
  }

  /** {@code exists} and {@code all}. */
  Leaf truth(Shape.Loop loop, Planner outer, Planner.Scope scope) {
    boolean exists = loop.start().shape().equals(new Shape.Constant(Value.FALSE));
    boolean all = loop.start().shape().equals(new Shape.Constant(Value.TRUE));
    if (!exists && !all
        || !(loop.step().shape() instanceof Shape.Call step)
        || !step.function().equals(exists ? "_||_" : "_&&_")) {
      throw new Unplannable("清单逐户不同", "a list that differs by row");
    }
    Inside inside = inside(loop.range(), loop.item(), outer, scope);
    Answer.Truths asked = answers(inside, List.of(step.arguments().get(1))).get(0).truths();
    int size = inside.owners().columns().size();
    boolean[] holds = new boolean[size];
    long[] missing = new long[size];
    int[] owner = inside.members().owner();
    for (int row = 0; row < owner.length; row++) {
      if (asked.missing(row) != 0) {
        missing[owner[row]] |= asked.missing(row);
      } else if (asked.holds()[row] == exists) {
        holds[owner[row]] = true;
      }
    }
    for (int row = 0; row < size; row++) {
      missing[row] = holds[row] ? 0 : missing[row];
      holds[row] = holds[row] == exists;
    }
    return within(inside.owners(), new Column.Truths(holds, null), missing);
  }

  /** {@code count} and {@code sum} of members, filtered or mapped. */
  Leaf total(Shape.Call call, Planner outer, Planner.Scope scope) {
    boolean sum = call.function().equals("sum");
    Term list = call.arguments().get(0);
    if (!(list.shape() instanceof Shape.Loop loop)) {
      if (!sum && outer.plan(list, scope) instanceof Operand.Many many) {
        return counted(many);
      }
      throw new Unplannable("清单逐户不同", "a list that differs by row");
    }
    Gathering gathering =
        gathering(loop).orElseThrow(() -> new Unplannable("循环的写法", "a loop of another form"));
    Inside inside = inside(loop.range(), loop.item(), outer, scope);
    Answer.Truths where =
        gathering.where().isEmpty()
            ? null
            : answers(inside, List.of(gathering.where().get())).get(0).truths();
    Answer.Numbers what =
        sum ? (Answer.Numbers) answers(inside, List.of(gathering.what())).get(0) : null;
    if (what != null && !what.whole()) {
      throw new Unplannable("合计的数不是定点数", "a sum of numbers that are not whole");
    }
    int size = inside.owners().columns().size();
    double[] totals = new double[size];
    long[] missing = new long[size];
    long[] undecided = new long[size];
    int[] owner = inside.members().owner();
    for (int row = 0; row < owner.length; row++) {
      int of = owner[row];
      if (where != null && where.missing(row) != 0) {
        undecided[of] = where.missing(row);
      } else if (where == null || where.holds()[row]) {
        missing[of] |= what == null ? 0 : what.missing(row);
        totals[of] += what == null ? 1 : what.values()[row];
      }
    }
    for (int row = 0; row < size; row++) {
      missing[row] = undecided[row] == 0 ? missing[row] : undecided[row];
    }
    int scale = what == null ? 0 : what.scale();
    return within(inside.owners(), new Column.Numbers(totals, scale, true, null), missing);
  }

  /** How many there are of a fact's subjects. */
  private static Leaf counted(Operand.Many many) {
    int size = many.view().columns().size();
    double[] counts = new double[size];
    for (int owner : many.view().columns().many(many.fact()).owner()) {
      counts[owner]++;
    }
    return within(many.view(), new Column.Numbers(counts, 0, true, null), new long[size]);
  }

  /** What a loop puts on its list, and of which members. */
  private record Gathering(Optional<Term> where, Term what) {}

  private static Optional<Gathering> gathering(Shape.Loop loop) {
    if (!(loop.step().shape() instanceof Shape.Call step)) {
      return Optional.empty();
    }
    if (step.function().equals("_?_:_")) {
      return added(step.arguments().get(1))
          .map(what -> new Gathering(Optional.of(step.arguments().get(0)), what));
    }
    return added(loop.step()).map(what -> new Gathering(Optional.empty(), what));
  }

  private static Optional<Term> added(Term term) {
    return term.shape() instanceof Shape.Call add
            && add.function().equals("_+_")
            && add.arguments().get(0).shape() instanceof Shape.Local
            && add.arguments().get(1).shape() instanceof Shape.Items items
        ? Optional.of(items.elements().get(0))
        : Optional.empty();
  }

  /** Rows without a subject here miss it, whatever was gathered. */
  private static Leaf within(View owners, Column column, long[] missing) {
    Leaf presence = owners.presence();
    byte[] absence = presence.states();
    if (absence != null) {
      for (int row = 0; row < missing.length; row++) {
        missing[row] = absence[row] == 0 ? missing[row] : presence.masks()[absence[row]];
      }
    }
    return Leaf.of(column, missing);
  }
}

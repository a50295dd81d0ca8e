package org.wuyou.policy.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Shape;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;

/**
 * Terms of a bundle over all subjects of a population, in one setting and year. It answers what
 * evaluating each term for each subject would answer. Not shared between threads.
 */
public final class Plan {
  private final Kernels kernels;
  private final Run run;
  private final int year;
  private final Columns columns;
  private final int threads;
  private final Names names = new Names();
  private final Interpreter interpreter;
  private final View self;
  private final Planner.Scope scope;

  public Plan(Kernels kernels, Run run, int year, Columns columns, int threads) {
    this.kernels = kernels;
    this.run = run;
    this.year = year;
    this.columns = columns;
    this.threads = threads;
    this.interpreter = new Interpreter(run, names);
    this.self = View.of(columns, names);
    this.scope =
        new Planner.Scope(
            self, Map.of(), (inside, row) -> inside.frame(columns.subject(row), year));
  }

  /** A part of a term that was decided subject by subject: why, and for how many. */
  public record Interpreted(Text reason, int rows) {}

  public int size() {
    return columns.size();
  }

  public Columns columns() {
    return columns;
  }

  /** One answer for each term. */
  public List<Answer> answers(List<Term> terms) {
    return prepare(terms, Map.of()).run();
  }

  /**
   * Compiles the terms, to be run as often as the columns change their truths; their numbers, and
   * what is missing in them, stay as they are now.
   *
   * @param given answers, of this plan, that derived facts have already
   */
  public Prepared prepare(List<Term> terms, Map<DerivedFact, Given> given) {
    Loops loops = new Loops(kernels, run, year, names, interpreter);
    Planner planner = new Planner(run, year, names, interpreter, loops);
    given.forEach(
        (fact, known) ->
            known.operand(planner).ifPresent(operand -> planner.given(fact, self, operand)));
    List<Part> parts =
        Batch.of(kernels, planner, names, interpreter, scope, terms).stream()
            .map(batch -> new Part(batch, batch.blank(columns.size())))
            .toList();
    return new Prepared(parts, columns.size(), threads, terms);
  }

  /** Whether the term gives a number or a truth, which have columns. */
  public boolean answerable(Term term) {
    Loops loops = new Loops(kernels, run, year, names, interpreter);
    return new Planner(run, year, names, interpreter, loops).answerable(term, scope);
  }

  /** Whether all the facts of the mask have names of their own. */
  boolean named(long mask) {
    return (mask & Names.OTHERS) == 0;
  }

  /** The term of one row, exactly. */
  public Value value(Term term, int row) {
    return interpreter.value(term, scope.frames(), row);
  }

  /** The number of the row, to the last digit. */
  public Exact exact(Term term, Answer.Numbers answer, int row) {
    return answer.whole()
        ? Exact.of(BigDecimal.valueOf((long) answer.values()[row], answer.scale()))
        : ((Value.Number) value(term, row)).exact();
  }

  /** Names of the facts missing in the row. */
  public Set<String> missing(Term term, int row, long mask) {
    return (mask & Names.OTHERS) != 0 && value(term, row) instanceof Value.Missing missing
        ? missing.facts()
        : names.of(mask);
  }

  /** Names of the facts missing for the term in the row. */
  public Set<String> missing(Term term, int row) {
    return value(term, row) instanceof Value.Missing missing ? missing.facts() : Set.of();
  }

  /** What was decided subject by subject. */
  public List<Interpreted> interpreted() {
    return interpreter.told();
  }

  private record Part(Batch batch, List<Answer> answers) {}

  /** An answer that stands for a derived fact from now on. */
  public static final class Given {
    private final Answer answer;
    private final Part by;
    private final int output;

    private Given(Answer answer, Part by, int output) {
      this.answer = answer;
      this.by = by;
      this.output = output;
    }

    /**
     * A column of the answer's values. None where something can be missing: what, is known only
     * once it has run, so it is worked out anew.
     */
    private Optional<Operand> operand(Planner planner) {
      if (answer.masks() != null) {
        return Optional.empty();
      }
      return Optional.of(
          switch (answer) {
            case Answer.Truths truths ->
                planner.operators().leaf(Leaf.complete(new Column.Truths(truths.holds(), null)));
            case Answer.Numbers numbers -> {
              Column.Numbers column =
                  new Column.Numbers(numbers.values(), numbers.scale(), numbers.whole(), null);
              yield planner
                  .operators()
                  .number(Leaf.complete(column), column, by.batch().bounds(output));
            }
          });
    }
  }

  /** Terms compiled for the plan's columns. */
  public static final class Prepared {
    private final List<Part> parts;
    private final int size;
    private final int threads;
    private final List<Term> terms;
    private int decided;

    private Prepared(List<Part> parts, int size, int threads, List<Term> terms) {
      this.parts = parts;
      this.size = size;
      this.threads = threads;
      this.terms = terms;
    }

    /** Answers for the present values of the columns; the arrays are filled anew each time. */
    public List<Answer> run() {
      decided = 0;
      List<Answer> answers = new ArrayList<>();
      for (Part part : parts) {
        decided += part.batch().fill(part.answers(), size, threads);
        answers.addAll(part.answers());
      }
      return answers;
    }

    /** How many rows the last run decided in exact arithmetic. */
    public int decidedExactly() {
      return decided;
    }

    /** Whether two numbers of the term lie so far apart that binary tells which is larger. */
    public boolean apart(int term, double one, double other) {
      int of = term;
      for (Part part : parts) {
        if (of < part.batch().size()) {
          return part.batch().bounds(of).apart(one, other);
        }
        of -= part.batch().size();
      }
      throw new IndexOutOfBoundsException(term);
    }

    /** The answers as what their derived facts stand for. */
    public Map<DerivedFact, Given> given() {
      Map<DerivedFact, Given> given = new LinkedHashMap<>();
      int term = 0;
      for (Part part : parts) {
        for (int i = 0; i < part.batch().size(); i++, term++) {
          if (terms.get(term).shape() instanceof Shape.Derived derived) {
            given.put(derived.fact(), new Given(part.answers().get(i), part, i));
          }
        }
      }
      return given;
    }
  }
}

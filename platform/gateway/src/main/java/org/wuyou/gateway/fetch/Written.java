package org.wuyou.gateway.fetch;

import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.values.ValueWriter;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.CommitResult.Effect;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Violation;

/**
 * The payload of a generated mutation.
 *
 * @param results of each change: its row, or the global id of the row removed
 */
public record Written(
    List<@Nullable Object> results,
    List<Effect> effects,
    List<Problem> userErrors,
    List<Problem> warnings) {

  public static final Light FIRST =
      (source, environment) -> {
        List<@Nullable Object> results = ((Written) source).results;
        return results.isEmpty() ? null : results.getFirst();
      };
  public static final Light ALL = (source, environment) -> ((Written) source).results;
  public static final Light EFFECT =
      (source, environment) -> {
        List<Effect> effects = ((Written) source).effects;
        return effects.isEmpty() ? null : effects.getFirst().name();
      };
  public static final Light CREATED = count(Effect.CREATED);
  public static final Light UPDATED = count(Effect.UPDATED);
  public static final Light UNCHANGED = count(Effect.UNCHANGED);
  public static final Light USER_ERRORS = (source, environment) -> ((Written) source).userErrors;
  public static final Light WARNINGS = (source, environment) -> ((Written) source).warnings;

  /** A violation with the path of its change within the mutation's arguments. */
  public record Problem(Violation violation, List<String> prefix) {
    public static final Light CODE =
        field("code", (problem, environment) -> problem.violation.code());
    public static final Light MESSAGE =
        field(
            "message",
            (problem, environment) ->
                problem.violation.message().in(RequestContext.of(environment.get()).locale()));
    public static final Light PATH =
        field(
            "path",
            (problem, environment) -> {
              List<String> path = new ArrayList<>(problem.prefix);
              path.addAll(problem.violation.path());
              return path;
            });
    public static final Light VALUE =
        field(
            "value",
            (problem, environment) -> {
              Object value = problem.violation.value();
              return value == null || value instanceof RowKey ? null : ValueWriter.text(value);
            });

    /** A module's commands may answer with violations, or with records of their own. */
    private static Light field(
        String name, BiFunction<Problem, Supplier<DataFetchingEnvironment>, @Nullable Object> own) {
      PartField others = new PartField(name, false);
      return (source, environment) ->
          switch (source) {
            case Problem problem -> own.apply(problem, environment);
            case Violation violation -> own.apply(new Problem(violation, List.of()), environment);
            default -> others.read(source, environment);
          };
    }
  }

  private static Light count(Effect effect) {
    return (source, environment) ->
        (int) ((Written) source).effects.stream().filter(e -> e == effect).count();
  }

  /**
   * @param paths of each change within the arguments
   * @param result what to show of a change that was made
   */
  static Written of(
      CommitResult result,
      String entity,
      List<List<String>> paths,
      BiFunction<CommitResult.Outcome, Snapshot, @Nullable Object> shown) {
    return switch (result) {
      case CommitResult.Refused(List<Violation> violations) ->
          new Written(List.of(), List.of(), problems(violations, paths), List.of());
      case CommitResult.Committed(var snapshot, var outcomes, var warnings) -> {
        List<@Nullable Object> results = new ArrayList<>(paths.size());
        List<Effect> effects = new ArrayList<>(paths.size());
        // Changes that the audit has added come after ours and are not shown.
        for (int i = 0; i < paths.size(); i++) {
          results.add(shown.apply(outcomes.get(i), snapshot));
          effects.add(outcomes.get(i).effect());
        }
        yield new Written(results, effects, List.of(), problems(warnings, paths));
      }
    };
  }

  private static List<Problem> problems(List<Violation> violations, List<List<String>> paths) {
    return violations.stream()
        .map(v -> new Problem(v, v.change() < paths.size() ? paths.get(v.change()) : List.of()))
        .toList();
  }
}

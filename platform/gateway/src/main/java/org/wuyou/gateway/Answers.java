package org.wuyou.gateway;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.document.Prepared;
import org.wuyou.gateway.fetch.FaultHandler;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.spi.model.Label;

/** Results of the engine as answers: every error with a code, none with internals. */
final class Answers {
  private static final String CODE = "code";
  private static final String JAVA_NAME =
      "(java\\.\\w[\\w.]*|\\b(Linked)?HashMap|ArrayList|\\bMap)\\b";

  private Answers() {}

  static Answer of(ExecutionResult result, Locale locale, boolean mutation) {
    boolean started = result.isDataPresent();
    List<Answer.Fault> faults =
        result.getErrors().stream().map(error -> fault(error, locale, started)).toList();
    return new Answer(result.getData(), faults, !started, mutation && started);
  }

  static Answer of(Prepared.Refused refused, Locale locale) {
    return Answer.refused(
        refused.problems().stream()
            .map(
                p ->
                    new Answer.Fault(
                        p.code(), p.message().in(locale), p.locations(), List.of(), p.extensions()))
            .toList());
  }

  /** Half an answer would be taken for a whole one. */
  static Answer withoutData(Answer timedOut) {
    return new Answer(
        null,
        timedOut.errors().stream().filter(e -> e.code().equals("TIMEOUT")).limit(1).toList(),
        false,
        false);
  }

  static Answer.Fault fault(RequestFault fault, Locale locale) {
    return new Answer.Fault(
        fault.code(), fault.label().in(locale), List.of(), List.of(), fault.extensions());
  }

  private static Answer.Fault fault(GraphQLError error, Locale locale, boolean started) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    if (error.getExtensions() != null) {
      extensions.putAll(error.getExtensions());
    }
    Object code = extensions.remove(CODE);
    if (code != null) {
      return fault(error, code.toString(), error.getMessage(), extensions);
    }
    if (!started && !(error instanceof AbortExecutionException)) {
      String message = error.getMessage().replaceAll(JAVA_NAME, "JSON");
      Label label = new Label("变量与模式不符：" + message, message);
      return fault(error, "VALIDATION", label.in(locale), extensions);
    }
    return unexpected(error, locale);
  }

  /** Only a fault of ours or of a module leads here; the engine's own words go to the log. */
  private static Answer.Fault unexpected(GraphQLError error, Locale locale) {
    ErrorClassification type = error.getErrorType();
    if (type == ErrorType.ExecutionAborted) {
      return fault(
          error,
          "LIMIT_COST",
          new Label("查询已被中止；请缩小范围。", "The operation was stopped; ask for less.").in(locale),
          Map.of());
    }
    String what =
        error instanceof NonNullableFieldWasNullError
            ? "a field that is never null was null at " + error.getPath()
            : error.getMessage() + " at " + error.getPath();
    RequestFault internal = FaultHandler.internal(new IllegalStateException(what));
    return fault(error, internal.code(), internal.label().in(locale), internal.extensions());
  }

  private static Answer.Fault fault(
      GraphQLError error, String code, String message, Map<String, Object> extensions) {
    return new Answer.Fault(
        code,
        message,
        locations(error.getLocations()),
        error.getPath() == null ? List.of() : error.getPath(),
        extensions);
  }

  private static List<Answer.Location> locations(@Nullable List<SourceLocation> places) {
    return places == null
        ? List.of()
        : places.stream()
            .filter(p -> p != null && p.getLine() > 0)
            .map(p -> new Answer.Location(p.getLine(), p.getColumn()))
            .toList();
  }
}

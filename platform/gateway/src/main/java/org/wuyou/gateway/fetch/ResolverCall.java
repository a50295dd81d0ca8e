package org.wuyou.gateway.fetch;

import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.Call;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Transaction;

/** One call of a module's code, with nothing of graphql-java in sight. */
final class ResolverCall implements Call {
  private final RequestContext context;
  private final String coordinate;
  private final boolean mutation;
  private final @Nullable Object source;
  private final Map<String, @Nullable Object> arguments;
  private final Snapshot snapshot;

  ResolverCall(
      RequestContext context,
      DataFetchingEnvironment environment,
      String coordinate,
      boolean mutation) {
    this.context = context;
    this.coordinate = coordinate;
    this.mutation = mutation;
    this.source = environment.getSource();
    this.arguments = Collections.unmodifiableMap(environment.getArguments());
    this.snapshot = context.snapshot();
  }

  @Override
  public @Nullable Object source() {
    return source;
  }

  @Override
  public Map<String, @Nullable Object> arguments() {
    return arguments;
  }

  @Override
  public Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public LocalDate asOf() {
    return arguments.get("asOf") instanceof LocalDate date ? date : context.today();
  }

  @Override
  public Clock clock() {
    return context.services().clock();
  }

  @Override
  public Caller caller() {
    return context.caller();
  }

  @Override
  public Locale locale() {
    return context.locale();
  }

  @Override
  public CommitResult commit(Transaction transaction) {
    if (!mutation) {
      throw new IllegalStateException(coordinate + " is no mutation and may not commit");
    }
    return context.commit(transaction.changes(), coordinate);
  }
}

package org.wuyou.gateway;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.wuyou.gateway.document.Documents;
import org.wuyou.gateway.document.MeasuredOperation;
import org.wuyou.gateway.document.Prepared;
import org.wuyou.gateway.fetch.FaultHandler;
import org.wuyou.gateway.fetch.ListArguments;
import org.wuyou.gateway.fetch.RequestContext;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.Deadline;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.model.Label;

/** Runs operations on one generation. */
final class Engine {
  /** Longer than any server runs: subscriptions have no end of their own. */
  private static final long NO_DEADLINE = Long.MAX_VALUE / 4;

  private final Generation generation;
  private final RequestContext.Services services;
  private final Documents documents;
  private final GraphQL graphql;
  private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
  private volatile boolean retired;

  Engine(Generation generation, RequestContext.Services services) {
    this.generation = generation;
    this.services = services;
    this.documents = new Documents(generation.schema(), services.limits());
    this.graphql =
        GraphQL.newGraphQL(generation.schema())
            .defaultDataFetcherExceptionHandler(new FaultHandler())
            .instrumentation(new FieldsUnobserved())
            .preparsedDocumentProvider(
                (input, parse) ->
                    CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
            .build();
  }

  Generation generation() {
    return generation;
  }

  /** The operations clients have asked lately. */
  List<String> asked() {
    return documents.ready();
  }

  /** Takes operations for asked, though nobody did yet. */
  void expect(List<String> operations) {
    operations.forEach(documents::prepare);
  }

  /** The answer; never throws for what the client did. */
  Answer execute(Operation operation, Caller caller) {
    boolean mutation = false;
    try {
      Prepared prepared = documents.prepare(operation.query());
      if (prepared instanceof Prepared.Refused refused) {
        return Answers.of(refused, operation.locale());
      }
      Prepared.Ready ready = (Prepared.Ready) prepared;
      MeasuredOperation measured = select(ready, operation);
      if (measured.kind() == OperationDefinition.Operation.SUBSCRIPTION) {
        throw RequestFault.badRequest(
            "SUBSCRIPTION", "订阅请使用事件流（SSE）。", "Subscribe over the event stream (SSE).");
      }
      mutation = measured.kind() == OperationDefinition.Operation.MUTATION;
      if (mutation && operation.queriesOnly()) {
        throw RequestFault.badRequest(
            "QUERY_REQUIRED", "GET 只能用于查询；请用 POST。", "GET is for queries only; use POST.");
      }
      RequestContext context = context(operation, caller, services.limits().time().toNanos());
      ExecutionInput input = input(operation, ready, context);
      ExecutionResult result = Deadline.until(context.deadline(), () -> graphql.execute(input));
      Answer answer = Answers.of(result, operation.locale(), mutation);
      return context.timedOut() && !mutation ? Answers.withoutData(answer) : answer;
    } catch (RequestFault fault) {
      return Answer.refused(Answers.fault(fault, operation.locale()));
    } catch (RuntimeException | StackOverflowError unexpected) {
      Answer.Fault fault = Answers.fault(FaultHandler.internal(unexpected), operation.locale());
      return new Answer(null, List.of(fault), !mutation, mutation);
    }
  }

  /** The answers to a subscription, or one answer that refuses it. */
  Flow.Publisher<Answer> subscribe(Operation operation, Caller caller) {
    Prepared prepared = documents.prepare(operation.query());
    if (prepared instanceof Prepared.Refused refused) {
      return new OneAnswer(Answers.of(refused, operation.locale()));
    }
    try {
      Prepared.Ready ready = (Prepared.Ready) prepared;
      MeasuredOperation measured = select(ready, operation);
      if (measured.kind() != OperationDefinition.Operation.SUBSCRIPTION) {
        return new OneAnswer(execute(operation, caller));
      }
      RequestContext context = context(operation, caller, NO_DEADLINE);
      ExecutionResult result = graphql.execute(input(operation, ready, context));
      if (!(result.getData() instanceof Publisher<?> events)) {
        return new OneAnswer(Answers.of(result, operation.locale(), false));
      }
      @SuppressWarnings("unchecked")
      Flow.Publisher<ExecutionResult> results =
          FlowAdapters.toFlowPublisher((Publisher<ExecutionResult>) events);
      return subscriber -> {
        Subscription subscription = new Subscription(subscriber, context, subscriptions);
        results.subscribe(subscription);
        if (retired) {
          subscription.end();
        }
      };
    } catch (RequestFault fault) {
      return new OneAnswer(Answer.refused(Answers.fault(fault, operation.locale())));
    }
  }

  Selection selection(
      String entity,
      Map<String, @Nullable Object> where,
      Optional<String> search,
      List<Map<String, @Nullable Object>> orderBy,
      Caller caller,
      Locale locale) {
    RequestContext context = context(caller, locale, services.limits().time().toNanos());
    return new ListArguments(generation.schema(), context)
        .read(generation.model().entity(entity), where, search, orderBy);
  }

  void endSubscriptions() {
    retired = true;
    subscriptions.forEach(Subscription::end);
  }

  private RequestContext context(Operation operation, Caller caller, long nanos) {
    return context(caller, operation.locale(), nanos);
  }

  private RequestContext context(Caller caller, Locale locale, long nanos) {
    return new RequestContext(
        services,
        generation.model(),
        generation.access(),
        caller,
        locale,
        System.nanoTime() + nanos,
        services.store().snapshot());
  }

  private static ExecutionInput input(
      Operation operation, Prepared.Ready ready, RequestContext context) {
    return ExecutionInput.newExecutionInput()
        .query(operation.query())
        .operationName(operation.operationName())
        .variables(operation.variables())
        .locale(operation.locale())
        .graphQLContext(
            Map.of(RequestContext.class, context, PreparsedDocumentEntry.class, ready.entry()))
        .build();
  }

  private MeasuredOperation select(Prepared.Ready ready, Operation operation) {
    MeasuredOperation measured = named(ready.operations(), operation.operationName());
    if (measured == null) {
      throw RequestFault.badRequest(
          "OPERATION_NAME",
          "请用 operationName 指明要执行的操作；文档中有：" + String.join("、", ready.operations().keySet()) + "。",
          "Name the operation to run in operationName; the document has: "
              + String.join(", ", ready.operations().keySet())
              + ".");
    }
    long most = services.limits().cost();
    long cost = measured.cost().with(operation.variables());
    if (cost > most) {
      throw new RequestFault(
          "LIMIT_COST",
          new Label(
              "查询代价 " + cost + " 超过上限 " + most + "；请减小 first 或嵌套。",
              "The operation costs "
                  + cost
                  + ", more than "
                  + most
                  + "; take smaller pages or nest less."),
          Map.of("limit", most, "found", cost));
    }
    return measured;
  }

  private static @Nullable MeasuredOperation named(
      Map<String, MeasuredOperation> operations, @Nullable String name) {
    if (name != null && !name.isEmpty()) {
      return operations.get(name);
    }
    return operations.size() == 1 ? operations.values().iterator().next() : null;
  }
}

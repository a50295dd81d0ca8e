package org.wuyou.gateway.fetch;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.gateway.fetch.PluginFields.PluginFailure;
import org.wuyou.spi.data.Deadline;
import org.wuyou.spi.model.Label;

/** Turns what a fetcher throws into an error with a code; internals go to the log only. */
public final class FaultHandler implements DataFetcherExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters parameters) {
    DataFetchingEnvironment environment = parameters.getDataFetchingEnvironment();
    Throwable thrown = parameters.getException();
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(error(environment, cause)).build());
  }

  private static GraphQLError error(DataFetchingEnvironment environment, Throwable thrown) {
    RequestFault fault =
        switch (thrown) {
          case RequestFault known -> known;
          case Deadline.Passed passed -> RequestContext.of(environment).timeout();
          case PluginFailure failure -> {
            String trace = trace();
            LOG.warn(
                "{} {} failed, trace {}",
                failure.module(),
                failure.coordinate(),
                trace,
                failure.getCause());
            yield new RequestFault(
                "PLUGIN_ERROR",
                new Label(
                    "模块 " + failure.module() + " 未能回答 " + failure.coordinate() + "；请把追踪号告知管理员。",
                    "The module "
                        + failure.module()
                        + " failed to answer "
                        + failure.coordinate()
                        + "; tell the administrator the trace id."),
                Map.of("traceId", trace, "module", failure.module()));
          }
          default -> internal(thrown);
        };
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", fault.code());
    extensions.putAll(fault.extensions());
    return GraphqlErrorBuilder.newError(environment)
        .message("%s", fault.label().in(RequestContext.of(environment).locale()))
        .extensions(extensions)
        .build();
  }

  /** Our own fault: logged whole, told to the client by its trace id only. */
  public static RequestFault internal(Throwable thrown) {
    String trace = trace();
    LOG.error("internal error, trace {}", trace, thrown);
    return new RequestFault(
        "INTERNAL",
        new Label("服务器内部错误；请把追踪号告知管理员。", "Internal error; tell the administrator the trace id."),
        Map.of("traceId", trace));
  }

  private static String trace() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}

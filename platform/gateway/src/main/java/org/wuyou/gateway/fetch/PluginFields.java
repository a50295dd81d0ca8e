package org.wuyou.gateway.fetch;

import graphql.schema.DataFetcher;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.wuyou.gateway.ResolverGuard;
import org.wuyou.spi.Resolver;
import org.wuyou.spi.data.Deadline;

/** Fields that a module's code answers. */
public final class PluginFields {
  private PluginFields() {}

  /**
   * Calls the module through the guard.
   *
   * @param coordinate {@code Type.field}
   * @param mutation whether it is a root field that may write
   * @param money whether a {@code unit} may be asked for
   */
  public static DataFetcher<?> of(
      String module, String coordinate, Resolver resolver, boolean mutation, boolean money) {
    return environment -> {
      RequestContext context =
          mutation ? Writes.writing(environment) : RequestContext.of(environment);
      context.checkDeadline();
      ResolverCall call = new ResolverCall(context, environment, coordinate, mutation);
      Object value = call(context, module, coordinate, resolver, call);
      if (value instanceof CommitEvents<?> events) {
        return FlowAdapters.toPublisher(new ChangeStream<>(context, events));
      }
      Object shown = money ? Units.shown(value, () -> environment) : value;
      return RowFields.visible(shown, environment);
    };
  }

  private static @Nullable Object call(
      RequestContext context,
      String module,
      String coordinate,
      Resolver resolver,
      ResolverCall call) {
    try {
      return context.services().guard().call(module, coordinate, resolver, call);
    } catch (RequestFault | Deadline.Passed ofTheRequest) {
      throw ofTheRequest;
    } catch (ResolverGuard.Refusal refusal) {
      throw new RequestFault(refusal.code(), refusal.label(), java.util.Map.of("module", module));
    } catch (Exception | LinkageError failure) {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new PluginFailure(module, coordinate, failure);
    }
  }

  /** A module's code failed: told to the client as {@code PLUGIN_ERROR}, in full to the log. */
  static final class PluginFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String module;
    private final String coordinate;

    PluginFailure(String module, String coordinate, Throwable cause) {
      super(coordinate + " of " + module, cause);
      this.module = module;
      this.coordinate = coordinate;
    }

    String module() {
      return module;
    }

    String coordinate() {
      return coordinate;
    }
  }
}

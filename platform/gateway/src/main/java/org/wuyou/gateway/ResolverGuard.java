package org.wuyou.gateway;

import org.jspecify.annotations.Nullable;
import org.wuyou.spi.Call;
import org.wuyou.spi.Resolver;
import org.wuyou.spi.model.Label;

/** Stands between the gateway and a module's code: deadlines, counting, quarantine. */
@FunctionalInterface
public interface ResolverGuard {
  /**
   * Calls the resolver, or refuses to.
   *
   * @throws Refusal with the code the client is to see
   * @throws Exception whatever the module's code throws; the client sees {@code PLUGIN_ERROR}
   */
  @Nullable Object call(String module, String coordinate, Resolver resolver, Call call)
      throws Exception;

  /** Calls in the request's own thread, unbounded. */
  ResolverGuard DIRECT = (module, coordinate, resolver, call) -> resolver.resolve(call);

  /** {@code PLUGIN_TIMEOUT} or {@code PLUGIN_UNAVAILABLE}, with what the caller may do. */
  final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;
    private final transient Label label;

    public Refusal(String code, Label label) {
      super(code, null, false, false);
      this.code = code;
      this.label = label;
    }

    public String code() {
      return code;
    }

    public Label label() {
      return label;
    }
  }
}

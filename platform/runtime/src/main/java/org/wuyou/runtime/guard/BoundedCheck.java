package org.wuyou.runtime.guard;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.ResolverGuard;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/** A module's check within bounds: if it cannot be made, the row is refused, never let through. */
record BoundedCheck(String plugin, String entity, RowCheck check, BoundedCall bounds)
    implements RowCheck {
  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    try {
      return Objects.requireNonNull(bounds.call(() -> check.check(values, before)));
    } catch (ResolverGuard.Refusal refusal) {
      return List.of(new Fault(Severity.ERROR, refusal.code(), "", refusal.label()));
    } catch (Exception failure) {
      return List.of(
          new Fault(
              Severity.ERROR,
              "PLUGIN_ERROR",
              "",
              new Label(
                  "模块 " + plugin + " 对 " + entity + " 的校验出错，未写入。请联系管理员。",
                  "The check of module "
                      + plugin
                      + " on "
                      + entity
                      + " failed; nothing was written. Tell the administrator.")));
    }
  }

  /**
   * What the module derives.
   *
   * @throws IllegalStateException if it cannot; the transaction is then not made
   */
  @Override
  public Map<String, @Nullable Object> complete(
      Map<String, @Nullable Object> values, Snapshot before) {
    try {
      return Objects.requireNonNull(bounds.call(() -> check.complete(values, before)));
    } catch (Exception failure) {
      throw new IllegalStateException(
          "module " + plugin + " failed to complete a row of " + entity, failure);
    }
  }
}

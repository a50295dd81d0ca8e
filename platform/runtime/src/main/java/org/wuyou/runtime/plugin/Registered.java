package org.wuyou.runtime.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wuyou.runtime.guard.PluginGuard;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.Registration;
import org.wuyou.spi.Resolver;
import org.wuyou.spi.RowCheck;

/** Takes what a plugin registers and puts its guard around each piece. */
final class Registered implements Registration {
  private final PluginGuard guard;
  private final Map<String, Resolver> resolvers = new LinkedHashMap<>();
  private final Map<String, List<RowCheck>> checks = new LinkedHashMap<>();

  Registered(PluginGuard guard) {
    this.guard = guard;
  }

  @Override
  public void field(String type, String field, Resolver resolver) {
    String coordinate = type + "." + field;
    if (resolvers.putIfAbsent(coordinate, guard.around(coordinate, resolver)) != null) {
      throw new IllegalStateException(coordinate + " is registered twice; register it once");
    }
  }

  @Override
  public void check(String entity, RowCheck check) {
    checks.computeIfAbsent(entity, key -> new ArrayList<>()).add(guard.around(entity, check));
  }

  Contribution contribution(PluginJar jar) {
    return new Contribution(
        jar.module(), jar.id().version().toString(), jar.schema(), resolvers, checks);
  }
}

package org.wuyou.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.Registration;
import org.wuyou.spi.Resolver;
import org.wuyou.spi.RowCheck;

/** What the module contributes, as the platform would take it from its jar. */
public final class Registered implements Registration {
  private final Map<String, Resolver> resolvers = new LinkedHashMap<>();
  private final Map<String, List<RowCheck>> checks = new LinkedHashMap<>();

  public static Contribution registry() {
    Registered registered = new Registered();
    new RegistryPlugin().register(registered);
    return new Contribution(
        "registry",
        "0.1.0",
        Map.of("registry.graphqls", resource("/META-INF/wuyou/schema/registry.graphqls")),
        registered.resolvers,
        registered.checks);
  }

  @Override
  public void field(String type, String field, Resolver resolver) {
    resolvers.put(type + "." + field, resolver);
  }

  @Override
  public void check(String entity, RowCheck check) {
    checks.computeIfAbsent(entity, e -> new ArrayList<>()).add(check);
  }

  public static String resource(String name) {
    try (InputStream in = Registered.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package org.wuyou.runtime.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.wuyou.runtime.audit.AuditTrail;
import org.wuyou.spi.Contribution;

/** What the platform itself brings into the schema: the operations of administration. */
public final class AdminContribution {
  private static final String TEXT = "platform.graphqls";

  private AdminContribution() {}

  public static Contribution of(
      String version, PluginFields plugins, TokenOperations tokens, ServerFields server) {
    AdminOnly fields = new AdminOnly();
    plugins.addTo(fields);
    server.addTo(fields);
    fields
        .field("Query.tokens", call -> tokens.all())
        .field("Mutation.tokenCreate", tokens::create)
        .field("Mutation.tokenRevoke", tokens::revoke);
    return new Contribution(
        "platform", version, Map.of(TEXT, text()), fields.resolvers(), AuditTrail.checks());
  }

  private static String text() {
    try (InputStream in = AdminContribution.class.getResourceAsStream("/wuyou/" + TEXT)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks /wuyou/" + TEXT);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

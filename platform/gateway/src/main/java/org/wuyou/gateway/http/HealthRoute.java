package org.wuyou.gateway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/** {@code /health/live} and {@code /health/ready}: 200 if good, 503 if not, with every check. */
final class HealthRoute implements HttpRoute {
  private final Health health;

  HealthRoute(Health health) {
    this.health = health;
  }

  @Override
  public String prefix() {
    return "/health";
  }

  @Override
  public boolean open() {
    return true;
  }

  @Override
  public HttpAnswer handle(HttpCall call) throws IOException {
    call.allow("GET", "HEAD");
    Health.Report report =
        switch (call.rest()) {
          case "live" -> health.live();
          case "ready" -> health.ready();
          default -> throw HttpRefusal.notFound(call.path());
        };
    return HttpAnswer.bytes(
        report.good() ? 200 : 503, Media.JSON.contentType(), json(report, call.locale()));
  }

  private static byte[] json(Health.Report report, Locale locale) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("status", status(report.good()));
      out.writeArrayFieldStart("checks");
      for (Health.Check check : report.checks()) {
        out.writeStartObject();
        out.writeStringField("name", check.name());
        out.writeStringField("status", status(check.good()));
        out.writeStringField("message", check.message().in(locale));
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static String status(boolean good) {
    return good ? "UP" : "DOWN";
  }
}

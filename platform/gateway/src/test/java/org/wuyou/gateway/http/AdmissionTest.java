package org.wuyou.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.spi.Caller;

@DisplayName("Admission")
class AdmissionTest {
  private static final int ALLOWED = HttpLimits.DEFAULT.failedTokens();

  private final SettableClock clock = new SettableClock();
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.start(HttpSettings.local(0), clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void names_the_scheme_to_a_client_without_a_token() throws Exception {
    HttpResponse<String> answer =
        server.send(HttpRequest.newBuilder(server.uri("/graphql")).build());
    assertEquals(401, answer.statusCode());
    assertEquals("Bearer realm=\"wuyou\"", challenge(answer));
  }

  @Test
  void tells_an_unknown_token_from_none() throws Exception {
    HttpResponse<String> answer = tryToken("unknown");
    assertEquals(401, answer.statusCode());
    assertEquals("Bearer realm=\"wuyou\", error=\"invalid_token\"", challenge(answer));
  }

  @Test
  void takes_the_scheme_in_any_case() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/graphql?query=%7B__typename%7D"))
            .header("Authorization", "bearer  " + TestServer.TOKEN)
            .build();
    assertEquals(200, server.send(request).statusCode());
  }

  @Test
  void ends_with_the_token() throws Exception {
    assertEquals(200, tryToken(TestServer.TOKEN).statusCode());
    server.tokens = Map.of();
    assertEquals(401, tryToken(TestServer.TOKEN).statusCode());
  }

  @Test
  void holds_off_an_address_after_too_many_unknown_tokens_for_a_minute() throws Exception {
    for (int i = 0; i < ALLOWED; i++) {
      assertEquals(401, tryToken("guess " + i).statusCode());
    }
    HttpResponse<String> held = tryToken("guess");
    assertEquals(429, held.statusCode());
    assertEquals("60", held.headers().firstValue("Retry-After").orElseThrow());
    assertEquals(429, tryToken(TestServer.TOKEN).statusCode(), "even the right one, unless proven");

    clock.advance(Duration.ofSeconds(61));
    assertEquals(401, tryToken("guess").statusCode());
    assertEquals(200, tryToken(TestServer.TOKEN).statusCode());
  }

  @Test
  void goes_on_for_tokens_that_worked_from_a_held_off_address() throws Exception {
    assertEquals(200, tryToken(TestServer.TOKEN).statusCode());
    for (int i = 0; i <= ALLOWED; i++) {
      tryToken("guess " + i);
    }
    assertEquals(429, tryToken("guess").statusCode());
    assertEquals(200, tryToken(TestServer.TOKEN).statusCode());
  }

  @Test
  void counts_no_failures_of_requests_without_a_token() throws Exception {
    for (int i = 0; i <= ALLOWED; i++) {
      server.send(HttpRequest.newBuilder(server.uri("/graphql")).build());
    }
    server.tokens = Map.of("another", new Caller("another", Set.of("reader"), Optional.empty()));
    assertEquals(200, tryToken("another").statusCode());
  }

  @Test
  void speaks_the_language_of_the_client() throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/graphql"));
    assertTrue(server.send(request.build()).body().contains("需要有效的访问令牌"));
    request.header("Accept-Language", "en-GB");
    assertTrue(server.send(request.build()).body().contains("A valid access token is needed"));
  }

  private HttpResponse<String> tryToken(String token) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri("/graphql?query=%7B__typename%7D"))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  private static String challenge(HttpResponse<String> answer) {
    return answer.headers().firstValue("WWW-Authenticate").orElseThrow();
  }

  private static final class SettableClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-21T00:00:00Z");

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

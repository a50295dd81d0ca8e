package org.wuyou.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("The access log")
class AccessLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("org.wuyou.access");
  private final Kept kept = new Kept();

  @BeforeEach
  void listen() {
    kept.start();
    logger.addAppender(kept);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(kept);
    logger.setLevel(null);
  }

  @Test
  void names_the_request_and_keeps_its_secrets() throws Exception {
    HttpSettings settings = HttpSettings.local(0).withAccessLog(true);
    try (TestServer server = TestServer.start(settings, Clock.systemUTC())) {
      server.get("/graphql?query=%7Bhello%28name%3A%22somebody%22%29%7D");
      ILoggingEvent event = kept.events.poll(10, TimeUnit.SECONDS);
      String pairs = event.getKeyValuePairs().toString();
      assertTrue(pairs.contains("method=\"GET\""), pairs);
      assertTrue(pairs.contains("path=\"/graphql\""), pairs);
      assertTrue(pairs.contains("status=\"200\""), pairs);
      assertTrue(pairs.contains("address=\"127.0.0.1\""), pairs);
      assertFalse(pairs.contains(TestServer.TOKEN) || pairs.contains("somebody"), pairs);
    }
  }

  @Test
  void is_silent_unless_asked_for() throws Exception {
    try (TestServer server = TestServer.start()) {
      assertEquals(200, server.get("/health/live").statusCode());
    }
    assertTrue(kept.events.isEmpty());
  }

  private static final class Kept extends AppenderBase<ILoggingEvent> {
    private final LinkedBlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      events.add(event);
    }
  }
}

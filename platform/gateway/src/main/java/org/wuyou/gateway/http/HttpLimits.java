package org.wuyou.gateway.http;

import java.time.Duration;

/**
 * What one client may take of the server.
 *
 * @param bodyBytes of a GraphQL request; routes name their own limit
 * @param headerBytes request line and headers together
 * @param connections open at once; further ones wait to be accepted
 * @param streams subscriptions open at once
 * @param idle a connection on which nothing moves is closed after this long
 * @param bytesPerSecond slowest sending of a body that is tolerated
 * @param keepAlive how often a quiet subscription shows it is alive
 * @param stop how long requests under way may take to finish when the server stops
 * @param failedTokens unknown tokens from one address within a minute before it is held off
 */
public record HttpLimits(
    int bodyBytes,
    int headerBytes,
    int connections,
    int streams,
    Duration idle,
    int bytesPerSecond,
    Duration keepAlive,
    Duration stop,
    int failedTokens) {
  public static final HttpLimits DEFAULT =
      new HttpLimits(
          1 << 20,
          16 << 10,
          4_096,
          1_000,
          Duration.ofSeconds(30),
          256,
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          20);

  public HttpLimits withBodyBytes(int bytes) {
    return new HttpLimits(
        bytes,
        headerBytes,
        connections,
        streams,
        idle,
        bytesPerSecond,
        keepAlive,
        stop,
        failedTokens);
  }

  public HttpLimits withIdle(Duration time) {
    return new HttpLimits(
        bodyBytes,
        headerBytes,
        connections,
        streams,
        time,
        bytesPerSecond,
        keepAlive,
        stop,
        failedTokens);
  }

  public HttpLimits withStreams(int count) {
    return new HttpLimits(
        bodyBytes,
        headerBytes,
        connections,
        count,
        idle,
        bytesPerSecond,
        keepAlive,
        stop,
        failedTokens);
  }

  public HttpLimits withKeepAlive(Duration time) {
    return new HttpLimits(
        bodyBytes,
        headerBytes,
        connections,
        streams,
        idle,
        bytesPerSecond,
        time,
        stop,
        failedTokens);
  }

  public HttpLimits withStop(Duration time) {
    return new HttpLimits(
        bodyBytes,
        headerBytes,
        connections,
        streams,
        idle,
        bytesPerSecond,
        keepAlive,
        time,
        failedTokens);
  }
}

package org.wuyou.runtime;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that tests put where they want it. */
public final class MovingClock extends Clock {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private volatile Instant now;

  public MovingClock(String day) {
    this.now = noon(day);
  }

  /** Noon of that day in Beijing. */
  public void to(String day) {
    now = noon(day);
  }

  private static Instant noon(String day) {
    return LocalDate.parse(day).atTime(12, 0).atZone(BEIJING).toInstant();
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

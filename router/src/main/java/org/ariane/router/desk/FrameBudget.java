package org.ariane.router.desk;

import java.time.Duration;
import java.time.Instant;

/// How many frames a socket may send: a bucket that fills with time. Not safe for several threads.
public final class FrameBudget {
  private final double perSecond;
  private final double burst;
  private double tokens;
  private Instant filledAt;

  public FrameBudget(double perSecond, int burst, Instant now) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.filledAt = now;
  }

  public boolean spend(Instant now) {
    double seconds = Math.max(0, Duration.between(filledAt, now).toNanos() / 1e9);
    tokens = Math.min(burst, tokens + seconds * perSecond);
    filledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}

package org.ariane.router.dispatch;

import java.time.Duration;
import org.ariane.router.priority.PriorityClass;

/// How long the owner of an incident has until the next of the chain steps in, by class.
public record AnswerTimes(Duration critical, Duration high, Duration elevated, Duration normal) {
  public static final AnswerTimes DEFAULT =
      new AnswerTimes(
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120),
          Duration.ofSeconds(300));

  public Duration of(PriorityClass urgency) {
    return switch (urgency) {
      case CRITICAL -> critical;
      case HIGH -> high;
      case ELEVATED -> elevated;
      case NORMAL -> normal;
    };
  }
}

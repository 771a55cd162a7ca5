package org.ariane.ivr.flow;

import java.time.Duration;

/// How long a question waits for keys after its prompt, and how often it is asked.
public record Patience(Duration listen, int attempts) {
  public Patience {
    if (listen.compareTo(Duration.ofSeconds(1)) < 0
        || listen.compareTo(Duration.ofSeconds(30)) > 0) {
      throw new IllegalArgumentException("a question waits 1 to 30 seconds");
    }
    if (attempts < 1 || attempts > 5) {
      throw new IllegalArgumentException("a question is asked 1 to 5 times");
    }
  }
}

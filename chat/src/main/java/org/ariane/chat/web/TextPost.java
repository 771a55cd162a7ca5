package org.ariane.chat.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.ariane.chat.text.Parts;
import org.ariane.router.text.TextOutbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes out to one telephone: one after the other, each until a switch has taken it, then
/// never again. In memory only.
final class TextPost {
  private static final Logger LOG = LoggerFactory.getLogger(TextPost.class);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
  private static final int WAITING_AT_MOST = 1_000;

  private final Predicate<String> send;
  private final Executor virtualThreads;
  private final ChatLane.Later later;
  private final Deque<String> waiting = new ArrayDeque<>();
  private boolean running;

  /// @param send whether a switch has taken it; may block
  TextPost(Predicate<String> send, Executor virtualThreads, ChatLane.Later later) {
    this.send = send;
    this.virtualThreads = virtualThreads;
    this.later = later;
  }

  synchronized void add(String text) {
    Parts.of(text, TextOutbox.BYTES_AT_MOST).forEach(waiting::addLast);
    while (waiting.size() > WAITING_AT_MOST) {
      LOG.warn("text messages that no switch takes are given up");
      waiting.removeFirst();
    }
    if (!running && !waiting.isEmpty()) {
      running = true;
      virtualThreads.execute(this::run);
    }
  }

  /// Whether nothing waits to be sent.
  synchronized boolean idle() {
    return waiting.isEmpty();
  }

  private void run() {
    for (Optional<String> next = first(); next.isPresent(); next = first()) {
      if (!sent(next.get())) {
        later.run(AGAIN_AFTER, this::run);
        return;
      }
      taken(next.get());
    }
  }

  private boolean sent(String text) {
    try {
      return send.test(text);
    } catch (RuntimeException e) {
      LOG.error("a text message was not sent", e);
      return false;
    }
  }

  private synchronized Optional<String> first() {
    running = !waiting.isEmpty();
    return Optional.ofNullable(waiting.peekFirst());
  }

  private synchronized void taken(String text) {
    waiting.removeFirstOccurrence(text);
  }
}

package org.ariane.chat.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.desk.FrameBudget;
import org.ariane.router.text.TextMessage;
import org.ariane.router.text.TextOutbox;

/// Sentences of the machine outside a conversation: to each number at most one in half a minute,
/// and to all few a second, so that whoever forges numbers can make nobody's telephone ring, and no
/// bill long, by us.
final class TextNotices {
  private static final Duration GAP = Duration.ofSeconds(30);
  private static final int REMEMBERED = 2_000;
  private static final double PER_SECOND = 5;
  private static final int AT_ONCE = 50;

  private final TextOutbox outbox;
  private final Executor virtualThreads;
  private final ChatLane.Later later;
  private final FrameBudget all;
  private final Map<PhoneNumber, Instant> told = new LinkedHashMap<>();

  TextNotices(TextOutbox outbox, Executor virtualThreads, ChatLane.Later later, Instant now) {
    this.outbox = outbox;
    this.virtualThreads = virtualThreads;
    this.later = later;
    this.all = new FrameBudget(PER_SECOND, AT_ONCE, now);
  }

  synchronized void answer(TextMessage message, String text, Instant now) {
    Instant before = told.getOrDefault(message.from(), Instant.MIN);
    if (before.isAfter(now.minus(GAP)) || !all.spend(now)) {
      return;
    }
    told.remove(message.from());
    told.put(message.from(), now);
    if (told.size() > REMEMBERED) {
      told.remove(told.keySet().iterator().next());
    }
    new TextPost(part -> outbox.send(message.line(), message.from(), part), virtualThreads, later)
        .add(text);
  }
}

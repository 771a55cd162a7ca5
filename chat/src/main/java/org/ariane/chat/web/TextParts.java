package org.ariane.chat.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executor;
import org.ariane.router.text.TextChats;
import org.ariane.router.text.TextOutbox;

/// What the chat by text message needs of the rest of the server.
record TextParts(
    TextOutbox outbox,
    TextChats store,
    Executor virtualThreads,
    ChatLane.Later later,
    MeterRegistry registry) {
  /// @param outcome `received`, `unreadable`, `full` or `missed` of those that come in, `sent` or
  ///   `held` (no switch took it, it is tried again) of those that go out
  void count(String outcome) {
    registry.counter("ariane.chat.texts", "outcome", outcome).increment();
  }
}

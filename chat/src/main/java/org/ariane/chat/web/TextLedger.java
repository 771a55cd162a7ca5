package org.ariane.chat.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.ariane.router.contact.ContactId;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.text.TextChat;
import org.ariane.router.text.TextChats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps [TextChats] as the chats are, beside them: whatever the store could not take is tried
/// again until it did, the latest state of each only.
final class TextLedger {
  private static final Logger LOG = LoggerFactory.getLogger(TextLedger.class);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

  private final TextChats store;
  private final Executor virtualThreads;
  private final ChatLane.Later later;
  private final Map<ContactId, Optional<TextChat>> due = new LinkedHashMap<>();
  private boolean running;

  TextLedger(TextChats store, Executor virtualThreads, ChatLane.Later later) {
    this.store = store;
    this.virtualThreads = virtualThreads;
    this.later = later;
  }

  /// Blocks until it is kept; where it cannot be, she is served all the same.
  void begin(TextChat chat) {
    try {
      store.put(chat);
    } catch (LogUnavailableException e) {
      LOG.warn("{} is not kept yet: {}", chat, e.getMessage());
      keep(chat);
    }
  }

  void keep(TextChat chat) {
    note(chat.contact().id(), Optional.of(chat));
  }

  void forget(ContactId contact) {
    note(contact, Optional.empty());
  }

  private synchronized void note(ContactId contact, Optional<TextChat> state) {
    due.put(contact, state);
    if (!running) {
      running = true;
      virtualThreads.execute(this::run);
    }
  }

  private void run() {
    for (Optional<ContactId> next = first(); next.isPresent(); next = first()) {
      ContactId contact = next.get();
      Optional<TextChat> state = state(contact);
      try {
        state.ifPresentOrElse(store::put, () -> store.drop(contact));
        done(contact, state);
      } catch (LogUnavailableException e) {
        LOG.warn("{} is not kept yet: {}", contact, e.getMessage());
        later.run(AGAIN_AFTER, this::run);
        return;
      }
    }
  }

  private synchronized Optional<ContactId> first() {
    running = !due.isEmpty();
    return due.keySet().stream().findFirst();
  }

  private synchronized Optional<TextChat> state(ContactId contact) {
    return due.getOrDefault(contact, Optional.empty());
  }

  private synchronized void done(ContactId contact, Optional<TextChat> state) {
    due.remove(contact, state);
  }
}

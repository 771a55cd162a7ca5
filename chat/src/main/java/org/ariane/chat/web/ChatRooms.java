package org.ariane.chat.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.router.contact.ContactId;

/// The open chats of this server, and the limits on their number.
final class ChatRooms {
  private final Map<ContactId, ChatRoom> byContact = new HashMap<>();
  private final Set<ChatRoom> kept = new LinkedHashSet<>();
  private final Map<String, ChatRoom> bySecret = new HashMap<>();
  private final Map<String, Integer> byAddress = new HashMap<>();
  private final ChatSettings settings;

  ChatRooms(ChatSettings settings) {
    this.settings = settings;
  }

  /// Whether one more may open. Addresses of this machine are those of a proxy before it, so only
  /// the total counts for them.
  synchronized boolean mayOpen(String address) {
    boolean local = address.equals("127.0.0.1") || address.equals("0:0:0:0:0:0:0:1");
    return kept.size() < settings.total()
        && (local || byAddress.getOrDefault(address, 0) < settings.perAddress());
  }

  synchronized void add(ChatRoom room) {
    byContact.put(room.id(), room);
    kept.add(room);
    switch (room.way()) {
      case PageWay page -> bySecret.put(page.secret(), room);
      case TextWay text -> {}
    }
    byAddress.merge(room.way().address(), 1, Integer::sum);
  }

  /// Over: nobody finds it any more, except her page for its last frames.
  synchronized void over(ChatRoom room) {
    if (byContact.remove(room.id(), room)) {
      byAddress.computeIfPresent(
          room.way().address(), (same, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
    }
  }

  synchronized void erase(ChatRoom room) {
    over(room);
    kept.remove(room);
    switch (room.way()) {
      case PageWay page -> bySecret.remove(page.secret(), room);
      case TextWay text -> {}
    }
  }

  synchronized Optional<ChatRoom> find(ContactId contact) {
    return Optional.ofNullable(byContact.get(contact));
  }

  synchronized Optional<ChatRoom> find(String secret) {
    return Optional.ofNullable(bySecret.get(secret));
  }

  synchronized Collection<ChatRoom> open() {
    return List.copyOf(byContact.values());
  }

  synchronized Collection<ChatRoom> all() {
    return List.copyOf(kept);
  }

  synchronized int count() {
    return byContact.size();
  }
}

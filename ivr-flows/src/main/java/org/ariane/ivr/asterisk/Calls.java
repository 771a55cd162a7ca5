package org.ariane.ivr.asterisk;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.contact.ContactId;

/// On which channel of the switch each caller is. Rebuilt by itself: every step of a call tells.
final class Calls {
  /// @param channel name of her channel
  record Call(ContactId contact, String channel, Instant arrivedAt) {}

  private static final int REMEMBERED = 2_000;

  private final Map<ContactId, Call> calls = new ConcurrentHashMap<>();
  private final Map<ContactId, PhoneNumber> phones = new LinkedHashMap<>();
  private final LinkedHashSet<ContactId> departed = new LinkedHashSet<>();
  private Set<ContactId> suspects = Set.of();

  void seen(ContactId contact, String channel, Instant arrivedAt) {
    calls.put(contact, new Call(contact, channel, arrivedAt));
  }

  Optional<String> channel(ContactId contact) {
    return Optional.ofNullable(calls.get(contact)).map(Call::channel);
  }

  /// Her number, where she did not withhold it.
  void told(ContactId contact, PhoneNumber phone) {
    synchronized (phones) {
      phones.put(contact, phone);
      if (phones.size() > REMEMBERED) {
        phones.remove(phones.keySet().iterator().next());
      }
    }
  }

  /// Also for a while after she hung up: who talked with her may still need help for her.
  Optional<PhoneNumber> phone(ContactId contact) {
    synchronized (phones) {
      return Optional.ofNullable(phones.get(contact));
    }
  }

  void gone(ContactId contact) {
    calls.remove(contact);
    synchronized (departed) {
      departed.add(contact);
      if (departed.size() > REMEMBERED) {
        departed.removeFirst();
      }
    }
  }

  /// Whether she hung up: a step of hers may still be under way, and must not bring her back.
  boolean departed(ContactId contact) {
    synchronized (departed) {
      return departed.contains(contact);
    }
  }

  int count() {
    return calls.size();
  }

  /// Those who were known before the switch listed its channels and are missing from two lists in a
  /// row; a channel may slip through one while it is being joined to another.
  List<ContactId> missingFrom(Set<String> channels, Set<ContactId> knownBefore) {
    Set<ContactId> missing = new HashSet<>();
    calls.forEach((contact, call) -> {
      if (knownBefore.contains(contact) && !channels.contains(call.channel())) {
        missing.add(contact);
      }
    });
    List<ContactId> gone = missing.stream().filter(suspects::contains).toList();
    suspects = missing;
    return gone;
  }

  Set<ContactId> known() {
    return Set.copyOf(calls.keySet());
  }
}

package org.ariane.ivr.asterisk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ariane.router.contact.ContactId;

/// On which channel of the switch the human is who has a caller, and the one she may go to. Told by
/// the dialplan, or found at the switch; see [FoundTalks].
final class Talks {
  private record Legs(String holder, String target) {}

  private final Map<ContactId, Legs> talks = new ConcurrentHashMap<>();

  void accepted(ContactId contact, String channel) {
    talks.put(contact, new Legs(channel, ""));
  }

  /// As the switch says.
  ///
  /// @param target empty where she goes to nobody
  void found(ContactId contact, String holder, String target) {
    talks.put(contact, new Legs(holder, target));
  }

  /// Whose human, or whom she may go to, is on this channel.
  Optional<ContactId> of(String channel) {
    return talks.entrySet().stream()
        .filter(talk ->
            talk.getValue().holder().equals(channel) || talk.getValue().target().equals(channel))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  void taken(ContactId contact, String channel) {
    talks.computeIfPresent(contact, (id, legs) -> new Legs(legs.holder(), channel));
  }

  /// The target has her now.
  void left(ContactId contact) {
    talks.computeIfPresent(
        contact, (id, legs) -> legs.target().isEmpty() ? legs : new Legs(legs.target(), ""));
  }

  void gone(ContactId contact) {
    talks.remove(contact);
  }

  Optional<String> holder(ContactId contact) {
    return Optional.ofNullable(talks.get(contact))
        .map(Legs::holder)
        .filter(name -> !name.isEmpty());
  }

  Optional<String> target(ContactId contact) {
    return Optional.ofNullable(talks.get(contact))
        .map(Legs::target)
        .filter(name -> !name.isEmpty());
  }
}

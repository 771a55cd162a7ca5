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
import java.util.stream.Collectors;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.contact.ContactId;

/// On which channel of which switch each caller is. Rebuilt by itself: every step of a call tells.
final class Calls {
  /// @param on the switch that she called
  /// @param channel name of her channel there
  record Call(ContactId contact, SwitchId on, String channel, Instant arrivedAt) {}

  private record Line(SwitchId on, String channel) {}

  private static final int REMEMBERED = 2_000;

  private final Map<ContactId, Call> calls = new ConcurrentHashMap<>();
  private final Map<Line, ContactId> byChannel = new ConcurrentHashMap<>();
  private final Map<ContactId, PhoneNumber> phones = new LinkedHashMap<>();
  private final LinkedHashSet<ContactId> departed = new LinkedHashSet<>();
  private final Map<SwitchId, Set<ContactId>> suspects = new ConcurrentHashMap<>();

  /// She is there. A switch that was started anew gives the names of its channels again: who was on
  /// one of that name before is gone, and told here.
  Optional<ContactId> seen(ContactId contact, SwitchId on, String channel, Instant arrivedAt) {
    calls.put(contact, new Call(contact, on, channel, arrivedAt));
    Optional<ContactId> before =
        Optional.ofNullable(byChannel.put(new Line(on, channel), contact))
            .filter(other -> !other.equals(contact));
    before.ifPresent(this::gone);
    return before;
  }

  Optional<Call> call(ContactId contact) {
    return Optional.ofNullable(calls.get(contact));
  }

  /// Who is on a channel of a switch.
  Optional<ContactId> contact(SwitchId on, String channel) {
    return Optional.ofNullable(byChannel.get(new Line(on, channel)));
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
    Optional.ofNullable(calls.remove(contact))
        .ifPresent(call -> byChannel.remove(new Line(call.on(), call.channel()), contact));
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

  /// Those who were known before the switch listed its channels and are missing from two lists in a
  /// row; a channel may slip through one while it is being joined to another.
  List<ContactId> missingFrom(SwitchId on, Set<String> channels, Set<ContactId> knownBefore) {
    Set<ContactId> missing = new HashSet<>();
    calls.forEach((contact, call) -> {
      if (call.on().equals(on)
          && knownBefore.contains(contact)
          && !channels.contains(call.channel())) {
        missing.add(contact);
      }
    });
    Set<ContactId> before = Optional.ofNullable(suspects.put(on, missing)).orElse(Set.of());
    return missing.stream().filter(before::contains).toList();
  }

  Set<ContactId> known(SwitchId on) {
    return calls.values().stream()
        .filter(call -> call.on().equals(on))
        .map(Call::contact)
        .collect(Collectors.toSet());
  }
}

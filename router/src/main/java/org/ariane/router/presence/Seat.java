package org.ariane.router.presence;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;

/// One operator: her devices and what she is doing. One call or some chats, and one offer at a
/// time.
///
/// @param reserved an offer stands
/// @param wrapUpUntil she writes up the last conversation until then; may lie in the past
/// @param idleSince since when she has had nothing to do; in the future while she wraps up
/// @param missed offers in a row to which nobody reacted, as of a telephone that lost its network,
///   is set not to disturb, or stands in an empty room: the switch takes all these for idle
public record Seat(
    PrincipalId operator,
    ServiceId desk,
    List<Language> languages,
    PhoneState phone,
    DeskPresence deskPresence,
    Optional<ContactId> call,
    Set<ContactId> chats,
    boolean reserved,
    Optional<Instant> wrapUpUntil,
    Instant idleSince,
    int missed) {
  private static final int MISSED = 2;

  public Seat {
    languages = List.copyOf(languages);
    chats = Set.copyOf(chats);
  }

  public static Seat of(
      PrincipalId operator, ServiceId desk, List<Language> languages, Instant now) {
    return new Seat(
        operator,
        desk,
        languages,
        PhoneState.UNREACHABLE,
        DeskPresence.ABSENT,
        Optional.empty(),
        Set.of(),
        false,
        Optional.empty(),
        now,
        0);
  }

  /// Whether she is at work on this channel, free or not.
  public boolean onShift(ContactChannel channel) {
    return switch (channel) {
      case CALL ->
          phone != PhoneState.UNREACHABLE && deskPresence.wish() != DeskPresence.Wish.OFFLINE;
      case CHAT -> deskPresence.connected() && deskPresence.wish() == DeskPresence.Wish.AVAILABLE;
    };
  }

  /// Why she cannot be offered a contact of this channel now, as a stable code; empty when she can.
  public Optional<String> obstacle(ContactChannel channel, int chatsAtMost, Instant now) {
    if (!onShift(channel)) {
      return Optional.of(channel == ContactChannel.CALL ? "phone-unreachable" : "not-available");
    }
    if (reserved) {
      return Optional.of("reserved");
    }
    if (call.isPresent()) {
      return Optional.of("in-call");
    }
    if (wrappingUp(now)) {
      return Optional.of("wrap-up");
    }
    return switch (channel) {
      case CALL ->
          phone != PhoneState.IDLE
              ? Optional.of("phone-busy")
              : chats.isEmpty() ? Optional.empty() : Optional.of("in-chat");
      case CHAT ->
          phone == PhoneState.IN_USE
              ? Optional.of("phone-busy")
              : chats.size() < chatsAtMost ? Optional.empty() : Optional.of("chats-full");
    };
  }

  public boolean wrappingUp(Instant now) {
    return wrapUpUntil.isPresent() && wrapUpUntil.get().isAfter(now);
  }

  public boolean speaks(Optional<Language> wanted) {
    return wanted.isEmpty() || languages.stream().anyMatch(wanted.get()::servedBy);
  }

  /// What her desk shows. `available` at the desk means that she takes chats; a telephone alone is
  /// shown as available when it is idle and no desk is open.
  public Presence presence(int chatsAtMost, Instant now) {
    if (reserved) {
      return Presence.RESERVED;
    }
    if (call.isPresent() || chats.size() >= chatsAtMost) {
      return Presence.BUSY;
    }
    boolean byPhone = !deskPresence.connected() && onShift(ContactChannel.CALL);
    if (!onShift(ContactChannel.CHAT) && !byPhone) {
      return Presence.OFFLINE;
    }
    if (phone == PhoneState.IN_USE) {
      return Presence.BUSY;
    }
    return wrappingUp(now) ? Presence.WRAP_UP : Presence.AVAILABLE;
  }

  public Seat withAccount(ServiceId desk, List<Language> languages) {
    return new Seat(
        operator,
        desk,
        languages,
        phone,
        deskPresence,
        call,
        chats,
        reserved,
        wrapUpUntil,
        idleSince,
        missed);
  }

  public Seat withPhone(PhoneState phone) {
    return new Seat(
        operator,
        desk,
        languages,
        phone,
        deskPresence,
        call,
        chats,
        reserved,
        wrapUpUntil,
        idleSince,
        missed);
  }

  public Seat withDesk(DeskPresence deskPresence) {
    return new Seat(
        operator,
        desk,
        languages,
        phone,
        deskPresence,
        call,
        chats,
        reserved,
        wrapUpUntil,
        idleSince,
        missed);
  }

  public Seat withReserved(boolean reserved) {
    return new Seat(
        operator,
        desk,
        languages,
        phone,
        deskPresence,
        call,
        chats,
        reserved,
        wrapUpUntil,
        idleSince,
        missed);
  }

  public Seat idleFrom(Instant since) {
    return new Seat(
        operator,
        desk,
        languages,
        phone,
        deskPresence,
        call,
        chats,
        reserved,
        wrapUpUntil,
        since,
        missed);
  }

  /// She accepted.
  public Seat talkingTo(ContactId contact, ContactChannel channel) {
    Set<ContactId> more = new HashSet<>(chats);
    if (channel == ContactChannel.CHAT) {
      more.add(contact);
    }
    return new Seat(
        operator,
        desk,
        languages,
        phone,
        deskPresence,
        channel == ContactChannel.CALL ? Optional.of(contact) : call,
        more,
        false,
        wrapUpUntil,
        idleSince,
        missed);
  }

  /// The conversation is over; others of hers go on.
  public Seat partedFrom(ContactId contact, Instant wrapUpUntil) {
    Set<ContactId> fewer = new HashSet<>(chats);
    fewer.remove(contact);
    return new Seat(
        operator,
        desk,
        languages,
        phone,
        deskPresence,
        call.filter(id -> !id.equals(contact)),
        fewer,
        reserved,
        Optional.of(wrapUpUntil),
        wrapUpUntil,
        missed);
  }

  /// She says that she is done with writing up.
  public Seat ready(Instant now) {
    return new Seat(
        operator,
        desk,
        languages,
        phone,
        deskPresence,
        call,
        chats,
        reserved,
        Optional.empty(),
        idleSince.isAfter(now) ? now : idleSince,
        missed);
  }

  /// Nobody reacted to an offer.
  public Seat missedOne() {
    return missing(missed + 1);
  }

  /// Somebody did.
  public Seat reacted() {
    return missing(0);
  }

  private Seat missing(int missed) {
    return new Seat(
        operator,
        desk,
        languages,
        phone,
        deskPresence,
        call,
        chats,
        reserved,
        wrapUpUntil,
        idleSince,
        missed);
  }

  /// Whether others are asked before her, whatever they speak.
  public boolean doubtful() {
    return missed >= MISSED;
  }

  public boolean talksTo(ContactId contact) {
    return chats.contains(contact) || call.filter(contact::equals).isPresent();
  }
}

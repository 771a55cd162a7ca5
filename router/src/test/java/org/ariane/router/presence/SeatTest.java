package org.ariane.router.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final ContactId CONTACT = new ContactId("co-01JD8Z4TA20000000000000000");
  private static final Seat AT_DESK =
      Seat.of(new PrincipalId("operator-1"), new ServiceId("fr-3919"), List.of(Language.FR), NOW)
          .withDesk(DeskPresence.ABSENT.opened().wishing(DeskPresence.Wish.AVAILABLE));

  @Test
  void wrapsUpAfterAConversation() {
    assertThat(afterAChat(AT_DESK).presence(3, NOW)).isEqualTo(Presence.WRAP_UP);
  }

  /// A page that came back would else take "wrap-up" for being on shift, and leave her offline.
  @Test
  void whoLeftTheDeskWhileWrappingUpIsOffline() {
    assertThat(afterAChat(AT_DESK).withDesk(DeskPresence.ABSENT.opened()).presence(3, NOW))
        .isEqualTo(Presence.OFFLINE);
  }

  private static Seat afterAChat(Seat seat) {
    return seat.talkingTo(CONTACT, ContactChannel.CHAT).partedFrom(CONTACT, NOW.plusSeconds(10));
  }

  /// What is seen of her devices, and what may be offered to her.
  @ParameterizedTest
  @CsvSource({
    // telephone, desk, wish, obstacle to a call, obstacle to a chat, shown
    "IDLE, closed, UNSET, -, not-available, AVAILABLE",
    "IDLE, open, UNSET, -, not-available, OFFLINE",
    "IDLE, open, AVAILABLE, -, -, AVAILABLE",
    "IDLE, open, OFFLINE, phone-unreachable, not-available, OFFLINE",
    "UNREACHABLE, open, AVAILABLE, phone-unreachable, -, AVAILABLE",
    "UNREACHABLE, open, UNSET, phone-unreachable, not-available, OFFLINE",
    "UNREACHABLE, closed, UNSET, phone-unreachable, not-available, OFFLINE",
    "IN_USE, closed, UNSET, phone-busy, not-available, BUSY",
    "IN_USE, open, AVAILABLE, phone-busy, phone-busy, BUSY",
    "RINGING, closed, UNSET, phone-busy, not-available, AVAILABLE",
  })
  void devicesAndWishesSayWhatMayBeOffered(
      PhoneState phone,
      String desk,
      DeskPresence.Wish wish,
      String call,
      String chat,
      Presence shown) {
    DeskPresence presence =
        desk.equals("open") ? DeskPresence.ABSENT.opened().wishing(wish) : DeskPresence.ABSENT;
    Seat seat = AT_DESK.withDesk(presence).withPhone(phone);
    assertThat(seat.obstacle(ContactChannel.CALL, 3, NOW).orElse("-")).isEqualTo(call);
    assertThat(seat.obstacle(ContactChannel.CHAT, 3, NOW).orElse("-")).isEqualTo(chat);
    assertThat(seat.presence(3, NOW)).isEqualTo(shown);
  }
}

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
}

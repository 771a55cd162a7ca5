package org.ariane.router.assignment;

import java.time.Duration;
import org.ariane.router.contact.ContactChannel;

/// How long things may take.
///
/// @param callOffer how long an operator's telephone rings
/// @param announcement how long who picked up may listen to who is calling before she decides
/// @param chatOffer how long a chat is offered at a desk
/// @param refusal how long who declined is not asked again for the same contact, unless nobody else
///   is there
/// @param soleRefusal the same, where nobody else is there
/// @param deskGrace how long a desk may be cut off before its conversations go back to the queue
/// @param chatsAtMost chats of one operator at a time
public record SwitchboardSettings(
    Duration callOffer,
    Duration announcement,
    Duration chatOffer,
    Duration refusal,
    Duration soleRefusal,
    Duration wrapUp,
    Duration deskGrace,
    int chatsAtMost) {
  public static final SwitchboardSettings STANDARD =
      new SwitchboardSettings(
          Duration.ofSeconds(20),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(8),
          3);

  public SwitchboardSettings {
    if (chatsAtMost < 1) {
      throw new IllegalArgumentException("an operator takes at least one chat");
    }
  }

  Duration offer(ContactChannel channel) {
    return switch (channel) {
      case CALL -> callOffer;
      case CHAT -> chatOffer;
    };
  }

  public SwitchboardSettings withWrapUp(Duration wrapUp) {
    return new SwitchboardSettings(
        callOffer, announcement, chatOffer, refusal, soleRefusal, wrapUp, deskGrace, chatsAtMost);
  }

  public SwitchboardSettings withOffers(Duration callOffer, Duration chatOffer) {
    return new SwitchboardSettings(
        callOffer, announcement, chatOffer, refusal, soleRefusal, wrapUp, deskGrace, chatsAtMost);
  }

  public SwitchboardSettings withDeskGrace(Duration deskGrace) {
    return new SwitchboardSettings(
        callOffer, announcement, chatOffer, refusal, soleRefusal, wrapUp, deskGrace, chatsAtMost);
  }
}

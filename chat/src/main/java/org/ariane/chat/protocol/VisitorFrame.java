package org.ariane.chat.protocol;

import java.util.Optional;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.router.contact.Told;
import org.ariane.router.desk.MessageId;

/// What the person who needs help says.
public sealed interface VisitorFrame {
  /// Characters of one message.
  int TEXT_LIMIT = 2_000;

  /// Frames a second, and at once.
  int FRAMES_PER_SECOND = 10;

  int FRAMES_AT_ONCE = 30;

  /// Wait for a human.
  ///
  /// @param told for whom, and whether she is safe now, as far as she said
  record Start(
      Optional<Language> language, Optional<Postcode> postcode, Told told, boolean exercise)
      implements VisitorFrame {}

  /// The network was lost: go on.
  ///
  /// @param received the last frame `n` that arrived
  record Resume(String secret, long received) implements VisitorFrame {
    @Override
    public String toString() {
      return "Resume[masked]";
    }
  }

  record Say(MessageId id, String text) implements VisitorFrame {
    @Override
    public String toString() {
      return "Say[masked]";
    }
  }

  record Typing() implements VisitorFrame {}

  record Seen(MessageId id) implements VisitorFrame {}

  /// "I am in danger".
  record Danger() implements VisitorFrame {}

  record Place(Postcode postcode) implements VisitorFrame {}

  record Consent(String transfer, Answer answer) implements VisitorFrame {}

  /// It is over; the server forgets.
  record Leave() implements VisitorFrame {}

  /// Are you there?
  record Ping() implements VisitorFrame {}

  /// What she says to a transfer.
  enum Answer {
    /// Go, with what was written so far.
    SHARE,
    /// Go, but without it.
    WITHOUT,
    STAY
  }
}

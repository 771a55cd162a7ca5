package org.ariane.chat.web;

import java.time.Instant;
import java.util.Optional;
import org.ariane.chat.protocol.ServerFrame;
import org.ariane.chat.session.ChatSession;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;

/// How a chat reaches her. Called under the lock of its room; never blocks.
sealed interface Way permits PageWay, TextWay {
  /// On whose account the chat counts where too many are open.
  String address();

  /// The number where she is answered, if it is known: a claim. For an alarm of hers alone.
  Optional<PhoneNumber> phone();

  void tell(ServerFrame frame);

  /// What is known of her has changed.
  void revised(Contact contact);

  /// The chat is over; the last words may still be on their way.
  void over(ContactId contact, Instant now);

  /// Whether the chat ends, since she is gone or nobody came for too long.
  boolean givenUp(Instant now, ChatSession session, ChatSettings settings);

  /// Whether a chat that is over needs nothing any more.
  boolean spent(Instant now, ChatSettings settings);

  /// This server ends.
  void hangUp(short code, String reason);
}

package org.ariane.chat.protocol;

import java.util.List;
import java.util.Optional;
import org.ariane.router.desk.DangerNotice;
import org.ariane.router.desk.MessageId;

/// What she hears.
public sealed interface ServerFrame {
  record Started(String resume) implements ServerFrame {
    @Override
    public String toString() {
      return "Started[masked]";
    }
  }

  /// Honest waiting.
  ///
  /// @param expectedS empty where no honest estimate exists
  /// @param again she was talking and her operator was lost; someone is coming
  record Queue(
      int position, Optional<Long> expectedS, List<Alternative> alternatives, boolean again)
      implements ServerFrame {
    public Queue {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// A number that she may call instead.
  record Alternative(String name, String number) {}

  record Joined(String service) implements ServerFrame {}

  record Sent(MessageId id) implements ServerFrame {}

  record Said(MessageId id, String text) implements ServerFrame {
    @Override
    public String toString() {
      return "Said[masked]";
    }
  }

  record Typing() implements ServerFrame {}

  record Seen(MessageId id) implements ServerFrame {}

  record Danger(DangerNotice state, List<String> numbers) implements ServerFrame {
    public Danger {
      numbers = List.copyOf(numbers);
    }
  }

  /// Asks her consent.
  record Transfer(String id, String service) implements ServerFrame {}

  record Transferred(String service) implements ServerFrame {}

  /// Nobody of the other desk took it; she is where she was.
  record Returned(String id, String service) implements ServerFrame {}

  record Ended(Reason reason) implements ServerFrame {}

  record Failed(String code, String text) implements ServerFrame {}

  record Pong() implements ServerFrame {}

  /// Why a chat is over.
  enum Reason {
    OPERATOR,
    LEFT,
    UNKNOWN,
    TOO_LONG
  }

  /// Whether it is worth nothing later, so that it gets no number and is not repeated.
  default boolean fleeting() {
    return switch (this) {
      case Typing typing -> true;
      case Failed failed -> true;
      case Pong pong -> true;
      case Started started -> false;
      case Queue queue -> false;
      case Joined joined -> false;
      case Sent sent -> false;
      case Said said -> false;
      case Seen seen -> false;
      case Danger danger -> false;
      case Transfer transfer -> false;
      case Transferred transferred -> false;
      case Returned returned -> false;
      case Ended ended -> false;
    };
  }
}

package org.ariane.router.desk;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactId;

/// What an operator can do in a conversation; the channel that holds the conversations implements
/// it. Quick, safe from any thread. A conversation that is not this operator's is refused as if it
/// did not exist.
public interface ConversationPort {
  /// Stands in until a channel is attached.
  ConversationPort NONE = new NoConversations();

  /// The same id again is the same message; it is confirmed again, not sent again.
  Optional<Refusal> message(ContactId contact, PrincipalId operator, MessageId id, String text);

  Optional<Refusal> typing(ContactId contact, PrincipalId operator);

  Optional<Refusal> seen(ContactId contact, PrincipalId operator, MessageId id);

  Optional<Refusal> end(ContactId contact, PrincipalId operator);

  /// Asks the contact whether she agrees; what follows is told as [DeskNews.Transfer].
  Optional<Refusal> transfer(ContactId contact, PrincipalId operator, ServiceId to);

  /// Those that this operator talks in, as she may see them.
  List<Conversation> conversations(PrincipalId operator);
}

package org.ariane.router.desk;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactId;

/// A channel that holds nothing.
final class NoConversations implements ConversationPort {
  @Override
  public Optional<Refusal> message(
      ContactId contact, PrincipalId operator, MessageId id, String text) {
    return Optional.of(Refusal.NO_CONVERSATION);
  }

  @Override
  public Optional<Refusal> typing(ContactId contact, PrincipalId operator) {
    return Optional.of(Refusal.NO_CONVERSATION);
  }

  @Override
  public Optional<Refusal> seen(ContactId contact, PrincipalId operator, MessageId id) {
    return Optional.of(Refusal.NO_CONVERSATION);
  }

  @Override
  public Optional<Refusal> end(ContactId contact, PrincipalId operator) {
    return Optional.of(Refusal.NO_CONVERSATION);
  }

  @Override
  public Optional<Refusal> transfer(ContactId contact, PrincipalId operator, ServiceId to) {
    return Optional.of(Refusal.NO_CONVERSATION);
  }

  @Override
  public List<Conversation> conversations(PrincipalId operator) {
    return List.of();
  }
}

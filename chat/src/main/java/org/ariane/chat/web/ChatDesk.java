package org.ariane.chat.web;

import java.util.List;
import java.util.Optional;
import org.ariane.chat.session.ChatEvent;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.Conversation;
import org.ariane.router.desk.ConversationPort;
import org.ariane.router.desk.MessageId;
import org.ariane.router.desk.Refusal;

/// What operators do in chats.
final class ChatDesk implements ConversationPort {
  private static final Refusal NO_DESK =
      new Refusal("no-desk", "There is no such desk to hand over to");

  private final ChatRooms rooms;
  private final DirectorySource directory;

  ChatDesk(ChatRooms rooms, DirectorySource directory) {
    this.rooms = rooms;
    this.directory = directory;
  }

  @Override
  public Optional<Refusal> message(
      ContactId contact, PrincipalId operator, MessageId id, String text) {
    return act(contact, operator, new ChatEvent.OperatorSaid(operator, id, text));
  }

  @Override
  public Optional<Refusal> typing(ContactId contact, PrincipalId operator) {
    return act(contact, operator, new ChatEvent.OperatorTyped(operator));
  }

  @Override
  public Optional<Refusal> seen(ContactId contact, PrincipalId operator, MessageId id) {
    return act(contact, operator, new ChatEvent.OperatorSaw(operator, id));
  }

  @Override
  public Optional<Refusal> end(ContactId contact, PrincipalId operator) {
    return act(contact, operator, new ChatEvent.OperatorEnded(operator));
  }

  @Override
  public Optional<Refusal> transfer(ContactId contact, PrincipalId operator, ServiceId to) {
    Optional<Service> service = directory.current().service(to).filter(ChatDesk::hasDesk);
    return service.isEmpty()
        ? Optional.of(NO_DESK)
        : act(contact, operator, new ChatEvent.TransferAsked(operator, to, service.get().name()));
  }

  private static boolean hasDesk(Service service) {
    return service.channels().stream().anyMatch(ServiceChannel.Desk.class::isInstance);
  }

  private Optional<Refusal> act(ContactId contact, PrincipalId operator, ChatEvent event) {
    boolean done = rooms.find(contact).filter(room -> room.act(operator, event)).isPresent();
    return done ? Optional.empty() : Optional.of(Refusal.NO_CONVERSATION);
  }

  @Override
  public List<Conversation> conversations(PrincipalId operator) {
    return rooms.open().stream().flatMap(room -> room.seenBy(operator).stream()).toList();
  }
}

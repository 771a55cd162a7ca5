package org.ariane.chat.session;

import org.ariane.chat.protocol.ServerFrame;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.desk.DeskNews;

/// What follows from an event of a chat.
public sealed interface ChatEffect {
  record ToVisitor(ServerFrame frame) implements ChatEffect {}

  record ToDesk(PrincipalId operator, DeskNews news) implements ChatEffect {}

  /// Tell the switchboard what is known now.
  record Revise(Contact contact) implements ChatEffect {}

  /// Hand in the alarm of this chat.
  record RaiseAlarm(Contact contact) implements ChatEffect {}

  record HandOver(PrincipalId from, ServiceId to) implements ChatEffect {}

  /// The switchboard lets the contact go.
  record Gone() implements ChatEffect {}
}

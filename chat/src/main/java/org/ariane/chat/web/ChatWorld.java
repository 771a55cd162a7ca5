package org.ariane.chat.web;

import java.time.Instant;
import org.ariane.router.assignment.LiveSwitchboard;
import org.ariane.router.contact.Contact;
import org.ariane.router.desk.DeskPort;

/// What a room needs of the world.
interface ChatWorld {
  Instant now();

  LiveSwitchboard switchboard();

  DeskPort desks();

  /// Hands in the alarm of a room on another thread; the answer comes as an event.
  void raise(ChatRoom room, Contact contact);

  /// The chat is over.
  void gone(ChatRoom room);
}

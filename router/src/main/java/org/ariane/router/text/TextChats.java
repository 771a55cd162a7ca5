package org.ariane.router.text;

import java.util.List;
import org.ariane.router.contact.ContactId;

/// The open conversations by text message, kept so that a server that comes back knows whom it owes
/// an answer. Each ends by itself after a day. Every call may throw
/// [org.ariane.router.dispatch.LogUnavailableException].
public interface TextChats {
  /// Keeps it, in place of what was kept of the same phone.
  void put(TextChat chat);

  /// Forgets it.
  void drop(ContactId contact);

  List<TextChat> all();
}

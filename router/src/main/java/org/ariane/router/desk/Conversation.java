package org.ariane.router.desk;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.Medium;
import org.ariane.router.contact.Told;

/// A conversation as one operator may see it.
///
/// @param told what she told before a human came; nothing where she did not agree to share her
///   words
/// @param messages those that she may read, oldest first
/// @param textShared whether that is all of them; false where the contact did not agree to share
///   what she wrote to another desk
public record Conversation(
    ContactId contact,
    ContactChannel channel,
    Medium medium,
    Optional<Language> language,
    Optional<Postcode> postcode,
    Told told,
    DangerNotice danger,
    Optional<IncidentId> incident,
    List<Message> messages,
    boolean textShared,
    boolean exercise) {
  public Conversation {
    messages = List.copyOf(messages);
  }
}

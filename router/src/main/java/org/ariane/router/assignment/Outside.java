package org.ariane.router.assignment;

import java.time.Duration;
import java.util.List;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.contact.Contact;

/// A contact, offered to whoever answers at a service's number, for a limited time. A machine that
/// answers does not have her: only a key does.
///
/// @param round see [Offer]
/// @param languages in which the answerer is asked
public record Outside(
    OfferId id,
    OfferId round,
    Contact contact,
    ServiceId service,
    PhoneNumber number,
    Duration within,
    List<Language> languages) {
  public Outside {
    languages = List.copyOf(languages);
  }
}

package org.ariane.router.plan;

import java.util.Optional;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.Danger;

/// What planning needs to know of a contact, real or made up. Whatever is absent excludes nobody.
public record RouteRequest(
    LineId line,
    ContactChannel channel,
    Optional<Language> language,
    Optional<Postcode> postcode,
    Danger danger,
    boolean silent) {
  public static RouteRequest of(Contact contact) {
    return new RouteRequest(
        contact.line(),
        contact.channel(),
        contact.language(),
        contact.postcode(),
        contact.danger(),
        contact.silent());
  }
}

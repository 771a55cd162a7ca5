package org.ariane.router.assignment;

import org.ariane.router.contact.Contact;
import org.ariane.router.contact.Danger;

/// What a second word about a contact changes: it adds and corrects, never takes away her place in
/// the queue or a danger that was said.
final class Revision {
  private Revision() {}

  static Contact of(Contact before, Contact said) {
    // Once an incident exists the place is known; until then the higher danger stands.
    Danger danger =
        said.danger() == Danger.NONE
            ? before.danger()
            : before.danger() == Danger.ALERTED ? Danger.ALERTED : said.danger();
    return new Contact(
        before.id(),
        before.channel(),
        said.line(),
        said.language().or(before::language),
        said.postcode().or(before::postcode),
        danger,
        said.silent(),
        said.incident().or(before::incident),
        before.arrivedAt().isBefore(said.arrivedAt()) ? before.arrivedAt() : said.arrivedAt(),
        before.exercise(),
        before.told().then(said.told()),
        before.medium());
  }
}

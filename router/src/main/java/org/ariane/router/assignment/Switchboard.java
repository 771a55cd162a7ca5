package org.ariane.router.assignment;

import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.presence.PhoneState;

/// Brings contacts and operators together. All calls are quick, safe from any thread, and
/// idempotent: reports that come twice, late or for what is gone change nothing.
public interface Switchboard {
  /// A contact wants a human: a plan is made and its first step begins. Entering again with the
  /// same id revises what is known (danger moves it forward) and keeps its place.
  void enter(Contact contact);

  /// She hung up or closed the page, or the conversation is over.
  void leave(ContactId contact);

  /// What to do with the contact now.
  Turn turn(ContactId contact);

  /// A [Turn.Ring] ended; `answered` says whether the two talked.
  void ringEnded(ContactId contact, boolean answered);

  void accepted(OfferId offer);

  void declined(OfferId offer);

  /// Rang out, or the device failed.
  void unanswered(OfferId offer);

  /// The operator and the contact stopped talking; the operator goes to wrap-up. `again` puts the
  /// contact back at the head of the queue (the operator's device was lost).
  void parted(ContactId contact, PrincipalId operator, boolean again);

  /// She has nobody any more, as her channel says: where somebody is still thought to talk with her
  /// she is first in line again.
  void alone(ContactId contact);

  /// The two talk, as the channel says, whatever was known here: a server that takes over learns of
  /// the talks that it finds, and lost news is made up for.
  void resumed(Contact contact, PrincipalId operator);

  /// News from the telephone switch about an operator's telephone.
  void phone(PrincipalId operator, PhoneState state);

  /// Where a channel plugs in what it can do; once at start.
  void attach(ContactChannel channel, OfferPort port);
}

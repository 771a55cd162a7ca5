package org.ariane.router.assignment;

import java.time.Duration;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.presence.Presence;

/// What follows from an event: orders to channels, and news for those who watch.
public sealed interface Effect {
  /// An operator is to be asked.
  ///
  /// @param waited since the contact arrived
  /// @param from the desk that hands the contact over; empty when she comes from the queue
  record OfferMade(Offer offer, Duration waited, Optional<ServiceId> from) implements Effect {}

  /// An operator is no longer asked.
  ///
  /// @param withdraw whether the channel does not know it yet
  record OfferEnded(Offer offer, OfferOutcome outcome, boolean withdraw) implements Effect {}

  /// Whoever answers at a number is to be asked.
  record OutsideRung(Outside outside) implements Effect {}

  /// Nobody at that number is asked any more; the channel does not know it yet.
  record OutsideEnded(Outside outside) implements Effect {}

  /// More is known of a contact whose offer stands.
  record OfferRevised(Offer offer, Duration waited) implements Effect {}

  /// An operator accepted a contact from the queue.
  ///
  /// @param waited since the contact arrived
  record Joined(Contact contact, PrincipalId operator, Duration waited) implements Effect {}

  /// The operator's device was lost; the contact is at the head of the queue again.
  record Interrupted(ContactId contact, PrincipalId operator) implements Effect {}

  /// Another desk accepted; the first operator no longer talks to her.
  record HandedOver(Contact contact, PrincipalId from, PrincipalId to) implements Effect {}

  /// Nobody of the other desk took it; the contact never left the first operator.
  ///
  /// @param cause `nobody`, or how the last offer ended
  record HandoverFailed(ContactId contact, PrincipalId from, ServiceId to, String cause)
      implements Effect {}

  record HandoverOffered(ContactId contact, PrincipalId from, ServiceId to) implements Effect {}

  record PresenceChanged(PrincipalId operator, Presence presence) implements Effect {}

  record Decided(Decision decision) implements Effect {}
}

package org.ariane.router.assignment;

import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.presence.DeskPresence;
import org.ariane.router.presence.PhoneState;

/// What happens to the switchboard. Each may come twice, late or for what is gone.
sealed interface Event {
  record Entered(Contact contact) implements Event {}

  record Left(ContactId contact) implements Event {}

  record RingEnded(ContactId contact, boolean answered) implements Event {}

  record Accepted(OfferId offer) implements Event {}

  /// An operator let an offer pass.
  ///
  /// @param channelKnows the report came from the channel itself
  record Refused(OfferId offer, OfferOutcome how, boolean channelKnows) implements Event {}

  record Parted(ContactId contact, PrincipalId operator, boolean again) implements Event {}

  record Resumed(Contact contact, PrincipalId operator) implements Event {}

  record PhoneChanged(PrincipalId operator, PhoneState state) implements Event {}

  record DeskOpened(PrincipalId operator) implements Event {}

  record DeskLost(PrincipalId operator) implements Event {}

  record Wished(PrincipalId operator, DeskPresence.Wish wish) implements Event {}

  record Ready(PrincipalId operator) implements Event {}

  record HandoverAsked(ContactId contact, PrincipalId from, ServiceId to) implements Event {}

  /// A call went from one operator to another on the telephone.
  record Moved(ContactId contact, PrincipalId from, PrincipalId to) implements Event {}

  /// A call went from an operator to somebody outside.
  record HandedOut(ContactId contact, PrincipalId from) implements Event {}

  /// Something to keep in the contact's history.
  record Noted(ContactId contact, String code, String detail, Optional<PrincipalId> whom)
      implements Event {}

  /// Time has passed.
  record Tick() implements Event {}
}

package org.ariane.router.desk;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.assignment.OfferId;
import org.ariane.router.assignment.Standing;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.presence.Presence;

/// What an operator's desk hears. Each becomes one numbered frame, except those that are out of
/// date at once.
public sealed interface DeskNews {
  record PresenceIs(Presence presence) implements DeskNews {}

  record OfferRings(Standing standing) implements DeskNews {}

  /// An offer no longer stands.
  ///
  /// @param cause wire name of how it ended, as `timeout`
  record OfferWithdrawn(OfferId offer, String cause) implements DeskNews {}

  record Opened(Conversation conversation) implements DeskNews {}

  /// A conversation is over for this operator.
  ///
  /// @param reason `left`, `operator`, `transferred` or `lost`
  record Closed(ContactId contact, String reason) implements DeskNews {}

  record Said(ContactId contact, Message message) implements DeskNews {}

  record Typing(ContactId contact) implements DeskNews {}

  record Seen(ContactId contact, MessageId message) implements DeskNews {}

  /// The server has the operator's message.
  record Sent(ContactId contact, MessageId message) implements DeskNews {}

  record Danger(ContactId contact, DangerNotice state, Optional<IncidentId> incident)
      implements DeskNews {}

  record Transfer(ContactId contact, ServiceId to, TransferState state, Optional<String> cause)
      implements DeskNews {}

  /// About a call, for the operator who talks with the caller. Never kept for a page that comes
  /// later: that one is told anew.
  record About(ContactId contact, CallerNote note) implements DeskNews {}

  /// A call-back of her desk may be made now; what was agreed is read with `GET /v1/callbacks`.
  record CallbackDue(String callback) implements DeskNews {}

  /// A transfer of a call.
  ///
  /// @param kind wire name of it, as `warm`
  /// @param to id of whom she goes to, as the operator gave it
  record CallTransfer(
      ContactId contact, String kind, String to, TransferState state, Optional<String> cause)
      implements DeskNews {}

  /// A call is here that did not ring from the queue.
  ///
  /// @param place only where she agreed that it is told
  /// @param danger false also where she did not agree
  record CallHere(
      ContactId contact,
      Optional<Language> language,
      Optional<Postcode> place,
      boolean danger,
      boolean exercise)
      implements DeskNews {
    /// What of her call is shown.
    ///
    /// @param shown what she agreed to, where she was passed on
    public static CallHere of(Contact contact, Optional<PassedOn> shown) {
      return new CallHere(
          contact.id(),
          contact.language(),
          contact.postcode().filter(_ -> shown.map(PassedOn::place).orElse(true)),
          contact.danger() != org.ariane.router.contact.Danger.NONE
              && shown.map(PassedOn::danger).orElse(true),
          contact.exercise());
    }
  }

  /// A supervisor comes into a call of hers, changes how she takes part, or goes.
  ///
  /// @param mode wire name, as `listen`
  record Supervised(ContactId contact, String mode) implements DeskNews {}

  record Desks(List<DeskListing> desks) implements DeskNews {
    public Desks {
      desks = List.copyOf(desks);
    }
  }

  /// Whether it is worth nothing later, so that it gets no number and is not repeated.
  default boolean fleeting() {
    return switch (this) {
      case Typing typing -> true;
      case Desks desks -> true;
      case About about -> true;
      case CallbackDue due -> true;
      case PresenceIs presence -> false;
      case OfferRings offer -> false;
      case OfferWithdrawn withdrawn -> false;
      case Opened opened -> false;
      case Closed closed -> false;
      case Said said -> false;
      case Seen seen -> false;
      case Sent sent -> false;
      case Danger danger -> false;
      case Transfer transfer -> false;
      case CallTransfer transfer -> false;
      case CallHere call -> false;
      case Supervised supervised -> false;
    };
  }

  /// The conversation whose words it may carry.
  default Optional<ContactId> about() {
    return switch (this) {
      case Opened(Conversation conversation) -> Optional.of(conversation.contact());
      case Closed(ContactId contact, String reason) -> Optional.of(contact);
      case Said(ContactId contact, Message message) -> Optional.of(contact);
      case Typing(ContactId contact) -> Optional.of(contact);
      case Seen(ContactId contact, MessageId message) -> Optional.of(contact);
      case Sent(ContactId contact, MessageId message) -> Optional.of(contact);
      case Danger danger -> Optional.of(danger.contact());
      case Transfer transfer -> Optional.of(transfer.contact());
      case CallTransfer transfer -> Optional.of(transfer.contact());
      case CallHere call -> Optional.of(call.contact());
      case Supervised supervised -> Optional.of(supervised.contact());
      case PresenceIs presence -> Optional.empty();
      case OfferRings offer -> Optional.empty();
      case OfferWithdrawn withdrawn -> Optional.empty();
      case Desks desks -> Optional.empty();
      case About about -> Optional.of(about.contact());
      case CallbackDue due -> Optional.empty();
    };
  }
}

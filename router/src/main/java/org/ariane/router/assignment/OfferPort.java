package org.ariane.router.assignment;

/// What a channel must be able to do with an offer. Calls may block; the switchboard makes them
/// from its own virtual threads, in order per offer.
public interface OfferPort {
  /// Lets the operator know (rings the telephone, shows it at the desk). The answer comes back
  /// through [Switchboard#accepted], [Switchboard#declined] or [Switchboard#unanswered].
  void ring(Offer offer);

  /// The offer no longer stands (time is up, the contact left, someone else was faster).
  void withdraw(Offer offer);

  /// Rings a number and asks whoever answers; the answer comes back in the same way. Channels that
  /// are no telephones let it pass.
  default void ring(Outside outside) {
    throw new UnsupportedOperationException("rings no numbers");
  }

  default void withdraw(Outside outside) {}
}

package org.ariane.router.assignment;

/// What a channel must be able to do with an offer. Calls may block; the switchboard makes them
/// from its own virtual threads, in order per offer.
public interface OfferPort {
  /// Lets the operator know (rings the telephone, shows it at the desk). The answer comes back
  /// through [Switchboard#accepted], [Switchboard#declined] or [Switchboard#unanswered].
  void ring(Offer offer);

  /// The offer no longer stands (time is up, the contact left, someone else was faster).
  void withdraw(Offer offer);
}

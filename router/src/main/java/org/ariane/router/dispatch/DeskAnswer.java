package org.ariane.router.dispatch;

/// What came of something that a dispatcher did.
public sealed interface DeskAnswer {
  /// It is so now; also when it was so before.
  record Done(Incident incident) implements DeskAnswer {}

  /// A supervisor must confirm.
  record Pending(Incident incident) implements DeskAnswer {}

  /// The centre no longer has it; nothing more to see.
  record Left(org.ariane.router.alarm.IncidentId id) implements DeskAnswer {}

  /// Somebody else holds it.
  record HeldBy(Holder holder) implements DeskAnswer {}

  /// It must be taken first.
  record NotTaken() implements DeskAnswer {}

  /// It is over.
  record Closed() implements DeskAnswer {}

  /// There is no such centre or colleague.
  record NoSuchReceiver() implements DeskAnswer {}

  /// It does not exist, or not for this principal.
  record Unknown() implements DeskAnswer {}

  /// It could not be stored now.
  record Unavailable() implements DeskAnswer {}
}

package org.ariane.router.transfer;

/// How far a transfer has come, as the switch told it.
enum TransferPhase {
  /// She waits, the target rings or listens to who asks.
  RINGING,
  /// She waits, operator and target talk.
  CONSULTING,
  /// She talks with the target; the operator is there too, or just going.
  JOINED,
  OVER
}

package org.ariane.router.transfer;

import java.util.Optional;

/// How far a transfer has come, as the switch told it.
enum TransferPhase {
  /// She waits, the target rings or listens to who asks.
  RINGING,
  /// She waits, operator and target talk.
  CONSULTING,
  /// She talks with the target; the operator is there too, or just going.
  JOINED,
  OVER;

  /// As the switch names it; empty where nothing is under way.
  static Optional<TransferPhase> parse(String stage) {
    return switch (stage) {
      case "ringing" -> Optional.of(RINGING);
      case "consulting" -> Optional.of(CONSULTING);
      case "joined" -> Optional.of(JOINED);
      default -> Optional.empty();
    };
  }
}

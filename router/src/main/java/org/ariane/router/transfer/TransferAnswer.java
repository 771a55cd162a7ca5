package org.ariane.router.transfer;

import org.ariane.router.desk.Refusal;

/// What came of asking for a transfer, a step of it, or a supervisor.
public sealed interface TransferAnswer {
  /// The switch was told; what comes of it is told to the desk.
  record Begun(Transfer transfer) implements TransferAnswer {}

  record Told() implements TransferAnswer {}

  /// There is no such talk for this account.
  record NotYours() implements TransferAnswer {}

  /// It cannot be done; nothing changed.
  record No(Refusal why) implements TransferAnswer {}

  /// The telephone switch cannot be reached; nothing changed.
  record SwitchAway() implements TransferAnswer {}
}

package org.ariane.router.transfer;

import java.util.Optional;
import org.ariane.router.desk.Refusal;
import org.ariane.router.desk.TransferState;

/// What follows from a [TransferEvent].
sealed interface TransferEffect {
  /// The switch is to do it.
  record Order(TransferStep step) implements TransferEffect {}

  /// Cannot be done now; nothing changed.
  record Refused(Refusal why) implements TransferEffect {}

  /// The operator's desk learns how it stands.
  record Tell(TransferState state, Optional<String> cause) implements TransferEffect {}

  /// Goes into the contact's history.
  record Note(String code, String detail) implements TransferEffect {}

  /// She is the target's now.
  record Moved() implements TransferEffect {}

  /// Is counted; the last of a transfer.
  record Count(String outcome) implements TransferEffect {}
}

package org.ariane.router.transfer;

/// What happens to a transfer. Each may come twice or late.
public sealed interface TransferEvent {
  /// An operator wants a step.
  record Wanted(TransferStep step) implements TransferEvent {}

  /// The target took it.
  record Taken() implements TransferEvent {}

  /// She has the first operator again, or goes back to the queue where he was lost.
  ///
  /// @param cause `busy`, `no-answer`, `declined`, `silent`, `unreachable`, `target-left`, `back`
  ///   or `lost`
  record Returned(String cause) implements TransferEvent {}

  /// All three talk.
  record Together() implements TransferEvent {}

  /// The first operator is gone, she is with the target.
  record Left() implements TransferEvent {}

  /// The target hung up while all three talked.
  record TargetGone() implements TransferEvent {}

  /// She hung up.
  record CallerGone() implements TransferEvent {}
}

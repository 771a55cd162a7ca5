package org.ariane.router.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.router.desk.Refusal;
import org.ariane.router.desk.TransferState;

/// The course of a transfer. Pure: what the switch tells moves it on, what an operator wants
/// becomes an order to the switch and moves nothing by itself. What comes twice or late changes
/// nothing.
record TransferCourse(TransferPhase phase, List<TransferEffect> effects) {
  static final Refusal NOT_TAKEN =
      new Refusal("not-taken", "The other side has not taken the call yet");

  TransferCourse {
    effects = List.copyOf(effects);
  }

  static TransferCourse begun() {
    return new TransferCourse(
        TransferPhase.RINGING,
        List.of(new TransferEffect.Tell(TransferState.OFFERED, Optional.empty())));
  }

  static TransferCourse of(TransferKind kind, TransferPhase phase, TransferEvent event) {
    if (phase == TransferPhase.OVER) {
      return event instanceof TransferEvent.Wanted
          ? stays(phase, new TransferEffect.Refused(Refusal.NO_CONVERSATION))
          : stays(phase);
    }
    return switch (event) {
      case TransferEvent.Wanted(TransferStep step) -> wanted(phase, step);
      case TransferEvent.Taken() -> taken(kind, phase);
      case TransferEvent.Returned(String cause) -> over(TransferState.RETURNED, cause, false);
      case TransferEvent.Together() -> together(phase);
      case TransferEvent.Left() -> over(TransferState.ACCEPTED, "done", true);
      case TransferEvent.TargetGone() -> over(TransferState.RETURNED, "target-left", false);
      case TransferEvent.CallerGone() -> over(TransferState.RETURNED, "left", false);
    };
  }

  private static TransferCourse wanted(TransferPhase phase, TransferStep step) {
    boolean possible = step == TransferStep.BACK || phase != TransferPhase.RINGING;
    return possible
        ? stays(phase, new TransferEffect.Order(step))
        : stays(phase, new TransferEffect.Refused(NOT_TAKEN));
  }

  private static TransferCourse taken(TransferKind kind, TransferPhase phase) {
    if (phase != TransferPhase.RINGING) {
      return stays(phase);
    }
    boolean aside = kind == TransferKind.WARM;
    return new TransferCourse(
        aside ? TransferPhase.CONSULTING : TransferPhase.JOINED,
        List.of(
            new TransferEffect.Note("transfer-taken", kind.wireName()),
            new TransferEffect.Tell(
                aside ? TransferState.CONSULTING : TransferState.JOINED, Optional.empty())));
  }

  private static TransferCourse together(TransferPhase phase) {
    return phase == TransferPhase.JOINED
        ? stays(phase)
        : new TransferCourse(
            TransferPhase.JOINED,
            List.of(
                new TransferEffect.Note("transfer-joined", ""),
                new TransferEffect.Tell(TransferState.JOINED, Optional.empty())));
  }

  private static TransferCourse over(TransferState state, String cause, boolean moved) {
    List<TransferEffect> effects = new ArrayList<>();
    effects.add(new TransferEffect.Note(moved ? "transferred" : "transfer-returned", cause));
    if (moved) {
      effects.add(new TransferEffect.Moved());
    }
    effects.add(new TransferEffect.Tell(state, moved ? Optional.empty() : Optional.of(cause)));
    effects.add(new TransferEffect.Count(cause));
    return new TransferCourse(TransferPhase.OVER, effects);
  }

  private static TransferCourse stays(TransferPhase phase, TransferEffect... effects) {
    return new TransferCourse(phase, List.of(effects));
  }
}

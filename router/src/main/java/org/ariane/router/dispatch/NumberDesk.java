package org.ariane.router.dispatch;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.Principal;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.audit.AuditEntry;

/// Shows the number of an incident to someone of its centre who says why. Nobody needs it to act,
/// and a call by reflex can betray her; so who looks is written down first, for good.
public final class NumberDesk {
  /// Why one may look.
  public static final Set<String> REASONS =
      Set.of("as-agreed", "locate", "patrol-at-the-door", "interpreter", "other");

  private static final String ACTION = "number.opened";

  private final DispatchDesk desk;
  private final Consumer<AuditEntry> audit;
  private final InstantSource clock;

  /// @param audit returns when the entry is on disk; throws [LogUnavailableException] where it
  ///   can't be
  public NumberDesk(DispatchDesk desk, Consumer<AuditEntry> audit, InstantSource clock) {
    this.desk = desk;
    this.audit = audit;
    this.clock = clock;
  }

  /// What came of asking.
  public sealed interface Answer {
    record Opened(PhoneNumber number, Manner.Callback callback) implements Answer {}

    /// No number is known; nothing was written down.
    record None() implements Answer {}

    /// It does not exist, or not for this principal.
    record Unknown() implements Answer {}

    /// It could not be written down who looks, so nobody looks.
    record Unavailable() implements Answer {}
  }

  /// Writes down who looks and why, then answers with the number.
  ///
  /// @param reason one of [#REASONS]
  /// @param note further words; into the audit log only
  public Answer open(Principal principal, IncidentId id, String reason, Optional<String> note) {
    if (!REASONS.contains(reason)) {
      throw new IllegalArgumentException("not a reason");
    }
    Optional<Incident> found = desk.find(principal, id);
    if (found.isEmpty()) {
      return new Answer.Unknown();
    }
    Optional<PhoneNumber> number = found.get().situation().phone();
    if (number.isEmpty()) {
      return new Answer.None();
    }
    try {
      audit.accept(
          AuditEntry.of(principal, clock.instant(), ACTION, id.value())
              .because(reason + note.map(words -> ": " + words).orElse("")));
    } catch (LogUnavailableException e) {
      return new Answer.Unavailable();
    }
    return switch (desk.numberOpened(principal, id, reason)) {
      case DeskAnswer.Done done ->
          done.incident()
              .situation()
              .phone()
              .<Answer>map(now -> new Answer.Opened(now, done.incident().manner().callback()))
              .orElse(new Answer.None());
      case DeskAnswer.Unknown() -> new Answer.Unknown();
      default -> new Answer.Unavailable();
    };
  }
}

package org.ariane.router.referral;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ariane.router.access.Principal;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.AuditLog;

/// Sends people on and brings the answers back. Who refers sees her own referrals, an operator
/// those of the own desk; to anybody else they do not exist.
public final class Referrals {
  private final ReferralStore store;
  private final AuditLog audit;
  private final InstantSource clock;
  private final BiConsumer<Delivery, String> outcomes;

  /// Refers by way of a store.
  ///
  /// @param outcomes counts `sent`, `withdrawn` and wire names of [Outcome]
  public Referrals(
      ReferralStore store,
      AuditLog audit,
      InstantSource clock,
      BiConsumer<Delivery, String> outcomes) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.outcomes = outcomes;
  }

  /// What came of sending.
  public sealed interface Sending {
    /// It is on disk; the first one where the same was sent before.
    record Kept(Referral referral) implements Sending {}

    /// The desk of the service, or the account, has as many as it may.
    record TooMany() implements Sending {}

    /// Under this name another one was sent, or it was withdrawn since; nothing changed.
    record SentOtherwise() implements Sending {}
  }

  /// Keeps it, once for each name that the sender gives.
  public Sending send(Principal by, Referral referral, String request) {
    String id = referral.id().value();
    audit.record(AuditEntry.of(by, clock.instant(), "referral.sent", id));
    Optional<ReferralId> kept = store.put(referral, request);
    if (kept.filter(referral.id()::equals).isPresent()) {
      outcomes.accept(referral.delivery(), "sent");
      return new Sending.Kept(referral);
    }
    audit.record(AuditEntry.of(by, clock.instant(), "referral.not-kept", id));
    return kept.map(first -> again(first, referral)).orElseGet(Sending.TooMany::new);
  }

  private Sending again(ReferralId first, Referral now) {
    return store
        .find(first)
        .filter(before -> before.isSameAs(now))
        .<Sending>map(Sending.Kept::new)
        .orElseGet(Sending.SentOtherwise::new);
  }

  public List<Referral> sentBy(Principal by) {
    return store.by(by.id());
  }

  /// What waits at the desk of an operator or was taken there; what was declined is gone from it.
  public List<Referral> atDeskOf(Principal operator) {
    return operator.desk().map(store::at).orElse(List.of());
  }

  /// What came of answering.
  public enum Answering {
    /// It is noted; also where the same was said before.
    NOTED,
    /// There is none, or it is not theirs to answer.
    UNKNOWN,
    /// Somebody answered otherwise before.
    TOO_LATE
  }

  /// The service answers at its desk, or whoever referred notes what the telephone call brought.
  public Answering answer(Principal who, ReferralId id, Outcome outcome) {
    Optional<Referral> found = store.find(id).filter(known -> mayAnswer(who, known, outcome));
    if (found.isEmpty()) {
      return Answering.UNKNOWN;
    }
    Referral before = found.get();
    if (before.answer().isPresent()) {
      return before.answer().get().outcome() == outcome ? Answering.NOTED : Answering.TOO_LATE;
    }
    audit.record(AuditEntry.of(who, clock.instant(), "referral.answered", id.value()));
    Referral after = before.answered(new Referral.Answer(outcome, who.id(), clock.instant()));
    if (!store.replace(before, after)) {
      return answeredMeanwhile(id, outcome);
    }
    outcomes.accept(before.delivery(), outcome.wireName());
    return Answering.NOTED;
  }

  private Answering answeredMeanwhile(ReferralId id, Outcome outcome) {
    Optional<Referral> now = store.find(id);
    if (now.isEmpty()) {
      return Answering.UNKNOWN;
    }
    return now.flatMap(Referral::answer).filter(given -> given.outcome() == outcome).isPresent()
        ? Answering.NOTED
        : Answering.TOO_LATE;
  }

  private static boolean mayAnswer(Principal who, Referral referral, Outcome outcome) {
    return switch (referral.delivery()) {
      case DESK ->
          outcome != Outcome.NOT_REACHED
              && who.desk().filter(referral.service()::equals).isPresent();
      case CALL -> who.id().equals(referral.by());
    };
  }

  /// She no longer wants it: nothing of it is left. False where it is not theirs.
  public boolean withdraw(Principal by, ReferralId id) {
    Optional<Referral> mine = store.find(id).filter(known -> known.by().equals(by.id()));
    mine.ifPresent(referral -> {
      audit.record(AuditEntry.of(by, clock.instant(), "referral.withdrawn", id.value()));
      store.erase(referral);
      outcomes.accept(referral.delivery(), "withdrawn");
    });
    return mine.isPresent();
  }
}

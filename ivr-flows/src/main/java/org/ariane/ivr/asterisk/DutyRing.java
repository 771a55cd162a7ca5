package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ariane.router.dispatch.DutyOfficer;
import org.ariane.router.dispatch.DutyPhone.Answer;
import org.ariane.router.dispatch.DutyPhone.DutyCall;
import org.ariane.router.dispatch.DutyPhone.Reason;
import org.ariane.router.dispatch.DutyPhone.Take;
import org.ariane.router.dispatch.DutyPhone.Taking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call to a duty officer while it lasts: locked until the PIN, taken at most once, and over
/// when both the telephone and an attempt to take it have ended.
final class DutyRing {
  private static final Logger LOG = LoggerFactory.getLogger(DutyRing.class);

  private final DutyCall call;
  private final DutyOfficer officer;
  private final Take take;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private boolean unlocked;
  private boolean confirmed;
  private Optional<Instant> takenAt = Optional.empty();
  private Optional<Taking> taking = Optional.empty();
  private Optional<DutyEnd> end = Optional.empty();

  DutyRing(DutyCall call, DutyOfficer officer, Take take) {
    this.call = call;
    this.officer = officer;
    this.take = take;
  }

  DutyCall call() {
    return call;
  }

  /// Whether the PIN was right, now or before.
  synchronized boolean unlock(String pin) {
    unlocked |= officer.knows(pin);
    return unlocked;
  }

  /// Key 1. Without the PIN before it, or once the call is over, it takes nothing.
  Taking take(Instant at) {
    synchronized (this) {
      if (!unlocked || takenAt.isPresent() || end.isPresent()) {
        return Taking.NOT_STORED;
      }
      takenAt = Optional.of(at);
    }
    Taking result = Taking.NOT_STORED;
    try {
      result = take.take(at);
    } catch (RuntimeException e) {
      LOG.error("taking {} by telephone failed", call.incident(), e);
    }
    synchronized (this) {
      taking = Optional.of(result);
      settle();
    }
    return result;
  }

  /// The dialplan has got the answer and tells the officer so.
  synchronized void confirmed() {
    confirmed = true;
  }

  /// The telephone has ended; only the first end counts.
  synchronized void ended(DutyEnd how) {
    if (end.isEmpty()) {
      end = Optional.of(how);
      settle();
    }
  }

  private void settle() {
    boolean underWay = takenAt.isPresent() && taking.isEmpty();
    if (end.isPresent() && !underWay) {
      answer.complete(answer(end.get()));
    }
  }

  private Answer answer(DutyEnd how) {
    if (takenAt.isEmpty() || taking.isEmpty()) {
      return new Answer.NotTaken(how.otherwise());
    }
    return switch (taking.get()) {
      case TAKEN ->
          confirmed || how.relies()
              ? new Answer.Taken(takenAt.get())
              : new Answer.Unconfirmed(takenAt.get());
      case TAKEN_BEFORE -> new Answer.NotTaken(Reason.TAKEN_BEFORE);
      case NOT_STORED -> new Answer.NotTaken(Reason.NOT_STORED);
    };
  }

  /// What came of it; empty where it is not over by then.
  Optional<Answer> await(Duration within) throws InterruptedException {
    try {
      return Optional.of(answer.get(within.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("never completed with a fault", e);
    }
  }
}

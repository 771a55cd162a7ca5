package org.ariane.router.callback;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Agreements and the calls made by them. An attempt ends an agreement before the number is
/// dialled, so that nothing can ever dial it again.
public final class Callbacks implements CallbackPhone.Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

  /// As long as an operator may let it ring and think.
  private static final Duration CLAIM = Duration.ofSeconds(90);

  private final CallbackStore store;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Consumer<String> outcomes;
  private final Map<CallbackId, PrincipalId> ringing = new ConcurrentHashMap<>();
  private volatile Told told = (operator, id, outcome) -> {};
  private volatile CallbackPhone phone = (id, operator, language, exercise) -> false;

  /// @param outcomes counts how attempts ended
  public Callbacks(
      CallbackStore store, AuditLog audit, InstantSource clock, Consumer<String> outcomes) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.outcomes = outcomes;
  }

  /// Calls go through this telephone from now on.
  public void through(CallbackPhone telephone) {
    phone = telephone;
  }

  /// Hears how the call-back ended that an operator had started at this server.
  @FunctionalInterface
  public interface Told {
    void ended(PrincipalId operator, CallbackId id, String outcome);
  }

  /// Operators are told from now on.
  public void tells(Told listener) {
    told = listener;
  }

  public void agree(Principal by, Callback callback) {
    audit.record(AuditEntry.of(by, clock.instant(), "callback.agreed", callback.id().value()));
    store.put(callback);
  }

  /// Those that may be called now from a desk, longest wished first.
  public List<Callback> due(ServiceId desk) {
    return due().stream().filter(callback -> callback.desk().equals(desk)).toList();
  }

  List<Callback> due() {
    Instant now = clock.instant();
    return store.all().stream()
        .filter(callback -> callback.due(now))
        .sorted(java.util.Comparator.comparing(callback -> callback.wishedAt().orElse(Instant.MAX)))
        .toList();
  }

  /// How many there are.
  ///
  /// @param noted how many agreements there are
  /// @param wished those with a call asked for
  /// @param due those that may be called now
  public record Counts(int noted, int wished, int due) {}

  public Counts counts() {
    Instant now = clock.instant();
    List<Callback> all = store.all();
    return new Counts(
        all.size(),
        (int) all.stream().filter(callback -> callback.wishedAt().isPresent()).count(),
        (int) all.stream().filter(callback -> callback.due(now)).count());
  }

  /// What came of asking for a call.
  public enum Start {
    RINGS,
    /// There is none, or it is another desk's.
    UNKNOWN,
    /// Not in her hours, or nobody asked for a call.
    NOT_NOW,
    /// Another operator is about to call.
    ELSEWHERE,
    /// The operator's telephone cannot be rung.
    NO_TELEPHONE
  }

  /// Rings the operator; she presses a key before the number is dialled.
  public Start start(Principal operator, CallbackId id) {
    Optional<Callback> found =
        store.find(id).filter(known -> operator.desk().filter(known.desk()::equals).isPresent());
    if (found.isEmpty()) {
      return Start.UNKNOWN;
    }
    Callback callback = found.get();
    if (!callback.due(clock.instant())) {
      return Start.NOT_NOW;
    }
    if (!store.claim(id, operator.id(), CLAIM)) {
      return Start.ELSEWHERE;
    }
    audit.record(AuditEntry.of(operator, clock.instant(), "callback.started", id.value()));
    ringing.put(id, operator.id());
    if (!phone.ring(id, operator.id(), callback.contact().language(), callback.exercise())) {
      ringing.remove(id);
      store.release(id);
      return Start.NO_TELEPHONE;
    }
    return Start.RINGS;
  }

  /// She no longer wants it, or it is no longer safe.
  public boolean forget(Principal by, CallbackId id) {
    Optional<Callback> mine =
        store.find(id).filter(known -> by.desk().filter(known.desk()::equals).isPresent());
    if (mine.isEmpty()) {
      return false;
    }
    audit.record(AuditEntry.of(by, clock.instant(), "callback.forgotten", id.value()));
    store.take(id);
    return true;
  }

  /// Somebody who calls from this number asks for a call-back by key. Nothing happens where no
  /// human noted before how she can be called; nobody is told which of the two it was.
  public void wish(PhoneNumber number) {
    store.of(number).map(known -> known.wished(clock.instant())).ifPresent(store::replace);
  }

  @Override
  public Optional<PhoneNumber> number(CallbackId id, PrincipalId operator) {
    Instant now = clock.instant();
    if (!store.claimedBy(id, operator)
        || store.find(id).filter(known -> known.due(now)).isEmpty()) {
      return Optional.empty();
    }
    audit.record(
        new AuditEntry(
            now,
            operator,
            Optional.of(Role.OPERATOR),
            "callback.attempted",
            id.value(),
            Optional.empty()));
    return store.take(id).map(taken -> taken.contact().number());
  }

  @Override
  public void ended(CallbackId id, String outcome) {
    LOG.info("{} ended: {}", id, outcome);
    outcomes.accept(outcome);
    store.release(id);
    Optional.ofNullable(ringing.remove(id))
        .ifPresent(operator -> told.ended(operator, id, outcome));
  }
}

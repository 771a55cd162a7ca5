package org.ariane.router.exclusion;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.Principal;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.dispatch.AlarmKey;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.IncidentBoard;
import org.ariane.router.dispatch.IncidentChanges;
import org.ariane.router.dispatch.IncidentChanges.Decision;
import org.ariane.router.dispatch.IncidentEvent;
import org.ariane.router.dispatch.IncidentLog;
import org.ariane.router.dispatch.IncidentState;
import org.ariane.router.exclusion.Exclusion.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sets exclusions and carries them into the incidents that they are about.
public final class Exclusions {
  private static final Logger LOG = LoggerFactory.getLogger(Exclusions.class);

  private final ExclusionStore store;
  private final IncidentLog log;
  private final IncidentBoard board;
  private final IncidentChanges changes;
  private final InstantSource clock;

  public Exclusions(
      ExclusionStore store,
      IncidentLog log,
      IncidentBoard board,
      IncidentChanges changes,
      InstantSource clock) {
    this.store = store;
    this.log = log;
    this.board = board;
    this.changes = changes;
    this.clock = clock;
  }

  /// In force when it returns: durable, and in the incidents that are going on.
  public void set(Principal by, Exclusion exclusion) {
    store.put(
        exclusion,
        AuditEntry.of(by, clock.instant(), "exclusion.set", about(exclusion))
            .because(exclusion.reason()));
    apply(exclusion);
  }

  /// The supervisory body looked at it. Empty where there is none.
  public Optional<Exclusion> verify(Principal by, ExclusionId id, LocalDate reviewBy) {
    return decide(by, id, Status.VERIFIED, reviewBy, "exclusion.verified");
  }

  /// No longer in force for alarms to come. Empty where there is none.
  public Optional<Exclusion> lift(Principal by, ExclusionId id) {
    return decide(by, id, Status.LIFTED, LocalDate.EPOCH, "exclusion.lifted");
  }

  public List<Exclusion> all() {
    return store.all();
  }

  /// Carries those in force into incidents that began, or were still being set, meanwhile.
  public void sweep() {
    List<Exclusion> inForce = store.all().stream().filter(Exclusion::inForce).toList();
    inForce.forEach(this::apply);
  }

  private Optional<Exclusion> decide(
      Principal by, ExclusionId id, Status status, LocalDate reviewBy, String action) {
    return store
        .find(id)
        .map(found -> {
          LocalDate review = status == Status.LIFTED ? found.reviewBy() : reviewBy;
          Exclusion decided = found.with(status, review);
          store.put(decided, AuditEntry.of(by, clock.instant(), action, about(decided)));
          return decided;
        });
  }

  private void apply(Exclusion exclusion) {
    Instant now = clock.instant();
    concerned(exclusion)
        .filter(incident -> !incident.barred().contains(exclusion.excluded()))
        .forEach(incident -> {
          changes.change(
              incident.id(),
              known ->
                  new Decision.Happen<>(
                      new IncidentEvent.Excluded(exclusion.excluded(), now), next -> true));
          LOG.info("{} is in force in {}", exclusion.id(), incident.id());
        });
  }

  private Stream<Incident> concerned(Exclusion exclusion) {
    Stream<Incident> named = exclusion.incident().flatMap(log::find).stream();
    Stream<Incident> heard =
        exclusion.callOrChat().stream()
            .flatMap(contact -> Stream.of("call", "chat").map(door -> new AlarmKey(door, contact)))
            .flatMap(key -> log.look(key, Optional.empty()).same().stream())
            .map(same -> same.incident());
    Stream<Incident> ofPhone =
        exclusion.phone().stream()
            .flatMap(phone -> board.matching(known -> goesOnFor(phone, known)).stream());
    return Stream.of(named, heard, ofPhone).flatMap(all -> all);
  }

  private static boolean goesOnFor(PhoneNumber phone, Incident known) {
    return known.durable()
        && !known.is(IncidentState.CLOSED)
        && known.situation().phone().equals(Optional.of(phone));
  }

  private static String about(Exclusion exclusion) {
    return exclusion.id() + exclusion.contact().map(contact -> " " + contact).orElse("");
  }
}

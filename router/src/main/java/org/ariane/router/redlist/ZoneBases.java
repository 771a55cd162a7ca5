package org.ariane.router.redlist;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.redlist.LegalBasis.OfZone;
import org.ariane.router.redlist.LegalBasis.Proposed;
import org.ariane.router.redlist.RedListStore.Write;

/// Switches a zone's list on, by recording its legal basis. It takes two people, of whom one at
/// least is a registrar of the zone; the other may be a coordinator.
public final class ZoneBases {
  private final RedListStore store;
  private final InstantSource clock;

  public ZoneBases(RedListStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// What came of it.
  public sealed interface Outcome {
    record Proposed(OfZone zone) implements Outcome {}

    record Recorded(OfZone zone) implements Outcome {}

    /// The one who proposed cannot confirm.
    record SamePerson() implements Outcome {}

    /// Neither of the two is a registrar of the zone.
    record NoRegistrar() implements Outcome {}

    record NotProposed() implements Outcome {}

    /// Somebody else changed it at the same moment.
    record Conflict() implements Outcome {}
  }

  /// Whether they may see and propose for that zone.
  public boolean may(Principal who, ZoneId zone) {
    return who.has(Role.COORDINATOR) || registrar(who, zone);
  }

  private static boolean registrar(Principal who, ZoneId zone) {
    return who.has(Role.REGISTRAR) && who.zones().contains(zone);
  }

  public OfZone of(ZoneId zone) {
    return store.basis(zone);
  }

  /// Replaces a proposal that waits.
  public Outcome propose(
      Principal who, ZoneId zone, String reference, Optional<LocalDate> validUntil) {
    OfZone before = store.basis(zone);
    Proposed asked =
        new Proposed(reference, validUntil, who.id(), registrar(who, zone), clock.instant());
    OfZone next = new OfZone(before.recorded(), Optional.of(asked), before.stored());
    return write(who, zone, next, "red-list.basis-proposed")
        ? new Outcome.Proposed(next)
        : new Outcome.Conflict();
  }

  public Outcome confirm(Principal who, ZoneId zone) {
    OfZone before = store.basis(zone);
    if (before.proposed().isEmpty()) {
      return new Outcome.NotProposed();
    }
    Proposed asked = before.proposed().get();
    if (asked.by().equals(who.id())) {
      return new Outcome.SamePerson();
    }
    if (!asked.registrar() && !registrar(who, zone)) {
      return new Outcome.NoRegistrar();
    }
    LegalBasis basis =
        new LegalBasis(asked.reference(), asked.validUntil(), List.of(asked.by(), who.id()));
    OfZone next = new OfZone(Optional.of(basis), Optional.empty(), before.stored());
    return write(who, zone, next, "red-list.basis-recorded")
        ? new Outcome.Recorded(next)
        : new Outcome.Conflict();
  }

  private boolean write(Principal who, ZoneId zone, OfZone next, String action) {
    return store.write(
        List.of(new Write.Basis(zone, next)),
        List.of(AuditEntry.of(who, clock.instant(), action, zone.value())));
  }
}

package org.ariane.router.redlist;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.redlist.RedListEntry.Asked;
import org.ariane.router.redlist.RedListEntry.Deed;
import org.ariane.router.redlist.RedListEntry.Proposal;
import org.ariane.router.redlist.RedListStore.Write;

/// What registrars do with the list. Each sees and changes entries of their own zones only; what
/// lies elsewhere does not exist for them. Raising is done at once, lowering and removal by two.
public final class RedListRegister {
  private final RedListStore store;
  private final InstantSource clock;

  public RedListRegister(RedListStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// What came of something that a registrar asked for.
  public sealed interface Outcome {
    record Done(RedListEntry entry) implements Outcome {}

    /// What could be done at once is done; for the rest another registrar must confirm.
    record Proposed(RedListEntry entry, boolean partly) implements Outcome {}

    record Removed(RedListEntryId id) implements Outcome {}

    /// Its zone has no legal basis in force.
    record Off(ZoneId zone) implements Outcome {}

    /// The one who proposed cannot confirm.
    record SameRegistrar() implements Outcome {}

    /// Nobody proposed anything.
    record NotProposed() implements Outcome {}

    /// Something else was proposed and waits: confirm or withdraw that first.
    record Waiting() implements Outcome {}

    /// Somebody else changed it at the same moment.
    record Conflict() implements Outcome {}

    record Unknown() implements Outcome {}
  }

  public boolean mayWrite(Principal registrar, ZoneId zone) {
    return registrar.has(Role.REGISTRAR) && registrar.zones().contains(zone);
  }

  /// Whether the zone's list is on.
  public boolean on(ZoneId zone) {
    return store.basis(zone).on(today());
  }

  public Outcome add(Principal registrar, RedListEntry entry) {
    if (!mayWrite(registrar, entry.zone())) {
      return new Outcome.Unknown();
    }
    if (!on(entry.zone())) {
      return new Outcome.Off(entry.zone());
    }
    return put(registrar, entry, "added", "");
  }

  public List<RedListEntry> search(Principal registrar, RedListQuery query) {
    List<RedListEntry> seen =
        store.search(query).stream().filter(entry -> mayWrite(registrar, entry.zone())).toList();
    List<AuditEntry> lines = new ArrayList<>();
    lines.add(line(registrar, "red-list.searched", "shown-" + seen.size()));
    seen.forEach(entry -> lines.add(line(registrar, "red-list.read", entry.id().value())));
    store.write(List.of(), lines);
    return seen;
  }

  public Optional<RedListEntry> read(Principal registrar, RedListEntryId id) {
    Optional<RedListEntry> entry = own(registrar, id);
    entry.ifPresent(it -> store.write(List.of(), List.of(line(registrar, "red-list.read", it))));
    return entry;
  }

  public Outcome change(Principal registrar, RedListEntryId id, EntryChange change) {
    return own(registrar, id)
        .map(entry -> change(registrar, entry, change))
        .orElseGet(Outcome.Unknown::new);
  }

  private Outcome change(Principal registrar, RedListEntry entry, EntryChange change) {
    EntryChange raising = change.raising(entry, today());
    EntryChange lowering = change.lowering(entry, today());
    RedListEntry raised = raising.isEmpty() ? entry : withoutLowering(raising.applied(entry));
    if (lowering.isEmpty()) {
      return raising.isEmpty() ? new Outcome.Done(entry) : put(registrar, raised, "raised", "");
    }
    if (raised.proposal().isPresent()) {
      boolean kept =
          raising.isEmpty() || put(registrar, raised, "raised", "") instanceof Outcome.Done;
      return kept ? new Outcome.Waiting() : new Outcome.Conflict();
    }
    Outcome outcome =
        put(
            registrar,
            proposed(registrar, raised, new Asked.Lowering(lowering)),
            raising.isEmpty() ? "lowering-proposed" : "raised-and-lowering-proposed",
            "");
    return outcome instanceof Outcome.Done(RedListEntry now)
        ? new Outcome.Proposed(now, !raising.isEmpty())
        : outcome;
  }

  /// Who proposed to lower it did not know what raised it since.
  private static RedListEntry withoutLowering(RedListEntry entry) {
    return entry.with(entry.proposal().filter(it -> it.asked() instanceof Asked.Removal));
  }

  public Outcome proposeRemoval(Principal registrar, RedListEntryId id) {
    Optional<RedListEntry> found = own(registrar, id);
    if (found.isEmpty()) {
      return new Outcome.Unknown();
    }
    RedListEntry entry = found.get();
    if (entry.proposal().isPresent()) {
      return entry.proposal().get().asked() instanceof Asked.Removal
          ? new Outcome.Proposed(entry, false)
          : new Outcome.Waiting();
    }
    Outcome outcome =
        put(registrar, proposed(registrar, entry, new Asked.Removal()), "removal-proposed", "");
    return outcome instanceof Outcome.Done(RedListEntry now)
        ? new Outcome.Proposed(now, false)
        : outcome;
  }

  public Outcome confirm(Principal registrar, RedListEntryId id) {
    Optional<RedListEntry> found = own(registrar, id);
    if (found.isEmpty()) {
      return new Outcome.Unknown();
    }
    RedListEntry entry = found.get();
    if (entry.proposal().isEmpty()) {
      return new Outcome.NotProposed();
    }
    Proposal proposal = entry.proposal().get();
    if (proposal.by().equals(registrar.id())) {
      return new Outcome.SameRegistrar();
    }
    return switch (proposal.asked()) {
      case Asked.Removal() ->
          store.write(
                  List.of(new Write.Remove(entry)),
                  List.of(line(registrar, "red-list.removed", entry)))
              ? new Outcome.Removed(id)
              : new Outcome.Conflict();
      case Asked.Lowering(EntryChange change) ->
          put(registrar, change.applied(entry).with(Optional.<Proposal>empty()), "lowered", "");
    };
  }

  /// Any registrar of the zone may: what stays protects more.
  public Outcome withdraw(Principal registrar, RedListEntryId id) {
    Optional<RedListEntry> found = own(registrar, id);
    if (found.isEmpty()) {
      return new Outcome.Unknown();
    }
    return found.get().proposal().isEmpty()
        ? new Outcome.NotProposed()
        : put(registrar, found.get().with(Optional.<Proposal>empty()), "withdrawn", "");
  }

  /// Files the place that she or he moved to. The old place stays in force until two remove it.
  public Outcome move(Principal registrar, RedListEntryId from, Move move) {
    Optional<RedListEntry> found = own(registrar, from);
    if (found.isEmpty()) {
      return new Outcome.Unknown();
    }
    RedListEntry old = found.get();
    if (!on(old.zone())) {
      return new Outcome.Off(old.zone());
    }
    Instant now = clock.instant();
    String what = "moved-" + move.who().wireName();
    RedListEntry there =
        new RedListEntry(
                move.id(),
                move.to(),
                old.facts(),
                old.zone(),
                registrar.id(),
                now,
                List.of(),
                Optional.empty(),
                0)
            .noting(deed(registrar, what, "from " + from + " since " + move.since()));
    RedListEntry noted =
        old.noting(deed(registrar, what, "to " + move.id() + " since " + move.since()));
    boolean written =
        store.write(
            List.of(new Write.Put(there), new Write.Put(noted)),
            List.of(line(registrar, "red-list." + what, from + " " + move.id())));
    return written ? new Outcome.Done(there) : new Outcome.Conflict();
  }

  /// An entry of a zone of this registrar.
  public Optional<RedListEntry> own(Principal registrar, RedListEntryId id) {
    return store.find(id).filter(entry -> mayWrite(registrar, entry.zone()));
  }

  private RedListEntry proposed(Principal registrar, RedListEntry entry, Asked asked) {
    return entry.with(Optional.of(new Proposal(registrar.id(), clock.instant(), asked)));
  }

  private Outcome put(Principal registrar, RedListEntry entry, String what, String about) {
    RedListEntry noted = entry.noting(deed(registrar, what, about));
    boolean written =
        store.write(
            List.of(new Write.Put(noted)), List.of(line(registrar, "red-list." + what, entry)));
    return written ? new Outcome.Done(noted) : new Outcome.Conflict();
  }

  private Deed deed(Principal registrar, String what, String about) {
    return new Deed(clock.instant(), registrar.id(), what, about);
  }

  private AuditEntry line(Principal registrar, String action, RedListEntry about) {
    return line(registrar, action, about.id().value());
  }

  private AuditEntry line(Principal registrar, String action, String about) {
    return AuditEntry.of(registrar, clock.instant(), action, about);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}

package org.ariane.router.redlist;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.redlist.RedListStore.Trace;

/// What registrars do with the list. Each sees and changes entries of their own zones only; what
/// lies elsewhere does not exist for them.
public final class RedListRegister {
  private final RedListStore store;

  public RedListRegister(RedListStore store) {
    this.store = store;
  }

  /// What came of a proposal to remove, or of its confirmation.
  public sealed interface Removal {
    /// Another registrar must confirm.
    record Proposed(RedListEntryId id) implements Removal {}

    record Removed(RedListEntryId id) implements Removal {}

    /// The one who proposed cannot confirm.
    record SameRegistrar() implements Removal {}

    /// Nobody proposed it.
    record NotProposed() implements Removal {}

    record Unknown() implements Removal {}
  }

  public boolean mayWrite(Principal registrar, ZoneId zone) {
    return registrar.has(Role.REGISTRAR) && registrar.zones().contains(zone);
  }

  public void add(Principal registrar, RedListEntry entry) {
    if (!mayWrite(registrar, entry.zone())) {
      throw new IllegalArgumentException("not a registrar of that zone");
    }
    store.add(entry, new Trace(registrar.id(), "added", entry.id().value()));
  }

  public List<RedListEntry> search(Principal registrar, RedListQuery query) {
    List<RedListEntry> seen =
        store.search(query).stream().filter(entry -> mayWrite(registrar, entry.zone())).toList();
    store.record(new Trace(registrar.id(), "searched", "shown " + seen.size()));
    seen.forEach(entry -> store.record(new Trace(registrar.id(), "read", entry.id().value())));
    return seen;
  }

  public Removal propose(Principal registrar, RedListEntryId id) {
    Optional<RedListEntry> entry = own(registrar, id);
    if (entry.isEmpty()) {
      return new Removal.Unknown();
    }
    if (entry.get().removalAskedBy().isEmpty()) {
      store.replace(
          entry.get().removalAskedBy(registrar.id()),
          new Trace(registrar.id(), "removal-asked", id.value()));
    }
    return new Removal.Proposed(id);
  }

  public Removal confirm(Principal registrar, RedListEntryId id) {
    Optional<RedListEntry> entry = own(registrar, id);
    if (entry.isEmpty()) {
      return new Removal.Unknown();
    }
    if (entry.get().removalAskedBy().isEmpty()) {
      return new Removal.NotProposed();
    }
    if (entry.get().removalAskedBy().get().equals(registrar.id())) {
      return new Removal.SameRegistrar();
    }
    store.remove(entry.get(), new Trace(registrar.id(), "removed", id.value()));
    return new Removal.Removed(id);
  }

  private Optional<RedListEntry> own(Principal registrar, RedListEntryId id) {
    return store.find(id).filter(entry -> mayWrite(registrar, entry.zone()));
  }
}

package org.ariane.router.redlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.router.redlist.RedListLine.Fault;
import org.ariane.router.redlist.RedListSubject.OfPlace;

/// What lines of a file would do to the list. A line is about the entry that its id names, else
/// about the entry of its zone with the same subject, else it is new. A file never removes.
///
/// @param faults if there are any, nothing may be done
public record ImportPlan(List<Step> steps, List<Fault> faults) {
  public ImportPlan {
    steps = List.copyOf(steps);
    faults = List.copyOf(faults);
  }

  /// What one line would do. The wire name is the constant in lower case, with hyphens.
  public enum Effect {
    ADD,
    RAISE,
    /// It lowers: another registrar must confirm.
    NEEDS_SECOND,
    RAISE_AND_NEEDS_SECOND,
    /// It lowers, but another proposal waits.
    WAITING,
    UNCHANGED,
    /// Somebody else changed the entry at the same moment. Only after the fact.
    CONFLICT;

    public String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// One line and the entry that it is about.
  ///
  /// @param entry empty for a new one
  public record Step(RedListLine line, Optional<RedListEntry> entry) {
    public Effect effect(LocalDate today) {
      if (entry.isEmpty()) {
        return Effect.ADD;
      }
      RedListEntry now = entry.get();
      boolean raises = !change().raising(now, today).isEmpty();
      if (change().lowering(now, today).isEmpty()) {
        return raises ? Effect.RAISE : Effect.UNCHANGED;
      }
      // What raises sets a proposal to lower aside; one to remove stays.
      boolean waits =
          now.proposal()
              .filter(it -> !raises || it.asked() instanceof RedListEntry.Asked.Removal)
              .isPresent();
      if (waits) {
        return Effect.WAITING;
      }
      return raises ? Effect.RAISE_AND_NEEDS_SECOND : Effect.NEEDS_SECOND;
    }

    /// What the line says, as a change of the entry. An earlier case that it leaves out stays.
    EntryChange change() {
      RedListFacts facts = line.facts();
      Optional<Integer> radius =
          line.subject() instanceof OfPlace place ? Optional.of(place.radiusM()) : Optional.empty();
      return new EntryChange(
          Optional.of(facts.seriousness()),
          radius,
          Optional.of(facts.reviewBy()),
          Optional.of(facts.reasonCode()),
          facts.incidents());
    }
  }

  /// Compares lines with the entries of their zones.
  static ImportPlan of(List<RedListLine> lines, List<RedListEntry> entries) {
    Map<RedListEntryId, RedListEntry> byId = new HashMap<>();
    SubjectIndex<RedListEntry> filed =
        new SubjectIndex<>(RedListEntry::subject, RedListEntry::zone);
    entries.forEach(entry -> {
      byId.put(entry.id(), entry);
      filed.add(entry);
    });
    SubjectIndex<RedListLine> fresh = new SubjectIndex<>(RedListLine::subject, RedListLine::zone);
    Map<RedListEntryId, RedListLine> taken = new HashMap<>();
    List<Step> steps = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (RedListLine line : lines) {
      Optional<RedListEntry> named = line.id().map(byId::get);
      Optional<RedListEntry> entry =
          named.or(() ->
              filed.same(line.subject(), line.zone()).stream()
                  .max(java.util.Comparator.comparingInt(RedListEntry::seriousness)));
      Optional<RedListLine> before =
          entry.isPresent()
              ? Optional.ofNullable(taken.putIfAbsent(entry.get().id(), line))
              : fresh.same(line.subject(), line.zone()).stream().findFirst();
      Optional<String> wrong =
          entry
              .flatMap(it -> wrong(line, it))
              .or(() -> before.map(it -> "is about the same as line " + it.line()));
      wrong.ifPresent(what -> faults.add(new Fault(line.line(), what)));
      if (entry.isEmpty()) {
        fresh.add(line);
      }
      steps.add(new Step(line, entry));
    }
    return new ImportPlan(steps, faults);
  }

  private static Optional<String> wrong(RedListLine line, RedListEntry entry) {
    if (!entry.zone().equals(line.zone())) {
      return Optional.of("zone: that of the entry which id names");
    }
    if (!SubjectIndex.same(entry.subject(), line.subject())) {
      return Optional.of("id: the entry is about something else; record a move instead");
    }
    if (!entry.facts().legalBasis().equals(line.facts().legalBasis())) {
      return Optional.of("legalBasis: that of the entry, it cannot be changed");
    }
    Set<RedListFacts.Recorded> incidents = new HashSet<>(entry.facts().incidents());
    incidents.addAll(line.facts().incidents());
    return incidents.size() > RedListFacts.MOST_INCIDENTS
        ? Optional.of("incidents: the entry has 100 at most")
        : Optional.empty();
  }
}

package org.ariane.router.redlist;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.Principal;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.redlist.ImportPlan.Effect;
import org.ariane.router.redlist.ImportPlan.Step;
import org.ariane.router.redlist.RedListLine.Fault;
import org.ariane.router.redlist.RedListRegister.Outcome;

/// Takes entries in from files and gives them out, for registrars of their zones. What the file
/// raises or adds is done at once, what it lowers is proposed, as in [RedListRegister].
public final class RedListExchange {
  private static final int AUDITED_AT_ONCE = 200;
  private static final int MOST_TRIES = 3;

  private final RedListRegister register;
  private final RedListStore store;
  private final InstantSource clock;

  public RedListExchange(RedListRegister register, RedListStore store, InstantSource clock) {
    this.register = register;
    this.store = store;
    this.clock = clock;
  }

  /// What became of one line.
  ///
  /// @param entry empty for one that would be added
  public record Done(int line, Effect effect, Optional<RedListEntryId> entry) {}

  /// All entries of a zone, oldest first, each noted as read; empty where the zone is not theirs.
  public Optional<List<RedListEntry>> exported(Principal registrar, ZoneId zone) {
    if (!register.mayWrite(registrar, zone)) {
      return Optional.empty();
    }
    List<RedListEntry> entries =
        store.ofZone(zone).stream()
            .sorted(
                Comparator.comparing(RedListEntry::createdAt)
                    .thenComparing(entry -> entry.id().value()))
            .toList();
    audit(registrar, "red-list.exported", zone + " shown-" + entries.size(), entries);
    return Optional.of(entries);
  }

  /// Compares, and notes each entry that a line is about as read: the answer tells what is filed.
  ///
  /// @param inside whether a subject lies in a zone
  public ImportPlan plan(
      Principal registrar, List<RedListLine> lines, BiPredicate<ZoneId, RedListSubject> inside) {
    Set<ZoneId> zones =
        lines.stream()
            .map(RedListLine::zone)
            .filter(zone -> register.mayWrite(registrar, zone))
            .collect(Collectors.toSet());
    Set<ZoneId> on = zones.stream().filter(register::on).collect(Collectors.toSet());
    List<Fault> faults = new ArrayList<>();
    for (RedListLine line : lines) {
      if (!zones.contains(line.zone())) {
        faults.add(new Fault(line.line(), "zone: one of yours"));
      } else if (!on.contains(line.zone())) {
        faults.add(new Fault(line.line(), "zone: one whose legal basis is in force"));
      } else if (!inside.test(line.zone(), line.subject())) {
        faults.add(new Fault(line.line(), "zone: the one that it lies in"));
      }
    }
    if (!faults.isEmpty()) {
      return new ImportPlan(List.of(), faults);
    }
    ImportPlan plan =
        ImportPlan.of(lines, zones.stream().flatMap(it -> store.ofZone(it).stream()).toList());
    List<RedListEntry> seen = plan.steps().stream().flatMap(it -> it.entry().stream()).toList();
    audit(registrar, "red-list.import-checked", "lines-" + lines.size(), seen);
    return plan;
  }

  /// What it would do.
  public List<Done> tried(ImportPlan plan) {
    return plan.steps().stream()
        .map(step ->
            new Done(step.line().line(), step.effect(today()), step.entry().map(RedListEntry::id)))
        .toList();
  }

  /// Does it, line by line, each on disk before the next. Broken off it can be repeated: what was
  /// done is then unchanged. Only for a plan without faults.
  public List<Done> done(Principal registrar, ImportPlan plan, Supplier<RedListEntryId> ids) {
    if (!plan.faults().isEmpty()) {
      throw new IllegalArgumentException("nothing is done while a line is wrong");
    }
    audit(registrar, "red-list.imported", "lines-" + plan.steps().size(), List.of());
    return plan.steps().stream()
        .map(step ->
            step.entry().isEmpty() ? add(registrar, step, ids.get()) : change(registrar, step))
        .toList();
  }

  private Done add(Principal registrar, Step step, RedListEntryId id) {
    RedListLine line = step.line();
    RedListEntry entry =
        new RedListEntry(
            id,
            line.subject(),
            line.facts(),
            line.zone(),
            registrar.id(),
            clock.instant(),
            List.of(),
            Optional.empty(),
            0);
    return register.add(registrar, entry) instanceof Outcome.Done
        ? new Done(line.line(), Effect.ADD, Optional.of(id))
        : new Done(line.line(), Effect.CONFLICT, Optional.empty());
  }

  private Done change(Principal registrar, Step step) {
    Effect expected = step.effect(today());
    RedListEntryId id = step.entry().orElseThrow().id();
    Effect effect = expected;
    if (expected != Effect.UNCHANGED && expected != Effect.WAITING) {
      effect = Effect.CONFLICT;
      for (int i = 0; i < MOST_TRIES && effect == Effect.CONFLICT; i++) {
        effect =
            switch (register.change(registrar, id, step.change())) {
              case Outcome.Done done -> Effect.RAISE;
              case Outcome.Proposed(RedListEntry entry, boolean partly) ->
                  partly ? Effect.RAISE_AND_NEEDS_SECOND : Effect.NEEDS_SECOND;
              case Outcome.Waiting() -> Effect.WAITING;
              case Outcome.Removed removed -> Effect.CONFLICT;
              case Outcome.Off off -> Effect.CONFLICT;
              case Outcome.Conflict(),
                  Outcome.SameRegistrar(),
                  Outcome.NotProposed(),
                  Outcome.Unknown() ->
                  Effect.CONFLICT;
            };
      }
    }
    return new Done(step.line().line(), effect, Optional.of(id));
  }

  private void audit(
      Principal registrar, String action, String about, List<RedListEntry> entriesRead) {
    List<AuditEntry> lines = new ArrayList<>();
    lines.add(AuditEntry.of(registrar, clock.instant(), action, about));
    entriesRead.forEach(entry ->
        lines.add(AuditEntry.of(registrar, clock.instant(), "red-list.read", entry.id().value())));
    for (int from = 0; from < lines.size(); from += AUDITED_AT_ONCE) {
      List<AuditEntry> some = lines.subList(from, Math.min(lines.size(), from + AUDITED_AT_ONCE));
      if (!store.write(List.of(), some)) {
        throw new IllegalStateException("what is read must be noted");
      }
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}

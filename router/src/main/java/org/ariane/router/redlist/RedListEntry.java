package org.ariane.router.redlist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.PrincipalId;

/// One entry of the red list. Its text form names neither number nor place.
///
/// @param owner who entered it
/// @param history what was done to it, oldest first; kept small, the audit log has everything
/// @param proposal what one registrar asked for and another must confirm
/// @param version of the stored form that it was read from, 0 for one that is not stored yet
public record RedListEntry(
    RedListEntryId id,
    RedListSubject subject,
    RedListFacts facts,
    ZoneId zone,
    PrincipalId owner,
    Instant createdAt,
    List<Deed> history,
    Optional<Proposal> proposal,
    long version) {
  private static final int MOST_DEEDS = 100;

  public RedListEntry {
    history =
        List.copyOf(history.subList(Math.max(0, history.size() - MOST_DEEDS), history.size()));
  }

  /// Something that was done to it.
  ///
  /// @param what as `raised`, `moved-her`
  /// @param about the entry that it led to or came from, with the day; may be empty
  public record Deed(Instant at, PrincipalId by, String what, String about) {}

  /// What one registrar asked for.
  public record Proposal(PrincipalId by, Instant at, Asked asked) {}

  /// What can be asked for that takes two.
  public sealed interface Asked {
    record Removal() implements Asked {}

    record Lowering(EntryChange change) implements Asked {}
  }

  public int seriousness() {
    return facts.seriousness();
  }

  public RedListMark mark() {
    return new RedListMark(subject.kind(), facts.seriousness(), facts.reasonCode());
  }

  RedListEntry with(RedListSubject newSubject, RedListFacts newFacts) {
    return new RedListEntry(
        id, newSubject, newFacts, zone, owner, createdAt, history, proposal, version);
  }

  RedListEntry with(Optional<Proposal> newProposal) {
    return new RedListEntry(
        id, subject, facts, zone, owner, createdAt, history, newProposal, version);
  }

  RedListEntry noting(Deed deed) {
    List<Deed> longer = new ArrayList<>(history);
    longer.add(deed);
    return new RedListEntry(id, subject, facts, zone, owner, createdAt, longer, proposal, version);
  }

  @Override
  public String toString() {
    return "RedListEntry[" + id + "]";
  }
}

package org.ariane.router.redlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.router.redlist.RedListFacts.Recorded;
import org.ariane.router.redlist.RedListSubject.OfPlace;

/// What should be different about an entry; absent parts stay as they are.
///
/// What protects more is done at once: graver, wider, more incidents, a review within a year. What
/// protects less, or says something else to the dispatcher, takes two: less grave, narrower, a
/// later review, another reason.
///
/// @param incidents to be added
public record EntryChange(
    Optional<Integer> seriousness,
    Optional<Integer> radiusM,
    Optional<LocalDate> reviewBy,
    Optional<String> reasonCode,
    List<Recorded> incidents) {
  private static final int MONTHS_TO_REVIEW = 12;

  public EntryChange {
    incidents = List.copyOf(incidents);
    if (seriousness.filter(level -> level < 1 || level > 5).isPresent()) {
      throw new IllegalArgumentException("seriousness is 1 to 5");
    }
    if (radiusM.filter(metres -> metres < 1 || metres > OfPlace.MOST_METRES).isPresent()) {
      throw new IllegalArgumentException("a radius has 1 to 2000 metres");
    }
  }

  /// What one registrar can do alone.
  public EntryChange raising(RedListEntry entry, LocalDate today) {
    return new EntryChange(
        seriousness.filter(level -> level > entry.seriousness()),
        radiusM.filter(metres -> metres > radius(entry)),
        reviewBy.filter(
            day -> !day.equals(entry.facts().reviewBy()) && !postponed(entry, day, today)),
        Optional.empty(),
        incidents.stream().filter(one -> !entry.facts().incidents().contains(one)).toList());
  }

  /// What another registrar must confirm.
  public EntryChange lowering(RedListEntry entry, LocalDate today) {
    return new EntryChange(
        seriousness.filter(level -> level < entry.seriousness()),
        radiusM.filter(metres -> metres < radius(entry)),
        reviewBy.filter(day -> postponed(entry, day, today)),
        reasonCode.filter(code -> !code.equals(entry.facts().reasonCode())),
        List.of());
  }

  private static boolean postponed(RedListEntry entry, LocalDate day, LocalDate today) {
    return day.isAfter(entry.facts().reviewBy()) && day.isAfter(today.plusMonths(MONTHS_TO_REVIEW));
  }

  public boolean isEmpty() {
    return seriousness.isEmpty()
        && radiusM.isEmpty()
        && reviewBy.isEmpty()
        && reasonCode.isEmpty()
        && incidents.isEmpty();
  }

  /// The entry as it is then. A radius matters to a place only.
  public RedListEntry applied(RedListEntry entry) {
    RedListFacts facts = entry.facts();
    List<Recorded> all = new ArrayList<>(facts.incidents());
    incidents.stream().filter(one -> !all.contains(one)).forEach(all::add);
    RedListSubject subject =
        entry.subject() instanceof OfPlace place
            ? new OfPlace(place.centre(), radiusM.orElse(place.radiusM()))
            : entry.subject();
    return entry.with(
        subject,
        new RedListFacts(
            seriousness.orElse(facts.seriousness()),
            reasonCode.orElse(facts.reasonCode()),
            all,
            facts.legalBasis(),
            reviewBy.orElse(facts.reviewBy())));
  }

  private static int radius(RedListEntry entry) {
    return entry.subject() instanceof OfPlace place ? place.radiusM() : 0;
  }
}

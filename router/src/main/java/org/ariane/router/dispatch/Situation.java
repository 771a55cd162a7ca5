package org.ariane.router.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.Fix;
import org.ariane.router.redlist.RedListQuery;

/// What is known of her and where she is, from all alarms together. Its text form is masked.
///
/// @param track positions, oldest first, the last is the current one; kept small
/// @param canTalk once no, it stays no
/// @param notes each once, oldest first; kept small
/// @param raw bodies that could not be parsed; kept small
/// @param degraded JSON pointers of what was set aside in any alarm
public record Situation(
    List<Fix> track,
    Optional<Address> address,
    Optional<Language> language,
    Optional<Boolean> canTalk,
    boolean forSomeoneElse,
    Optional<PhoneNumber> phone,
    List<String> notes,
    List<String> raw,
    List<String> degraded) {
  private static final int MOST_FIXES = 20;
  private static final int MOST_NOTES = 20;
  private static final int MOST_RAW = 2;

  public static final Situation UNKNOWN =
      new Situation(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          List.of(),
          List.of(),
          List.of());

  public Situation {
    track = List.copyOf(track);
    notes = List.copyOf(notes);
    raw = List.copyOf(raw);
    degraded = List.copyOf(degraded);
  }

  public Optional<Fix> fix() {
    return track.isEmpty() ? Optional.empty() : Optional.of(track.getLast());
  }

  /// Adds what an alarm says. Nothing known is lost to an absent part.
  public Situation with(Alarm alarm, List<String> astray) {
    return new Situation(
        with(track, alarm.fix(), alarm.raisedAt().orElse(alarm.receivedAt())),
        alarm.address().or(this::address),
        alarm.language().or(this::language),
        canTalk.filter(can -> !can).or(alarm::canTalk).or(this::canTalk),
        forSomeoneElse || alarm.forSomeoneElse(),
        alarm.phone().or(this::phone),
        capped(notes, alarm.note(), MOST_NOTES),
        capped(raw, alarm.raw(), MOST_RAW),
        union(union(degraded, alarm.degraded()), astray));
  }

  /// Adds a later position or address.
  public Situation with(
      Optional<Fix> fix, Optional<Address> newer, List<String> astray, Instant at) {
    return new Situation(
        with(track, fix, at),
        newer.or(this::address),
        language,
        canTalk,
        forSomeoneElse,
        phone,
        notes,
        raw,
        union(degraded, astray));
  }

  public RedListQuery redListQuery() {
    double accuracyM = fix().map(at -> at.accuracyM().orElse(0)).orElse(0.0);
    return new RedListQuery(phone, fix().map(Fix::position), accuracyM, address);
  }

  /// Sorted by the time of measurement, so that the order of arrival does not matter.
  private static List<Fix> with(List<Fix> track, Optional<Fix> fix, Instant heardAt) {
    if (fix.isEmpty() || track.contains(fix.get())) {
      return track;
    }
    Fix timed = fix.get().at().isPresent() ? fix.get() : at(fix.get(), heardAt);
    if (track.contains(timed)) {
      return track;
    }
    List<Fix> longer = new ArrayList<>(track);
    longer.add(timed);
    longer.sort(Comparator.comparing(known -> known.at().orElse(Instant.MIN)));
    return longer.subList(Math.max(0, longer.size() - MOST_FIXES), longer.size());
  }

  private static Fix at(Fix fix, Instant at) {
    return new Fix(fix.position(), fix.accuracyM(), fix.method(), Optional.of(at));
  }

  private static List<String> capped(List<String> known, Optional<String> more, int most) {
    if (more.isEmpty() || known.contains(more.get()) || known.size() >= most) {
      return known;
    }
    List<String> longer = new ArrayList<>(known);
    longer.add(more.get());
    return longer;
  }

  private static List<String> union(List<String> one, List<String> other) {
    Set<String> both = new LinkedHashSet<>(one);
    both.addAll(other);
    return List.copyOf(both);
  }

  @Override
  public String toString() {
    return "Situation[masked]";
  }
}

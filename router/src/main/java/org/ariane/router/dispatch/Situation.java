package org.ariane.router.dispatch;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.Fix;
import org.ariane.router.redlist.RedListQuery;

/// What is known of her and where she is, from all alarms together. Messages may arrive in any
/// order: what they add up to is the same. Its text form is masked.
///
/// @param canTalk once no, it stays no
/// @param raw bodies that could not be parsed
/// @param degraded JSON pointers of what was set aside in any alarm, sorted
public record Situation(
    Track track,
    Optional<Told<Address>> toldAddress,
    Optional<Told<Language>> toldLanguage,
    Optional<Boolean> canTalk,
    boolean forSomeoneElse,
    Optional<Told<PhoneNumber>> toldPhone,
    Remarks notes,
    Remarks raw,
    List<String> degraded) {
  private static final Comparator<Address> BY_ADDRESS =
      comparing((Address address) -> address.text().orElse(""))
          .thenComparing(address -> address.postcode().orElse(""))
          .thenComparing(address -> address.city().orElse(""))
          .thenComparing(address -> address.country().orElse(""));

  public static final Situation UNKNOWN =
      new Situation(
          Track.EMPTY,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Remarks.NONE,
          Remarks.NONE,
          List.of());

  public Situation {
    degraded = List.copyOf(degraded);
  }

  /// The newest position.
  public Optional<Fix> fix() {
    return track.last();
  }

  public Optional<Address> address() {
    return toldAddress.map(Told::value);
  }

  public Optional<Language> language() {
    return toldLanguage.map(Told::value);
  }

  public Optional<PhoneNumber> phone() {
    return toldPhone.map(Told::value);
  }

  /// Adds what an alarm says. Nothing known is lost to an absent part.
  public Situation with(Alarm alarm, List<String> astray) {
    Instant received = alarm.receivedAt();
    Instant at = alarm.raisedAt().filter(told -> told.isBefore(received)).orElse(received);
    return new Situation(
        track.with(alarm.fix(), at, received),
        Told.latest(toldAddress, alarm.address(), at, BY_ADDRESS),
        Told.latest(toldLanguage, alarm.language(), at, comparing(Language::tag)),
        canTalk.filter(can -> !can).or(alarm::canTalk).or(this::canTalk),
        forSomeoneElse || alarm.forSomeoneElse(),
        Told.latest(toldPhone, alarm.phone(), at, comparing(PhoneNumber::dialled)),
        notes.with(alarm.note(), at),
        raw.with(alarm.raw(), at),
        union(union(degraded, alarm.degraded()), astray));
  }

  /// Adds a later position or address.
  public Situation with(
      Optional<Fix> fix, Optional<Address> newer, List<String> astray, Instant at) {
    return new Situation(
        track.with(fix, at, at),
        Told.latest(toldAddress, newer, at, BY_ADDRESS),
        toldLanguage,
        canTalk,
        forSomeoneElse,
        toldPhone,
        notes,
        raw,
        union(degraded, astray));
  }

  public RedListQuery redListQuery() {
    double accuracyM = fix().map(at -> at.accuracyM().orElse(0)).orElse(0.0);
    return new RedListQuery(phone(), fix().map(Fix::position), accuracyM, address());
  }

  private static List<String> union(List<String> one, List<String> other) {
    TreeSet<String> both = new TreeSet<>(one);
    both.addAll(other);
    return List.copyOf(both);
  }

  @Override
  public String toString() {
    return "Situation[masked]";
  }
}

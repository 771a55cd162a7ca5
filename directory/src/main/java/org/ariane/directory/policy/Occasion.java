package org.ariane.directory.policy;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;

/// When a policy applies: each thing that it names must hold, and what it leaves out holds always.
/// What is unknown of a contact fulfils no condition on it.
///
/// @param zones one of which holds the place that she gave
/// @param languages that she chose, matched as in RFC 4647: `fr` holds for `fr-BE`
/// @param hours in the clock of `clock`
public record Occasion(
    Set<LineId> lines,
    Set<org.ariane.directory.place.ZoneId> zones,
    Set<Channel> channels,
    Set<Language> languages,
    Optional<Boolean> danger,
    Optional<Boolean> silent,
    Optional<OpeningHours> hours,
    ZoneId clock) {
  /// At all times, for everybody.
  public static final Occasion ALWAYS =
      new Occasion(
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ZoneId.of("Europe/Paris"));

  public Occasion {
    lines = Set.copyOf(lines);
    zones = Set.copyOf(zones);
    channels = Set.copyOf(channels);
    languages = Set.copyOf(languages);
  }

  /// The same, but only in danger, or only out of it.
  public Occasion withDanger(boolean only) {
    return new Occasion(lines, zones, channels, languages, Optional.of(only), silent, hours, clock);
  }

  /// The same, but only by this channel.
  public Occasion withChannel(Channel only) {
    return new Occasion(lines, zones, Set.of(only), languages, danger, silent, hours, clock);
  }

  public boolean isAlways() {
    return lines.isEmpty()
        && zones.isEmpty()
        && channels.isEmpty()
        && languages.isEmpty()
        && danger.isEmpty()
        && silent.isEmpty()
        && hours.isEmpty();
  }

  public boolean holdsFor(Situation situation) {
    return (lines.isEmpty() || lines.contains(situation.line()))
        && (zones.isEmpty() || situation.zones().stream().anyMatch(zones::contains))
        && (channels.isEmpty() || channels.contains(situation.channel()))
        && (languages.isEmpty() || speaksOneOf(situation))
        && danger.map(wanted -> wanted == situation.danger()).orElse(true)
        && silent.map(wanted -> wanted == situation.silent()).orElse(true)
        && hours.map(open -> open.openAt(situation.at(), clock)).orElse(true);
  }

  private boolean speaksOneOf(Situation situation) {
    return situation
        .language()
        .filter(hers -> languages.stream().anyMatch(hers::servedBy))
        .isPresent();
  }
}

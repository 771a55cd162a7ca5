package org.ariane.directory.lost;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Zone;
import org.ariane.directory.service.Service;

/// What one directory offers during one quarter of an hour, by service URN. Safe from any thread.
final class Catalogue {
  private static final String PREFIX = "urn:service:";

  private final Directory directory;
  private final Instant quarter;
  private final PoliceOffers police;
  private final NavigableSet<String> known;
  private final Map<String, HelpOffers> help = new ConcurrentHashMap<>();

  Catalogue(Directory directory, Instant quarter) {
    this.directory = directory;
    this.quarter = quarter;
    this.police = new PoliceOffers(directory);
    this.known = known(directory);
  }

  private static NavigableSet<String> known(Directory directory) {
    NavigableSet<String> known = new TreeSet<>();
    if (!directory.zones().isEmpty()) {
      known.add(PoliceOffers.URN);
    }
    for (Service service : directory.services()) {
      service.needs().stream()
          .map(need -> need.toLowerCase(Locale.ROOT))
          .filter(need -> ServiceName.isWellFormed(need) && !ServiceName.isEmergency(need))
          .forEach(known::add);
    }
    return known;
  }

  Directory directory() {
    return directory;
  }

  Instant quarter() {
    return quarter;
  }

  /// Whether anybody anywhere answers this URN itself.
  boolean knows(String urn) {
    return known.contains(urn);
  }

  /// Whether anybody anywhere answers it or a sub-service of it.
  boolean knowsBelow(String urn) {
    return known.stream().anyMatch(each -> ServiceName.isOrIsBelow(each, urn));
  }

  /// The URNs known at or below one; below none, all.
  List<String> knownBelow(Optional<String> urn) {
    return known.stream()
        .filter(each -> urn.isEmpty() || ServiceName.isOrIsBelow(each, urn.get()))
        .toList();
  }

  /// The names one step below a service, or the topmost ones.
  static String step(String urn, Optional<String> above) {
    int from = above.map(parent -> parent.length() + 1).orElse(PREFIX.length());
    int dot = urn.indexOf('.', from);
    return dot < 0 ? urn : urn.substring(0, dot);
  }

  /// Who answers exactly this URN there.
  Optional<Offer> offer(String urn, Standpoint place) {
    return urn.equals(PoliceOffers.URN)
        ? police.at(place)
        : knows(urn)
            ? help.computeIfAbsent(urn, each -> HelpOffers.of(each, directory, quarter)).at(place)
            : Optional.empty();
  }

  /// A region that has this key now.
  Optional<Region> region(String key) {
    for (Zone zone : directory.zones()) {
      if (zone.area().isPresent() && police.key(zone).equals(key)) {
        return Optional.of(new Region.OfZone(key, zone));
      }
    }
    return known.stream()
        .filter(urn -> !urn.equals(PoliceOffers.URN))
        .map(urn -> help.computeIfAbsent(urn, each -> HelpOffers.of(each, directory, quarter)))
        .flatMap(offers -> offers.region(key).stream())
        .findFirst();
  }
}

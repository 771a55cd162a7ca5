package org.ariane.directory.lost;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Zone;

/// `urn:service:sos.police`: the emergency number that a person dials by herself in the smallest
/// zone that holds her. A zone's agreed direct number is for Ariane alone and never told.
final class PoliceOffers {
  static final String URN = "urn:service:sos.police";
  static final String ANY_EMERGENCY = "urn:service:sos";
  static final PhoneNumber EUROPEAN = new PhoneNumber("112");

  private final Directory directory;

  PoliceOffers(Directory directory) {
    this.directory = directory;
  }

  Optional<Offer> at(Standpoint place) {
    return place.zones().isEmpty()
        ? place.country().flatMap(this::in)
        : Optional.of(of(place.zones().getFirst()));
  }

  private Offer of(Zone zone) {
    Region region = new Region.OfZone(key(zone), zone);
    return offer(
        zone.id().value(),
        zone.name(),
        zone.country(),
        zone.emergencyNumber(),
        zone.area().map(area -> region),
        zone.sample());
  }

  /// Of a zone's region.
  String key(Zone zone) {
    return Keys.of(directory.version(), "zone " + zone.id());
  }

  /// Somewhere in a country: only where all its zones have the same number.
  private Optional<Offer> in(Country country) {
    List<Zone> zones =
        directory.zones().stream().filter(zone -> zone.country().equals(country)).toList();
    Set<PhoneNumber> numbers =
        zones.stream().map(Zone::emergencyNumber).collect(Collectors.toSet());
    return numbers.size() == 1
        ? Optional.of(
            offer(
                "in " + country.code(),
                country.code(),
                country,
                numbers.iterator().next(),
                Optional.empty(),
                zones.stream().allMatch(Zone::sample)))
        : Optional.empty();
  }

  private static Offer offer(
      String id,
      String name,
      Country country,
      PhoneNumber number,
      Optional<Region> region,
      boolean sample) {
    return new Offer(
        URN,
        id,
        "Police " + number.dialled() + ", " + name,
        country.equals(Country.FR) ? "fr" : "und",
        List.of(Dialling.uri(number, country)),
        Optional.of(Dialling.keys(number)),
        region,
        sample,
        true);
  }
}

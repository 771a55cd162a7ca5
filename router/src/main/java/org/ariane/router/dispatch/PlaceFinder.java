package org.ariane.router.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Fix;

/// Finds the zone of an alarm: by the position, then by the postcode; the other way round when
/// someone calls for another, since the phone is then not where help is needed. Without either the
/// default centre answers for it, and the part that led nowhere is named.
public final class PlaceFinder {
  private static final PhoneNumber EMERGENCY = new PhoneNumber("112");
  private static final String POSITION = "/position";
  private static final String POSTCODE = "/address/postcode";

  private final CentreId defaultCentre;
  private final Set<CentreId> rung;

  /// @param rung centres whose duty officer can be rung by telephone; of the first of a chain that
  ///   is the last step of each round
  public PlaceFinder(CentreId defaultCentre, Set<CentreId> rung) {
    this.defaultCentre = defaultCentre;
    this.rung = Set.copyOf(rung);
  }

  /// Where an alarm belongs that says this of its place.
  ///
  /// @param degraded what could not be read, so that no part is named twice
  public Placement find(
      Directory directory,
      Optional<Fix> fix,
      Optional<Address> address,
      boolean forSomeoneElse,
      List<String> degraded) {
    Optional<Postcode> postcode = address.flatMap(PlaceFinder::postcode);
    Optional<Zone> byPosition = fix.flatMap(known -> directory.zoneAt(known.position()));
    Optional<Zone> byPostcode = postcode.flatMap(directory::zoneOf);
    Optional<Zone> zone =
        forSomeoneElse ? byPostcode.or(() -> byPosition) : byPosition.or(() -> byPostcode);
    List<String> astray = new ArrayList<>();
    if (fix.isPresent() && byPosition.isEmpty()) {
      astray.add(POSITION);
    }
    if (address.flatMap(Address::postcode).isPresent() && byPostcode.isEmpty()) {
      astray.add(POSTCODE);
    }
    astray.removeIf(pointer -> named(degraded, pointer));
    if (zone.isEmpty() && astray.isEmpty() && !placeNamed(degraded)) {
      astray.add(POSITION);
    }
    boolean usable = fix.isPresent() || address.flatMap(Address::usablePostcode).isPresent();
    return new Placement(
        zone,
        chain(zone.map(Zone::chain).orElse(List.of(ChainStep.desk(defaultCentre)))),
        zone.map(Zone::emergencyNumber).orElse(EMERGENCY),
        zone.isEmpty() && usable,
        astray);
  }

  private List<ChainStep> chain(List<ChainStep> consoles) {
    CentreId first = consoles.getFirst().centre();
    ChainStep telephone = new ChainStep(first, ChainStep.Post.DUTY_PHONE);
    if (!rung.contains(first) || consoles.contains(telephone)) {
      return consoles;
    }
    List<ChainStep> longer = new ArrayList<>(consoles);
    longer.add(telephone);
    return longer;
  }

  /// A postcode counts only in the country that the address names, where it names one.
  private static Optional<Postcode> postcode(Address address) {
    return address
        .usablePostcode()
        .filter(
            code -> address.country().map(told -> told.equals(code.country().code())).orElse(true));
  }

  private static boolean placeNamed(List<String> degraded) {
    return named(degraded, POSITION) || named(degraded, "/address") || degraded.contains("");
  }

  private static boolean named(List<String> degraded, String pointer) {
    return degraded.stream().anyMatch(p -> p.equals(pointer) || p.startsWith(pointer + "/"));
  }
}

package org.ariane.directory.place;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.phone.PhoneNumber;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// The area of one police force and who dispatches for it.
///
/// @param area in lon lat as GeoJSON; empty where the zone is known by postcodes or communes only
/// @param communes whose territory belongs to it, as far as a [Gazetteer] knows their outlines
/// @param chain who answers for an alarm here, in order: the centre first, then who steps in when
///   nobody takes it; never empty
/// @param agreedNumber the force's direct number that Ariane may bridge a caller to, by written
///   agreement; empty where none was agreed
/// @param emergencyNumber what a person dials here by herself, as 112
/// @param expectedDelay how long a patrol takes to arrive; empty where nobody measured it
public record Zone(
    ZoneId id,
    String name,
    Country country,
    Optional<Geometry> area,
    Set<Postcode> postcodes,
    Set<CommuneCode> communes,
    List<ChainStep> chain,
    Optional<PhoneNumber> agreedNumber,
    PhoneNumber emergencyNumber,
    Optional<ExpectedDelay> expectedDelay,
    boolean sample) {
  public Zone {
    postcodes = Set.copyOf(postcodes);
    communes = Set.copyOf(communes);
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a zone needs a chain of at least one centre");
    }
    if (area.isEmpty() && postcodes.isEmpty() && communes.isEmpty()) {
      throw new IllegalArgumentException("a zone needs an area, postcodes or communes");
    }
  }

  /// One that lists no communes.
  public Zone(
      ZoneId id,
      String name,
      Country country,
      Optional<Geometry> area,
      Set<Postcode> postcodes,
      List<ChainStep> chain,
      Optional<PhoneNumber> agreedNumber,
      PhoneNumber emergencyNumber,
      Optional<ExpectedDelay> expectedDelay,
      boolean sample) {
    this(
        id,
        name,
        country,
        area,
        postcodes,
        Set.of(),
        chain,
        agreedNumber,
        emergencyNumber,
        expectedDelay,
        sample);
  }

  /// Whether the point lies in its area; an empty area holds nothing.
  public boolean holds(Position position) {
    return area.filter(shape ->
            shape.covers(
                shape.getFactory().createPoint(new Coordinate(position.lon(), position.lat()))))
        .isPresent();
  }

  /// Whether it lists the postcode.
  public boolean holds(Postcode postcode) {
    return postcodes.contains(postcode);
  }

  /// The centre that is told first.
  public CentreId firstCentre() {
    return chain.getFirst().centre();
  }
}

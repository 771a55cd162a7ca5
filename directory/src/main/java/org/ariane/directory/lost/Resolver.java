package org.ariane.directory.lost;

import java.util.List;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Zone;

/// Finds the zones of a location. A shape is in each zone that it touches, first in the one that
/// holds the largest part of it. What lies in no zone is answered as the next zone within 10 km,
/// and this is said.
final class Resolver {
  private final Atlas atlas;
  private final CivicResolver civic;

  Resolver(Directory directory, Atlas atlas) {
    this.atlas = atlas;
    this.civic = new CivicResolver(directory, atlas);
  }

  Resolution resolve(LostLocation location) {
    return switch (location) {
      case LostLocation.Point point -> {
        List<Zone> zones = atlas.at(point.position());
        yield zones.isEmpty()
            ? Resolution.of(atlas.near(point.position()), true)
            : Resolution.of(List.of(Standpoint.in(zones)), false);
      }
      case LostLocation.Area area -> {
        List<Standpoint> touched = atlas.within(area.outline());
        yield touched.isEmpty()
            ? Resolution.of(atlas.near(ShapeOutline.middle(area.outline())), true)
            : Resolution.of(touched, false);
      }
      case LostLocation.Civic address -> civic.resolve(address);
    };
  }
}

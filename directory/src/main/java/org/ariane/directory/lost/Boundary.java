package org.ariane.directory.lost;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/// Where a mapping holds, as it is told.
sealed interface Boundary {
  record Reference(String key) implements Boundary {}

  /// Polygons that add up.
  ///
  /// @param area in lon lat
  record Outline(Geometry area) implements Boundary {}

  /// Every address that has all labels of one of these.
  record Addresses(List<Map<String, String>> labels) implements Boundary {
    public Addresses {
      labels = labels.stream().map(Map::copyOf).toList();
    }
  }
}

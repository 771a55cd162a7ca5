package org.ariane.directory.lost;

import java.util.Map;
import org.ariane.directory.place.Position;
import org.locationtech.jts.geom.Geometry;

/// Where the question is about. Its text form is masked, since a place is personal data.
sealed interface LostLocation {
  /// The client's name of it, repeated in `locationUsed`.
  String id();

  record Point(String id, Position position) implements LostLocation {
    @Override
    public String toString() {
      return "Point[masked]";
    }
  }

  /// Somewhere in a shape.
  ///
  /// @param outline a valid polygon in lon lat
  record Area(String id, Geometry outline) implements LostLocation {
    @Override
    public String toString() {
      return "Area[masked]";
    }
  }

  /// An address.
  ///
  /// @param labels what was given of [LostNames#CIVIC_LABELS], none of it blank
  record Civic(String id, Map<String, String> labels) implements LostLocation {
    public Civic {
      labels = Map.copyOf(labels);
    }

    @Override
    public String toString() {
      return "Civic[masked]";
    }
  }
}

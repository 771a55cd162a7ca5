package org.ariane.directory.lost;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/// An answer before it is written.
sealed interface LostResponse {
  /// Who answers, and where and until when.
  ///
  /// @param service the URN that is answered: as it was asked, or the one that stands in for it
  /// @param expires empty where it must not be kept
  record Mapping(
      Offer offer,
      String service,
      Optional<Boundary> boundary,
      Optional<Instant> expires,
      Instant lastUpdated) {}

  /// Which labels of a civic address were checked.
  record Validation(List<String> valid, List<String> invalid, List<String> unchecked) {
    public Validation {
      valid = List.copyOf(valid);
      invalid = List.copyOf(invalid);
      unchecked = List.copyOf(unchecked);
    }
  }

  /// Answers `findService`.
  ///
  /// @param mappings the best one first, at least one
  record Found(
      List<Mapping> mappings,
      Optional<Validation> validation,
      List<LostFault> warnings,
      List<String> path,
      String locationUsed)
      implements LostResponse {
    public Found {
      mappings = List.copyOf(mappings);
      warnings = List.copyOf(warnings);
      path = List.copyOf(path);
    }
  }

  /// Answers `listServices` and `listServicesByLocation`.
  ///
  /// @param locationUsed empty where the question named no place
  record Services(
      List<String> services,
      List<LostFault> warnings,
      List<String> path,
      Optional<String> locationUsed)
      implements LostResponse {
    public Services {
      services = List.copyOf(services);
      warnings = List.copyOf(warnings);
      path = List.copyOf(path);
    }
  }

  record BoundaryFound(Geometry area, List<String> path) implements LostResponse {
    public BoundaryFound {
      path = List.copyOf(path);
    }
  }

  record Refused(LostFault fault) implements LostResponse {}
}

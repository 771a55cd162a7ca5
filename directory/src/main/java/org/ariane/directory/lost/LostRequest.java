package org.ariane.directory.lost;

import java.util.List;
import java.util.Optional;

/// A question, checked for its form.
sealed interface LostRequest {
  /// Servers that were asked before, the first one first.
  List<String> path();

  /// Who answers a service at a place.
  ///
  /// @param byValue whether boundaries are wanted in the answer, not as references
  /// @param validate whether the parts of a civic address are to be checked
  record FindService(
      LostLocation location, String service, List<String> path, boolean byValue, boolean validate)
      implements LostRequest {
    public FindService {
      path = List.copyOf(path);
    }
  }

  /// Which services are known.
  ///
  /// @param service whose children are asked for; empty for the topmost ones
  record ListServices(Optional<String> service, List<String> path) implements LostRequest {
    public ListServices {
      path = List.copyOf(path);
    }
  }

  /// Which services are offered at a place.
  ///
  /// @param service as in [ListServices]
  record ListServicesByLocation(LostLocation location, Optional<String> service, List<String> path)
      implements LostRequest {
    public ListServicesByLocation {
      path = List.copyOf(path);
    }
  }

  record GetServiceBoundary(String key) implements LostRequest {
    @Override
    public List<String> path() {
      return List.of();
    }
  }
}

package org.ariane.directory.search;

import java.util.List;
import org.ariane.directory.service.ServiceId;

/// Services by rank, and those passed over with the reason. Closed ones are listed (after the open
/// ones) with their next opening; passed over are only those that would not take this person.
public record SearchResult(List<ServiceMatch> matches, List<PassedOver> passedOver) {
  public SearchResult {
    matches = List.copyOf(matches);
    passedOver = List.copyOf(passedOver);
  }

  public record PassedOver(ServiceId service, List<Reason> reasons) {
    public PassedOver {
      reasons = List.copyOf(reasons);
    }
  }
}

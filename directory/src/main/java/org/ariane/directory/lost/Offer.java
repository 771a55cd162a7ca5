package org.ariane.directory.lost;

import java.util.List;
import java.util.Optional;

/// Who answers at a place, before it becomes a mapping.
///
/// @param service the URN that it answers, as `urn:service:counseling`
/// @param id unique among all that answer this URN
/// @param language of the name, BCP 47
/// @param uris absolute, one for each scheme
/// @param number as dialled on twelve keys in its country
/// @param region where it stays the first; empty where that is not known
/// @param sample invented for trials
/// @param lasting does not depend on opening hours
record Offer(
    String service,
    String id,
    String name,
    String language,
    List<String> uris,
    Optional<String> number,
    Optional<Region> region,
    boolean sample,
    boolean lasting) {
  Offer {
    uris = List.copyOf(uris);
  }
}

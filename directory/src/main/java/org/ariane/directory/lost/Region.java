package org.ariane.directory.lost;

import java.util.List;
import org.ariane.directory.place.Zone;
import org.ariane.directory.service.Coverage;

/// The area in which an answer stays the same, by what it is made of. It is made of coverages only,
/// never of the place where a service stands.
sealed interface Region {
  /// Names it in references, see RFC 5222 section 5.6: 32 hexadecimal digits of a hash over the
  /// directory's version and what the region is made of, so another region has another key.
  String key();

  /// A zone without the smaller ones in it.
  record OfZone(String key, Zone zone) implements Region {}

  /// What a service covers, without what those before it cover.
  ///
  /// @param ranking coverages of all that offer the same, best first
  /// @param index of this one
  record OfService(String key, List<Coverage> ranking, int index) implements Region {
    Coverage own() {
      return ranking.get(index);
    }

    List<Coverage> before() {
      return ranking.subList(0, index);
    }
  }
}

package org.ariane.router.redlist.http;

import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.redlist.RedListSubject;

/// A registrar answers for a zone: what lies elsewhere is for the registrars there.
record Territory(DirectorySource directory) {
  /// False for a zone that the directory does not know, too.
  boolean holds(ZoneId id, RedListSubject subject) {
    return directory.current().zone(id).filter(zone -> inside(zone, subject)).isPresent();
  }

  private static boolean inside(Zone zone, RedListSubject subject) {
    return switch (subject) {
      case RedListSubject.OfPhone phone -> true;
      case RedListSubject.OfPlace place -> zone.holds(place.centre());
      case RedListSubject.OfAddress address ->
          address.address().usablePostcode().map(zone::holds).orElse(true);
    };
  }
}

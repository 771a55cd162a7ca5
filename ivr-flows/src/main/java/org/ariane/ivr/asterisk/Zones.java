package org.ariane.ivr.asterisk;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Zone;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.LineId;

/// What the directory knows that a call needs.
record Zones(DirectorySource source) {
  Optional<Zone> zone(CallState state) {
    return state.flow().postcode().flatMap(source.current()::zoneOf);
  }

  LineId line(String dialled, LineId otherwise) {
    return source.current().lineByNumber(dialled).map(Line::id).orElse(otherwise);
  }

  /// The direct number that the police of her place agreed to be called at.
  Optional<DialNumber> agreed(CallState state) {
    return zone(state).flatMap(Zone::agreedNumber).map(DialNumber::of);
  }

  /// In which languages the police of a zone are told, one after the other.
  static List<Language> policeLanguages(Zone zone) {
    return languages(zone.country());
  }

  /// In which languages the police of a country are spoken to.
  static List<Language> languages(Country country) {
    return country.equals(Country.BE) ? List.of(Language.FR, Language.NL) : List.of(Language.FR);
  }
}

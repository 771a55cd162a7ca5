package org.ariane.directory.lost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Country;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;

/// How a service is reached: by its telephone, or else by the line that its operators answer, and
/// by its page. Its first of each counts.
///
/// @param country by whose numbering short codes are read where the place does not tell
record Ways(Optional<PhoneNumber> phone, Optional<String> page, Country country) {
  private static final Pattern PAGE =
      Pattern.compile("(?i:https?)://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+");

  /// Empty where there is none.
  static Optional<Ways> to(Service service, Directory directory) {
    Optional<PhoneNumber> phone = Optional.empty();
    Optional<String> page = Optional.empty();
    boolean desk = false;
    for (ServiceChannel channel : service.channels()) {
      switch (channel) {
        case ServiceChannel.Phone way -> phone = phone.or(() -> Optional.of(way.number()));
        case ServiceChannel.Web way ->
            page = page.or(() -> Optional.of(way.url()).filter(url -> PAGE.matcher(url).matches()));
        case ServiceChannel.Desk way -> desk = true;
      }
    }
    if (phone.isEmpty() && desk) {
      phone =
          directory.lines().stream()
              .filter(line -> line.desks().contains(service.id()))
              .map(Line::number)
              .findFirst();
    }
    return phone.isEmpty() && page.isEmpty()
        ? Optional.empty()
        : Optional.of(new Ways(phone, page, home(service.coverage(), directory)));
  }

  private static Country home(Coverage coverage, Directory directory) {
    return switch (coverage) {
      case Coverage.Nationwide(var countries) ->
          countries.stream().min(java.util.Comparator.comparing(Country::code)).orElse(Country.FR);
      case Coverage.InZones(var ids) ->
          ids.stream()
              .sorted(java.util.Comparator.comparing(Object::toString))
              .flatMap(id -> directory.zone(id).stream())
              .findFirst()
              .map(zone -> zone.country())
              .orElse(Country.FR);
    };
  }

  List<String> uris(Standpoint place) {
    List<String> uris = new ArrayList<>();
    phone.ifPresent(number -> uris.add(Dialling.uri(number, place.country().orElse(country))));
    page.ifPresent(uris::add);
    return uris;
  }

  Optional<String> keys() {
    return phone.map(Dialling::keys);
  }
}

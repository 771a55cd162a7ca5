package org.ariane.directory.hsds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.directory.exchange.Assumptions;
import org.ariane.directory.exchange.Item;
import org.ariane.directory.exchange.Reach;
import org.ariane.directory.exchange.ServiceDraft;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Position;
import org.ariane.directory.service.Address;
import org.ariane.directory.service.Premises;

/// The door of a service: the first of its places that people go to.
final class HsdsPlaces {
  private static final int LONGEST_LINE = 200;

  private HsdsPlaces() {}

  static void read(
      List<Item> places,
      HsdsAttributes attributes,
      Assumptions assumptions,
      Item service,
      ServiceDraft draft) {
    boolean shown = attributes.first(Terms.DOOR).filter(Terms.SHOWN::equals).isPresent();
    if (attributes.first(Terms.DOOR).filter(Terms.PROTECTED::equals).isPresent()) {
      places.forEach(each -> each.ignore("latitude", "longitude", "addresses", "name"));
      draft.standsAt(new Premises.Protected(), false);
      return;
    }
    List<Item> doors =
        places.stream()
            .filter(each -> each.code("location_type").orElse("physical").equals("physical"))
            .toList();
    if (doors.size() > 1) {
      service.drop("service_at_locations", "of several places the first is taken");
    }
    doors.stream()
        .findFirst()
        .ifPresent(door -> {
          Optional<Position> point =
              Reach.point(door, "latitude", "longitude", assumptions.country());
          Optional<Address> address =
              door.items("addresses").stream()
                  .flatMap(each -> address(each, assumptions.country()).stream())
                  .findFirst();
          draft.standsAt(Premises.of(point, address), shown);
        });
  }

  private static Optional<Address> address(Item item, Country assumed) {
    Country country =
        item.code("country")
            .flatMap(code -> {
              try {
                return Optional.of(new Country(code));
              } catch (IllegalArgumentException e) {
                item.drop("country", "not an ISO 3166-1 country");
                return Optional.empty();
              }
            })
            .orElse(assumed);
    List<String> street =
        Stream.of("address_1", "address_2")
            .flatMap(key -> item.text(key, LONGEST_LINE).stream())
            .map(line -> line.replace('\n', ' '))
            .toList();
    Optional<String> postcode = Reach.postcode(item, "postal_code", country);
    Optional<Address> address =
        item.text("city", LONGEST_LINE)
            .map(city -> new Address(street, postcode, city.replace('\n', ' '), country));
    item.ignore("id", "address_type", "location_id", "metadata");
    item.tellUnread("address");
    return address;
  }
}

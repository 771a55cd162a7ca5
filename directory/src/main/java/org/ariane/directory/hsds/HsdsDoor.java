package org.ariane.directory.hsds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.service.Address;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.Service;

/// Where people go, as a location of a service. Of a protected place there is none; its
/// accessibility is not told either, since it describes a building.
final class HsdsDoor {
  private HsdsDoor() {}

  /// What a later import has to know: that the place is protected, or that a shelter's is not.
  static Optional<String> mark(Premises premises) {
    return switch (premises) {
      case Premises.Protected _ -> Optional.of(Terms.PROTECTED);
      case Premises.Shown _ -> Optional.of(Terms.SHOWN);
      case Premises.Unknown _ -> Optional.empty();
    };
  }

  static void put(Service service, String id, Map<String, Object> json) {
    Optional<String> accessibility = service.particulars().accessibility();
    if (service.premises() instanceof Premises.Protected
        || (service.premises() instanceof Premises.Unknown && accessibility.isEmpty())) {
      return;
    }
    Map<String, Object> location = HsdsExport.part("location", id, 0);
    location.put("location_type", "physical");
    service
        .site()
        .ifPresent(point -> {
          location.put("latitude", point.lat());
          location.put("longitude", point.lon());
        });
    service
        .premises()
        .address()
        .ifPresent(each -> location.put("addresses", List.of(address(each, id))));
    accessibility.ifPresent(text -> {
      Map<String, Object> way = HsdsExport.part("accessibility", id, 0);
      way.put("description", text);
      location.put("accessibility", List.of(way));
    });
    Map<String, Object> link = HsdsExport.part("service at location", id, 0);
    link.put("location", location);
    json.put("service_at_locations", List.of(link));
  }

  /// A state or province is no part of our addresses; the schema wants one all the same.
  private static Map<String, Object> address(Address address, String id) {
    Map<String, Object> json = HsdsExport.part("address", id, 0);
    List<String> street = address.street();
    json.put("address_1", street.isEmpty() ? "" : street.getFirst());
    if (street.size() > 1) {
      json.put("address_2", String.join(", ", street.subList(1, street.size())));
    }
    json.put("city", address.city());
    json.put("state_province", "");
    json.put("postal_code", address.postcode().orElse(""));
    json.put("country", address.country().code());
    json.put("address_type", "physical");
    return json;
  }
}

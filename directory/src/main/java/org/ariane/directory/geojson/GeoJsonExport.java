package org.ariane.directory.geojson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ariane.directory.Directory;
import org.ariane.directory.service.Address;
import org.ariane.directory.service.Organisation;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;

/// A directory's services as a collection of features (RFC 7946), for maps. A service whose place
/// is unknown or protected is there without a geometry; of a protected one nothing else tells where
/// it is either.
public final class GeoJsonExport {
  private GeoJsonExport() {}

  /// The collection, to be written as JSON.
  ///
  /// @param at the moment by which records are stale
  public static Map<String, Object> services(Directory directory, Instant at) {
    Map<OrganisationId, String> names =
        directory.organisations().stream()
            .collect(Collectors.toMap(Organisation::id, Organisation::name));
    List<Object> features = new ArrayList<>();
    for (Service service : directory.services()) {
      Map<String, Object> feature = new LinkedHashMap<>();
      feature.put("type", "Feature");
      feature.put("id", service.id().value());
      service.site().ifPresent(point -> feature.put("geometry", GeoJson.point(point)));
      feature.putIfAbsent("geometry", Optional.empty());
      feature.put("properties", properties(service, names, at));
      features.add(feature);
    }
    return Map.of("type", "FeatureCollection", "features", features);
  }

  private static Map<String, Object> properties(
      Service service, Map<OrganisationId, String> names, Instant at) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", service.name());
    properties.put("organisation", names.getOrDefault(service.organisation(), ""));
    properties.put("kind", service.kind().wireName());
    properties.put("needs", service.needs().stream().sorted().toList());
    properties.put(
        "public", service.audiences().stream().sorted().map(each -> each.wireName()).toList());
    properties.put(
        "languages", service.languages().stream().map(each -> each.language().tag()).toList());
    for (ServiceChannel channel : service.channels()) {
      switch (channel) {
        case ServiceChannel.Phone phone -> {
          properties.putIfAbsent("phone", phone.number().dialled());
          properties.putIfAbsent("opening_hours", phone.hours().text());
        }
        case ServiceChannel.Web web -> properties.putIfAbsent("url", web.url());
        case ServiceChannel.Desk _ -> {}
      }
    }
    service.particulars().description().ifPresent(text -> properties.put("description", text));
    service.premises().address().ifPresent(address -> properties.put("address", text(address)));
    properties.put("addressProtected", service.premises() instanceof Premises.Protected);
    properties.put("confirmedAt", service.confirmedAt().toString());
    properties.put("stale", service.staleAt(at));
    service
        .provenance()
        .ifPresent(source -> {
          properties.put("source", source.source());
          source.licence().ifPresent(licence -> properties.put("licence", licence));
        });
    properties.put("sample", service.sample());
    return properties;
  }

  private static String text(Address address) {
    List<String> lines = new ArrayList<>(address.street());
    lines.add((address.postcode().orElse("") + " " + address.city()).strip());
    return String.join(", ", lines);
  }
}

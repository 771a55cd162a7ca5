package org.ariane.router.vacancy.http;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Service;
import org.ariane.router.directory.http.ServicesJson;
import org.ariane.router.vacancy.PlacesLink;
import org.ariane.router.vacancy.Teller;
import org.ariane.router.vacancy.Vacancy;

/// Free places and links as JSON.
final class PlacesJson {
  private PlacesJson() {}

  /// How it stands with the free places of a service.
  ///
  /// @param known what counts now, whoever said it
  /// @param last the service's last word, expired or not
  static JsonObject view(Service service, Optional<Places> known, Optional<Vacancy> last) {
    JsonObject json =
        new JsonObject().put("service", service.id().value()).put("known", known.isPresent());
    known.ifPresent(places -> json.put("places", ServicesJson.places(places)));
    last.ifPresent(vacancy ->
        json.put("last", ServicesJson.places(vacancy.places()).put("by", vacancy.by().way())));
    return json;
  }

  /// A line of the coordinators' list.
  static JsonObject line(
      Service service,
      Optional<Places> known,
      Optional<Vacancy> last,
      Optional<PlacesLink> link,
      Instant now) {
    JsonObject json = view(service, known, last).put("name", service.name());
    last.map(Vacancy::by)
        .flatMap(
            by -> by instanceof Teller.Account(var id) ? Optional.of(id.value()) : Optional.empty())
        .ifPresent(account -> json.getJsonObject("last").put("account", account));
    link.ifPresent(it -> json.put("link", link(it, now)));
    return json;
  }

  static JsonObject link(PlacesLink link, Instant now) {
    return new JsonObject()
        .put(
            "state", !link.live() ? "revoked" : now.isBefore(link.until()) ? "in-force" : "expired")
        .put("since", link.since().toString())
        .put("until", link.until().toString())
        .put("by", link.by().value());
  }
}

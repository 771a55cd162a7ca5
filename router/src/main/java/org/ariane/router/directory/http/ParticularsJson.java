package org.ariane.router.directory.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.service.Address;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.Particulars;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.Provenance;
import org.ariane.directory.service.Service;

/// What a record says beyond how to reach the service, and how far it may be believed. What is
/// unknown is left out. A protected place has nothing here but that it is one.
final class ParticularsJson {
  private ParticularsJson() {}

  static JsonObject put(JsonObject json, ServiceMatch match, Instant at) {
    Service service = match.service();
    Particulars particulars = service.particulars();
    particulars.description().ifPresent(text -> json.put("description", text));
    if (!particulars.cost().equals(Cost.UNKNOWN)) {
      json.put("cost", cost(particulars.cost()));
    }
    particulars.accessibility().ifPresent(text -> json.put("accessibility", text));
    if (!particulars.listeners().isEmpty()) {
      json.put(
          "listeners",
          new JsonArray(
              particulars.listeners().stream().sorted().map(ListenerGender::wireName).toList()));
    }
    match.places().ifPresent(places -> json.put("places", places(places)));
    service.premises().address().ifPresent(address -> json.put("address", address(address)));
    service.provenance().ifPresent(source -> json.put("source", source(source)));
    return json.put("addressProtected", service.premises() instanceof Premises.Protected)
        .put("stale", service.staleAt(at));
  }

  private static JsonObject cost(Cost cost) {
    JsonObject json = new JsonObject().put("charge", cost.charge().wireName());
    cost.terms().ifPresent(terms -> json.put("terms", terms));
    return json;
  }

  static JsonObject places(Places places) {
    JsonObject json = new JsonObject();
    places.free().ifPresentOrElse(free -> json.put("free", free), () -> json.put("ask", true));
    return json.put("confirmedAt", places.confirmedAt().toString())
        .put("expires", places.expires().toString());
  }

  private static JsonObject address(Address address) {
    JsonObject json = new JsonObject().put("street", new JsonArray(address.street()));
    address.postcode().ifPresent(postcode -> json.put("postcode", postcode));
    return json.put("city", address.city()).put("country", address.country().code());
  }

  private static JsonObject source(Provenance source) {
    JsonObject json = new JsonObject().put("name", source.source());
    source.id().ifPresent(id -> json.put("id", id));
    source.date().ifPresent(date -> json.put("date", date.toString()));
    source.licence().ifPresent(licence -> json.put("licence", licence));
    source.url().ifPresent(url -> json.put("url", url));
    return json;
  }
}

package org.ariane.router.redlist.redis;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.Address;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListEntry.Recorded;
import org.ariane.router.redlist.RedListEntryId;
import org.ariane.router.redlist.RedListMark.Kind;
import org.ariane.router.redlist.RedListSubject;
import org.ariane.router.redlist.RedListSubject.OfAddress;
import org.ariane.router.redlist.RedListSubject.OfPhone;
import org.ariane.router.redlist.RedListSubject.OfPlace;

/// Entries as they are stored.
final class StoredEntry {
  private StoredEntry() {}

  static JsonObject write(RedListEntry entry) {
    JsonArray incidents = new JsonArray();
    entry
        .incidents()
        .forEach(one ->
            incidents.add(
                new JsonObject()
                    .put("date", one.date().toString())
                    .put("reasonCode", one.reasonCode())));
    JsonObject json =
        new JsonObject()
            .put("id", entry.id().value())
            .put("kind", entry.subject().kind().wireName())
            .put("subject", subject(entry.subject()))
            .put("seriousness", entry.seriousness())
            .put("reasonCode", entry.reasonCode())
            .put("incidents", incidents)
            .put("legalBasis", entry.legalBasis())
            .put("zone", entry.zone().value())
            .put("reviewBy", entry.reviewBy().toString())
            .put("owner", entry.owner().value())
            .put("createdAt", entry.createdAt().toString());
    entry.removalAskedBy().ifPresent(by -> json.put("removalAskedBy", by.value()));
    return json;
  }

  static RedListEntry read(JsonObject json) {
    List<Recorded> incidents = new ArrayList<>();
    JsonArray stored = json.getJsonArray("incidents");
    for (int i = 0; i < stored.size(); i++) {
      JsonObject one = stored.getJsonObject(i);
      incidents.add(
          new Recorded(LocalDate.parse(one.getString("date")), one.getString("reasonCode")));
    }
    return new RedListEntry(
        new RedListEntryId(json.getString("id")),
        subject(Kind.parse(json.getString("kind")).orElseThrow(), json.getJsonObject("subject")),
        json.getInteger("seriousness"),
        json.getString("reasonCode"),
        incidents,
        json.getString("legalBasis"),
        new ZoneId(json.getString("zone")),
        LocalDate.parse(json.getString("reviewBy")),
        new PrincipalId(json.getString("owner")),
        Instant.parse(json.getString("createdAt")),
        Optional.ofNullable(json.getString("removalAskedBy")).map(PrincipalId::new));
  }

  private static JsonObject subject(RedListSubject subject) {
    JsonObject json = new JsonObject();
    switch (subject) {
      case OfPhone(PhoneNumber phone) -> json.put("phone", phone.dialled());
      case OfPlace(Position centre, int radiusM) ->
          json.put("lat", centre.lat()).put("lon", centre.lon()).put("radiusM", radiusM);
      case OfAddress(Address address) -> {
        address.text().ifPresent(text -> json.put("text", text));
        address.postcode().ifPresent(postcode -> json.put("postcode", postcode));
        address.city().ifPresent(city -> json.put("city", city));
        address.country().ifPresent(country -> json.put("country", country));
      }
    }
    return json;
  }

  private static RedListSubject subject(Kind kind, JsonObject json) {
    return switch (kind) {
      case PHONE -> new OfPhone(new PhoneNumber(json.getString("phone")));
      case PLACE ->
          new OfPlace(
              new Position(json.getDouble("lat"), json.getDouble("lon")),
              json.getInteger("radiusM"));
      case ADDRESS ->
          new OfAddress(
              new Address(
                  Optional.ofNullable(json.getString("text")),
                  Optional.ofNullable(json.getString("postcode")),
                  Optional.ofNullable(json.getString("city")),
                  Optional.ofNullable(json.getString("country"))));
    };
  }
}

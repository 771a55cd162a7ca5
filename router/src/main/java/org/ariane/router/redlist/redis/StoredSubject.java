package org.ariane.router.redlist.redis;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.router.alarm.Address;
import org.ariane.router.redlist.RedListMark.Kind;
import org.ariane.router.redlist.RedListSubject;
import org.ariane.router.redlist.RedListSubject.OfAddress;
import org.ariane.router.redlist.RedListSubject.OfPhone;
import org.ariane.router.redlist.RedListSubject.OfPlace;

/// Subjects of entries as they are stored, before they are sealed.
final class StoredSubject {
  private StoredSubject() {}

  static JsonObject write(RedListSubject subject) {
    JsonObject json = new JsonObject().put("kind", subject.kind().wireName());
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

  static RedListSubject read(JsonObject json) {
    return switch (Kind.parse(json.getString("kind")).orElseThrow()) {
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

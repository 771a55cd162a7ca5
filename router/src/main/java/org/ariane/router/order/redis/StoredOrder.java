package org.ariane.router.order.redis;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.Address;
import org.ariane.router.order.OrderId;
import org.ariane.router.order.OrderKind;
import org.ariane.router.order.OrderStatus;
import org.ariane.router.order.RegisteredOrder;
import org.ariane.router.redlist.RedListSubject;
import org.ariane.router.redlist.RedListSubject.OfAddress;
import org.ariane.router.redlist.RedListSubject.OfPhone;
import org.ariane.router.redlist.RedListSubject.OfPlace;

/// Registered orders as they are stored. The one place to seal and to open them.
final class StoredOrder {
  private StoredOrder() {}

  static JsonObject write(RegisteredOrder order) {
    JsonObject json =
        new JsonObject()
            .put("id", order.id().value())
            .put("version", order.version() + 1)
            .put("subject", subject(order.subject()))
            .put("kind", order.kind().wireName())
            .put("court", order.court())
            .put("until", order.until().toString())
            .put("status", order.status().wireName())
            .put("zone", order.zone().value())
            .put("clock", order.clock().getId())
            .put("by", order.by().value())
            .put("createdAt", order.createdAt().toString())
            .put(
                "breaches",
                new JsonArray(order.breaches().stream().map(Instant::toString).toList()));
    order.caseNumber().ifPresent(number -> json.put("caseNumber", number));
    order.endingAskedBy().ifPresent(by -> json.put("endingAskedBy", by.value()));
    order.endedAt().ifPresent(at -> json.put("endedAt", at.toString()));
    return json;
  }

  static RegisteredOrder read(JsonObject json) {
    List<Instant> breaches =
        json.getJsonArray("breaches").stream().map(String.class::cast).map(Instant::parse).toList();
    return new RegisteredOrder(
        new OrderId(json.getString("id")),
        json.getInteger("version"),
        subject(json.getJsonObject("subject")),
        OrderKind.parse(json.getString("kind")).orElse(OrderKind.OTHER),
        json.getString("court"),
        text(json, "caseNumber"),
        LocalDate.parse(json.getString("until")),
        OrderStatus.parse(json.getString("status")).orElseThrow(),
        new ZoneId(json.getString("zone")),
        java.time.ZoneId.of(json.getString("clock")),
        new PrincipalId(json.getString("by")),
        Instant.parse(json.getString("createdAt")),
        breaches,
        text(json, "endingAskedBy").map(PrincipalId::new),
        text(json, "endedAt").map(Instant::parse));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name));
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

  private static RedListSubject subject(JsonObject json) {
    if (json.containsKey("phone")) {
      return new OfPhone(new PhoneNumber(json.getString("phone")));
    }
    if (json.containsKey("radiusM")) {
      Position centre = new Position(json.getDouble("lat"), json.getDouble("lon"));
      return new OfPlace(centre, json.getInteger("radiusM"));
    }
    return new OfAddress(
        new Address(
            text(json, "text"), text(json, "postcode"), text(json, "city"), text(json, "country")));
  }
}

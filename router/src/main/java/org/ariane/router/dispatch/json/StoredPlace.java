package org.ariane.router.dispatch.json;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ariane.directory.place.Position;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Fix;

/// Positions and addresses as they are stored.
final class StoredPlace {
  private StoredPlace() {}

  static JsonObject fix(Fix fix) {
    JsonObject json = IncidentView.fix(fix);
    fix.accuracyM().ifPresent(metres -> json.put("accuracyM", metres));
    fix.at().ifPresent(at -> json.put("at", at.toString()));
    return json;
  }

  static Fix fix(JsonObject json) {
    Double accuracy = json.getDouble("accuracyM");
    return new Fix(
        new Position(json.getDouble("lat"), json.getDouble("lon")),
        accuracy == null ? OptionalDouble.empty() : OptionalDouble.of(accuracy),
        Parts.text(json, "method"),
        Parts.time(json, "at"));
  }

  static Address address(JsonObject json) {
    Optional<String> text = Parts.text(json, "text");
    return new Address(
        text, Parts.text(json, "postcode"), Parts.text(json, "city"), Parts.text(json, "country"));
  }
}

package org.ariane.router.dispatch.json;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads parts of what we stored ourselves; a wrong type is a fault.
final class Parts {
  private Parts() {}

  static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name));
  }

  static Optional<Instant> time(JsonObject json, String name) {
    return text(json, name).map(Instant::parse);
  }

  static Optional<JsonObject> object(JsonObject json, String name) {
    return Optional.ofNullable(json.getJsonObject(name));
  }

  static List<String> texts(JsonObject json, String name) {
    JsonArray array = json.getJsonArray(name, new JsonArray());
    return array.stream().map(String.class::cast).toList();
  }

  static Stream<JsonObject> objects(JsonObject json, String name) {
    JsonArray array = json.getJsonArray(name, new JsonArray());
    return java.util.stream.IntStream.range(0, array.size()).mapToObj(array::getJsonObject);
  }
}

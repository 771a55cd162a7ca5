package org.ariane.router.vacancy.redis;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.vacancy.Teller;
import org.ariane.router.vacancy.Vacancy;

/// A last word as it is stored: `{"free": 2, "at": …, "until": …, "by": "link:7"}`, times in
/// milliseconds; without `free` one must ask.
final class StoredVacancy {
  private StoredVacancy() {}

  static String write(Vacancy vacancy) {
    Places places = vacancy.places();
    JsonObject json =
        new JsonObject()
            .put("at", places.confirmedAt().toEpochMilli())
            .put("until", places.expires().toEpochMilli())
            .put("by", vacancy.by().wireName());
    places.free().ifPresent(free -> json.put("free", free));
    return json.encode();
  }

  /// Empty where it cannot be read: one damaged word must not hide the others.
  static Optional<Vacancy> read(String service, String text) {
    try {
      JsonObject json = new JsonObject(text);
      Integer free = json.getInteger("free");
      Places places =
          new Places(
              free == null ? OptionalInt.empty() : OptionalInt.of(free),
              Instant.ofEpochMilli(json.getLong("at")),
              Instant.ofEpochMilli(json.getLong("until")));
      return Teller.parse(json.getString("by"))
          .map(by -> new Vacancy(new ServiceId(service), places, by));
    } catch (DecodeException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

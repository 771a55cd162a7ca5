package org.ariane.router.amendment.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.ariane.directory.Directory;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;

/// What a change would make of a service, and of a search.
final class PreviewJson {
  private static final int SHOWN = 10;

  private PreviewJson() {}

  /// What the hours of each channel mean then; nothing where the service is gone.
  static JsonArray hours(Directory after, ServiceId id, Instant at) {
    JsonArray array = new JsonArray();
    Optional<Service> service = after.service(id);
    service.ifPresent(found ->
        found
            .channels()
            .forEach(channel ->
                array.add(
                    HoursJson.of(channel.hours(), at, found.timeZone())
                        .put("kind", channel.kind()))));
    return array;
  }

  /// The first ten, as whoever asks would see them.
  static JsonArray found(Directory directory, ServiceQuery query, Instant at) {
    JsonArray array = new JsonArray();
    for (ServiceMatch match : directory.best(query, at, SHOWN)) {
      JsonObject json =
          new JsonObject()
              .put("id", match.service().id().value())
              .put("name", match.service().name())
              .put("open", match.open());
      match
          .nextOpening()
          .ifPresent(next ->
              json.put(
                  "nextOpening",
                  DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                      next.atZone(match.service().timeZone()))));
      array.add(json);
    }
    return array;
  }
}

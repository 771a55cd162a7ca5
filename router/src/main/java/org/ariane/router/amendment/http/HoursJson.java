package org.ariane.router.amendment.http;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ariane.directory.schedule.OpenSpan;
import org.ariane.directory.schedule.OpeningHours;

/// What hours mean at one moment.
final class HoursJson {
  private HoursJson() {}

  static JsonObject of(OpeningHours hours, Instant at, ZoneId clock) {
    OpenSpan span = hours.spanAt(at, clock);
    JsonObject json = new JsonObject().put("state", span.state().name().toLowerCase(Locale.ROOT));
    span.comment().ifPresent(text -> json.put("comment", text));
    span.change()
        .filter(until -> until.isBefore(at.plus(OpeningHours.HORIZON)))
        .ifPresent(until -> json.put("until", moment(until, clock)));
    if (!span.open()) {
      hours.nextOpening(at, clock).ifPresent(next -> json.put("nextOpening", moment(next, clock)));
    }
    return json;
  }

  private static String moment(Instant at, ZoneId clock) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(clock));
  }
}

package org.ariane.router.amendment.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.Country;
import org.ariane.directory.schedule.Closure;
import org.ariane.directory.schedule.Holidays;
import org.ariane.directory.schedule.HoursReading;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.schedule.PublicHolidays;
import org.ariane.router.directory.http.BodyFields;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Reply;

/// `POST /v1/directory/hours`: what hours mean, while they are being written. School holidays are
/// not looked up: where they matter the answer is `unknown`, and the preview knows more.
final class HoursCall {
  private static final ZoneId USUAL = ZoneId.of("Europe/Paris");
  private static final int MOST_CLOSURES = 20;

  private final InstantSource clock;

  HoursCall(InstantSource clock) {
    this.clock = clock;
  }

  Reply answer(Exchange exchange) {
    JsonObject body = exchange.json();
    BodyFields fields = new BodyFields(body);
    String text = body.getValue("hours") instanceof String written ? written : "";
    if (text.length() > 1_000) {
      fields.wrong("hours", "up to 1000 characters");
    }
    Country country = fields.text("country", HoursCall::country, "as FR").orElse(Country.FR);
    Optional<String> part = fields.text("subdivision", Optional::of, "a part of the country");
    ZoneId zone = fields.text("timeZone", HoursCall::zone, "as Europe/Paris").orElse(USUAL);
    List<Closure> closures = closures(body, fields);
    fields.check();
    Holidays holidays = Holidays.of(PublicHolidays.of(country, part).orElse(PublicHolidays.NONE));
    return Reply.ok(
        switch (HoursReading.of(text, closures, holidays)) {
          case HoursReading.Understood(OpeningHours hours) ->
              HoursJson.of(hours, clock.instant(), zone).put("understood", true);
          case HoursReading.Refused(String reason) ->
              new JsonObject().put("understood", false).put("reason", reason);
        });
  }

  private static Optional<Country> country(String text) {
    try {
      return Optional.of(new Country(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text)
        ? Optional.of(ZoneId.of(text))
        : Optional.empty();
  }

  private static List<Closure> closures(JsonObject body, BodyFields fields) {
    List<Closure> closures = new ArrayList<>();
    if (body.getValue("closures") instanceof JsonArray array && array.size() <= MOST_CLOSURES) {
      for (int i = 0; i < array.size(); i++) {
        if (array.getValue(i) instanceof JsonObject one) {
          closure(one).ifPresent(closures::add);
        } else {
          fields.wrong("closures/" + i, "an object with from and until");
        }
      }
    }
    return closures;
  }

  /// One that is only half written yet does not count.
  private static Optional<Closure> closure(JsonObject one) {
    try {
      return Optional.of(
          new Closure(
              LocalDate.parse(String.valueOf(one.getValue("from"))),
              LocalDate.parse(String.valueOf(one.getValue("until"))),
              one.getValue("reason") instanceof String text && !text.isBlank()
                  ? Optional.of(text)
                  : Optional.empty()));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

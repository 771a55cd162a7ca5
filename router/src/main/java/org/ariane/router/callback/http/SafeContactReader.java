package org.ariane.router.callback.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.router.callback.SafeContact;
import org.ariane.router.callback.SafeHours;
import org.ariane.router.http.Problem;

/// Reads how somebody can be called safely. What is missing or wrong is answered 400 with the
/// field's name: half an agreement is none.
final class SafeContactReader {
  private SafeContactReader() {}

  static SafeContact read(JsonObject body, PhoneNumber number) {
    try {
      return new SafeContact(
          text(body, "whom"),
          number,
          hours(body),
          text(body, "codeWord"),
          text(body, "ifSomeoneElse"),
          language(body));
    } catch (IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
  }

  /// That she said it, not that somebody supposes it.
  static void requireTrue(JsonObject body, String field) {
    if (!Boolean.TRUE.equals(body.getValue(field))) {
      throw invalid(field);
    }
  }

  private static SafeHours hours(JsonObject body) {
    if (!(body.getValue("hours") instanceof JsonObject hours)
        || !(hours.getValue("windows") instanceof JsonArray array)) {
      throw invalid("hours");
    }
    List<SafeHours.Window> windows = new ArrayList<>();
    for (Object each : array) {
      if (!(each instanceof JsonObject window)) {
        throw invalid("hours.windows");
      }
      windows.add(window(window));
    }
    try {
      return new SafeHours(windows, ZoneId.of(text(hours, "zone")));
    } catch (DateTimeException e) {
      throw invalid("hours.zone");
    } catch (IllegalArgumentException e) {
      throw invalid("hours.windows");
    }
  }

  private static SafeHours.Window window(JsonObject json) {
    try {
      return new SafeHours.Window(
          days(json), LocalTime.parse(text(json, "from")), LocalTime.parse(text(json, "until")));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw invalid("hours.windows");
    }
  }

  private static Set<DayOfWeek> days(JsonObject json) {
    if (!(json.getValue("days") instanceof JsonArray array)) {
      throw invalid("hours.windows");
    }
    Set<DayOfWeek> days = new HashSet<>();
    for (Object day : array) {
      days.add(DayOfWeek.valueOf(String.valueOf(day).toUpperCase(Locale.ROOT)));
    }
    return days;
  }

  private static Optional<Language> language(JsonObject body) {
    return body.containsKey("language")
        ? Optional.of(Language.parse(text(body, "language")).orElseThrow(() -> invalid("language")))
        : Optional.empty();
  }

  static String text(JsonObject body, String field) {
    if (body.getValue(field) instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    throw invalid(field);
  }

  static RuntimeException invalid(String field) {
    return Problem.of(400, "invalid", "The request is not understood", "Look at: " + field)
        .asException();
  }
}

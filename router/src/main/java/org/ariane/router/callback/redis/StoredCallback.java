package org.ariane.router.callback.redis;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.callback.Callback;
import org.ariane.router.callback.CallbackId;
import org.ariane.router.callback.SafeContact;
import org.ariane.router.callback.SafeHours;

/// Agreements as they are stored, before they are sealed.
final class StoredCallback {
  private StoredCallback() {}

  static String write(Callback callback) {
    SafeContact contact = callback.contact();
    JsonArray windows = new JsonArray();
    for (SafeHours.Window window : contact.hours().windows()) {
      windows.add(
          new JsonObject()
              .put("days", new JsonArray(window.days().stream().map(DayOfWeek::name).toList()))
              .put("from", window.from().toString())
              .put("until", window.until().toString()));
    }
    JsonObject json =
        new JsonObject()
            .put("id", callback.id().value())
            .put("by", callback.by().value())
            .put("desk", callback.desk().value())
            .put("whom", contact.whom())
            .put("number", contact.number().dialled())
            .put("windows", windows)
            .put("zone", contact.hours().zone().getId())
            .put("codeWord", contact.codeWord())
            .put("otherwise", contact.otherwise())
            .put("agreedAt", callback.agreedAt().toString())
            .put("until", callback.until().toString())
            .put("exercise", callback.exercise());
    contact.language().ifPresent(language -> json.put("language", language.tag()));
    callback.wishedAt().ifPresent(at -> json.put("wishedAt", at.toString()));
    return json.encode();
  }

  static Callback read(String text) {
    JsonObject json = new JsonObject(text);
    List<SafeHours.Window> windows =
        json.getJsonArray("windows").stream()
            .map(JsonObject.class::cast)
            .map(StoredCallback::window)
            .toList();
    return new Callback(
        new CallbackId(json.getString("id")),
        new PrincipalId(json.getString("by")),
        new ServiceId(json.getString("desk")),
        new SafeContact(
            json.getString("whom"),
            new PhoneNumber(json.getString("number")),
            new SafeHours(windows, ZoneId.of(json.getString("zone"))),
            json.getString("codeWord"),
            json.getString("otherwise"),
            Optional.ofNullable(json.getString("language")).flatMap(Language::parse)),
        Instant.parse(json.getString("agreedAt")),
        Instant.parse(json.getString("until")),
        Optional.ofNullable(json.getString("wishedAt")).map(Instant::parse),
        json.getBoolean("exercise", false));
  }

  private static SafeHours.Window window(JsonObject json) {
    return new SafeHours.Window(
        json.getJsonArray("days").stream()
            .map(day -> DayOfWeek.valueOf(day.toString()))
            .collect(Collectors.toSet()),
        LocalTime.parse(json.getString("from")),
        LocalTime.parse(json.getString("until")));
  }
}

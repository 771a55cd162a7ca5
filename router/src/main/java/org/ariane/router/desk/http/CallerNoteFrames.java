package org.ariane.router.desk.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.ariane.router.alarm.Fix;
import org.ariane.router.alarm.KnownAlarm;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.CallerNote;

/// Frames about a call, for the operator who talks with the caller.
final class CallerNoteFrames {
  private CallerNoteFrames() {}

  static JsonObject frame(ContactId contact, CallerNote note) {
    JsonObject frame = new JsonObject();
    switch (note) {
      case CallerNote.Keys keys -> frame.put("type", "keys").put("keys", keys(keys));
      case CallerNote.Alarmed(KnownAlarm alarm) ->
          frame.put("type", "known-alarm").put("alarm", alarm(alarm));
      case CallerNote.WishesCallback() -> frame.put("type", "wishes-callback");
      case CallerNote.AlarmedBySilence() -> frame.put("type", "alarmed-by-silence");
    }
    return frame.put("contact", contact.value());
  }

  private static JsonArray keys(CallerNote.Keys keys) {
    JsonArray array = new JsonArray();
    keys.pressed()
        .forEach(pressed ->
            array.add(
                new JsonObject()
                    .put("key", String.valueOf(pressed.key()))
                    .put("at", pressed.at().toString())));
    return array;
  }

  private static JsonObject alarm(KnownAlarm alarm) {
    JsonObject json =
        new JsonObject()
            .put("incident", alarm.incident().value())
            .put("raisedAt", alarm.raisedAt().toString())
            .put("state", alarm.state())
            .put("class", alarm.urgency())
            .put("exercise", alarm.exercise());
    alarm.place().ifPresent(place -> json.put("place", place));
    alarm.fix().ifPresent(fix -> json.put("position", position(fix)));
    return json;
  }

  private static JsonObject position(Fix fix) {
    JsonObject json =
        new JsonObject().put("lat", fix.position().lat()).put("lon", fix.position().lon());
    fix.accuracyM().ifPresent(metres -> json.put("accuracyM", metres));
    fix.at().ifPresent(at -> json.put("at", at.toString()));
    return json;
  }
}

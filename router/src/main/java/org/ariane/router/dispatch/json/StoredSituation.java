package org.ariane.router.dispatch.json;

import static org.ariane.router.dispatch.json.IncidentView.array;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.router.dispatch.Remarks;
import org.ariane.router.dispatch.Situation;
import org.ariane.router.dispatch.Told;
import org.ariane.router.dispatch.Track;

/// What is known of her, as it is stored: each part with the time at which it was told.
final class StoredSituation {
  private static final String AT = "at";

  private StoredSituation() {}

  static JsonObject write(Situation situation) {
    JsonObject json =
        new JsonObject()
            .put("track", array(situation.track().fixes().stream().map(StoredPlace::fix).toList()))
            .put("forSomeoneElse", situation.forSomeoneElse())
            .put(
                "notes",
                array(situation.notes().told().stream().map(StoredSituation::text).toList()))
            .put("raw", array(situation.raw().told().stream().map(StoredSituation::text).toList()))
            .put("degraded", array(situation.degraded()));
    situation
        .toldAddress()
        .ifPresent(
            told -> json.put("address", timed(IncidentView.address(told.value()), told.at())));
    situation
        .toldLanguage()
        .ifPresent(told ->
            json.put(
                "language", timed(new JsonObject().put("tag", told.value().tag()), told.at())));
    situation
        .toldPhone()
        .ifPresent(told ->
            json.put(
                "phone", timed(new JsonObject().put("number", told.value().dialled()), told.at())));
    situation.canTalk().ifPresent(can -> json.put("canTalk", can));
    return json;
  }

  static Situation read(JsonObject json) {
    return new Situation(
        new Track(Parts.objects(json, "track").map(StoredPlace::fix).toList()),
        Parts.object(json, "address").map(told -> new Told<>(StoredPlace.address(told), at(told))),
        Parts.object(json, "language")
            .map(told -> new Told<>(new Language(told.getString("tag")), at(told))),
        Optional.ofNullable(json.getBoolean("canTalk")),
        json.getBoolean("forSomeoneElse"),
        Parts.object(json, "phone")
            .map(told -> new Told<>(new PhoneNumber(told.getString("number")), at(told))),
        remarks(json, "notes"),
        remarks(json, "raw"),
        Parts.texts(json, "degraded"));
  }

  private static Remarks remarks(JsonObject json, String name) {
    return new Remarks(
        Parts.objects(json, name)
            .map(told -> new Told<>(told.getString("text"), at(told)))
            .toList());
  }

  private static JsonObject text(Told<String> told) {
    return timed(new JsonObject().put("text", told.value()), told.at());
  }

  private static JsonObject timed(JsonObject json, Instant at) {
    return json.put(AT, at.toString());
  }

  private static Instant at(JsonObject told) {
    return Instant.parse(told.getString(AT));
  }
}

package org.ariane.router.dispatch.cisu;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.webhook.FreeText;
import org.ariane.router.dispatch.webhook.MessageTimes;
import org.ariane.router.dispatch.webhook.Reading;

/// The `createCase` of an incident. CISU has no field for what matters most here, so the ban on
/// ringing back, the silent approach, court orders and "do not send" open the free text, stand in
/// place of the caller's number, and are repeated as `customMap`.
record CisuCase(FreeText french, String sender) {
  /// The nomenclature's "Violences intra familiales".
  private static final String FACT = "C02.15.04";

  private static final String REFERENCE_VERSION = "1.3";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /// What the JDK knows and the schema does not.
  private static final Set<String> UNLISTED =
      Set.of("BQ", "CD", "KR", "MD", "PS", "SH", "TW", "TZ");

  private static final Set<String> OUTDATED = Set.of("in", "iw", "ji", "mo", "sh", "bh");

  JsonObject of(String type, Reading incident, Instant at) {
    String id = incident.text("id").filter(IncidentId::isValid).orElse("in-unknown");
    Instant created = incident.time("createdAt").or(() -> MessageTimes.named(id)).orElse(at);
    JsonObject known =
        new JsonObject()
            .put("caseId", sender + "." + id)
            .put("senderCaseId", id)
            .put("creation", CisuFormat.time(created))
            .put("referenceVersion", REFERENCE_VERSION)
            .put("qualification", qualification());
    if (type.equals("incident.moved")) {
      return known
          .put("location", new JsonObject().put("locID", id).put("country", "FR"))
          .put("freetext", new JsonArray().add(french.say("moved")));
    }
    JsonObject place = place(incident, id, created);
    List<String> musts = french.musts(incident);
    JsonArray text = new JsonArray();
    Stream.concat(musts.stream(), french.facts(incident).stream()).forEach(text::add);
    return known
        .put("location", place)
        .put("initialAlert", alert(incident, id, created, place, musts))
        .put("freetext", text)
        .put("additionalInformation", new JsonObject().put("customMap", customMap(incident)));
  }

  private static JsonObject qualification() {
    return new JsonObject()
        .put("riskThreat", new JsonArray().add(coded("R37", "Situation instable/indéterminée")))
        .put("whatsHappen", coded(FACT, "Violences intra familiales"));
  }

  private JsonObject alert(
      Reading incident, String id, Instant created, JsonObject place, List<String> musts) {
    JsonArray notes = new JsonArray();
    musts.forEach(must -> notes.add(note(created, must)));
    incident.texts("notes").forEach(text -> notes.add(note(created, text)));
    String urgency = incident.object("priority").text("class").orElse("critical");
    return new JsonObject()
        .put("id", incident.texts("alarms").stream().findFirst().orElse(id))
        .put("reception", CisuFormat.time(created))
        .put(
            "reporting",
            urgency.equals("critical") || urgency.equals("high") ? "ATTENTION" : "STANDARD")
        .put("notes", notes)
        .put("caller", caller(incident))
        .put("location", place)
        .put("qualification", qualification())
        .put(
            "callTaker", new JsonObject().put("organization", sender).put("controlRoom", "Ariane"));
  }

  private JsonObject caller(Reading incident) {
    String callback = french.say("callback." + FreeText.callback(incident) + ".why");
    JsonObject caller =
        new JsonObject()
            .put(
                "callerContact",
                new JsonObject()
                    .put("channel", "APPLICATION")
                    .put("type", "WEB")
                    .put("detail", callback))
            .put("freetext", String.join(" ", french.musts(incident)))
            .put("type", incident.flag("forSomeoneElse").orElse(false) ? "TIERS" : "SUJET");
    incident
        .text("language")
        .map(tag -> tag.split("-", -1)[0].toLowerCase(Locale.ROOT))
        .filter(tag -> isLanguage(tag))
        .ifPresent(tag -> caller.put("language", tag));
    if (incident.flag("canTalk").filter(can -> !can).isPresent()) {
      caller.put("communication", "IMPOSS");
    }
    return caller;
  }

  private JsonObject place(Reading incident, String id, Instant created) {
    Reading address = incident.object("address");
    String country =
        address
            .text("country")
            .map(text -> text.toUpperCase(Locale.ROOT))
            .filter(code -> COUNTRIES.contains(code) && !UNLISTED.contains(code))
            .orElse("FR");
    String line = french.place(incident);
    JsonObject place =
        new JsonObject()
            .put("locID", id)
            .put("locLabel", line.length() <= 255 ? line : line.substring(0, 255));
    // The name of a commune may only go with its INSEE code, which we don't know.
    french
        .address(incident)
        .ifPresent(text -> place.put("detailedAddress", new JsonObject().put("complete", text)));
    String city =
        String.join(" ", address.text("postcode").orElse(""), address.text("city").orElse(""));
    if (!city.isBlank()) {
      place.put("city", new JsonObject().put("detail", city.strip()));
    }
    Reading fix = incident.object("position");
    if (fix.number("lat").isPresent() && fix.number("lon").isPresent()) {
      JsonObject coordinates =
          new JsonObject()
              .put("lat", fix.number("lat").orElseThrow())
              .put("lon", fix.number("lon").orElseThrow())
              .put("precision", precision(fix));
      place.put(
          "geometry",
          new JsonObject()
              .put("datetime", CisuFormat.time(fix.time("at").orElse(created)))
              .put("point", new JsonObject().put("coord", coordinates)));
    }
    return place.put("country", country).put("freetext", line);
  }

  private static String precision(Reading fix) {
    double metres = fix.number("accuracyM").map(Number::doubleValue).orElse(Double.NaN);
    if (metres <= 30) {
      return "EXACTE";
    }
    if (metres <= 100) {
      return "ADRESSE";
    }
    if (metres <= 500) {
      return "RUE";
    }
    return metres <= 10_000 ? "VILLE" : "INCONNUE";
  }

  /// Three at most, by the standard.
  private JsonArray customMap(Reading incident) {
    String callback = FreeText.callback(incident);
    String approach = FreeText.isSilent(incident) ? "silent" : "normal";
    String urgency = incident.object("priority").text("class").orElse("unknown");
    return new JsonArray()
        .add(custom("callback", french.say("callback." + callback), callback))
        .add(custom("approach", french.say("approach." + approach), approach))
        .add(custom("class", french.urgency(incident), urgency));
  }

  private static boolean isLanguage(String tag) {
    return Set.of(Locale.getISOLanguages()).contains(tag) && !OUTDATED.contains(tag);
  }

  private static JsonObject custom(String key, String label, String value) {
    return new JsonObject().put("key", key).put("label", label).put("value", value);
  }

  private static JsonObject coded(String code, String label) {
    return new JsonObject().put("code", code).put("label", label);
  }

  private static JsonObject note(Instant at, String text) {
    return new JsonObject().put("creation", CisuFormat.time(at)).put("freetext", text);
  }
}

package org.ariane.router.dispatch.json;

import static org.ariane.router.dispatch.json.IncidentView.array;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Language;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.dispatch.CourtOrder;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.Manner;
import org.ariane.router.dispatch.Ownership;
import org.ariane.router.dispatch.RaisedAlarm;
import org.ariane.router.dispatch.Situation;

/// An incident as it is stored. Times keep their nanoseconds, so that what was read equals what was
/// written. Readers ignore fields that they don't know; missing ones read as absent.
public final class StoredIncident {
  private StoredIncident() {}

  public static JsonObject write(Incident incident) {
    return new JsonObject()
        .put("format", 1)
        .put("id", incident.id().value())
        .put("exercise", incident.exercise())
        .put("ownership", ownership(incident.ownership()))
        .put("situation", situation(incident.situation()))
        .put("callback", incident.manner().callback().name())
        .put("approach", incident.manner().approach().name())
        .put("features", StoredPriority.features(incident.features()))
        .put("priority", IncidentView.priority(incident.priority()))
        .put("handling", StoredHandling.write(incident.handling()))
        .put("alarms", array(incident.alarms().stream().map(StoredIncident::alarm).toList()))
        .put("orders", array(incident.orders().stream().map(IncidentView::order).toList()))
        .put("doNotSend", array(incident.doNotSend()))
        .put("createdAt", incident.createdAt().toString())
        .put("updatedAt", incident.updatedAt().toString());
  }

  public static Incident read(JsonObject json, long version) {
    return new Incident(
        new IncidentId(json.getString("id")),
        version,
        json.getBoolean("exercise"),
        ownership(json.getJsonObject("ownership")),
        situation(json.getJsonObject("situation")),
        new Manner(
            Manner.Callback.valueOf(json.getString("callback")),
            Manner.Approach.valueOf(json.getString("approach"))),
        StoredPriority.features(json.getJsonObject("features")),
        StoredPriority.priority(json.getJsonObject("priority")),
        StoredHandling.read(json.getJsonObject("handling")),
        Parts.objects(json, "alarms").map(StoredIncident::alarm).toList(),
        Parts.objects(json, "orders").map(StoredIncident::order).toList(),
        Parts.texts(json, "doNotSend"),
        Instant.parse(json.getString("createdAt")),
        Instant.parse(json.getString("updatedAt")));
  }

  private static JsonObject ownership(Ownership owner) {
    JsonObject json =
        new JsonObject()
            .put("chain", array(owner.chain().stream().map(CentreId::value).toList()))
            .put("centre", owner.centre().value())
            .put("step", owner.step())
            .put("round", owner.round())
            .put("delivered", owner.delivered());
    owner.zone().ifPresent(zone -> json.put("zone", zone.value()));
    owner.deadline().ifPresent(deadline -> json.put("deadline", deadline.toString()));
    return json;
  }

  private static Ownership ownership(JsonObject json) {
    return new Ownership(
        Parts.text(json, "zone").map(ZoneId::new),
        Parts.texts(json, "chain").stream().map(CentreId::new).toList(),
        new CentreId(json.getString("centre")),
        json.getInteger("step"),
        json.getInteger("round"),
        json.getBoolean("delivered"),
        Parts.time(json, "deadline"));
  }

  private static JsonObject situation(Situation situation) {
    JsonObject json =
        new JsonObject()
            .put("track", array(situation.track().stream().map(StoredPlace::fix).toList()))
            .put("forSomeoneElse", situation.forSomeoneElse())
            .put("notes", array(situation.notes()))
            .put("raw", array(situation.raw()))
            .put("degraded", array(situation.degraded()));
    situation.address().ifPresent(address -> json.put("address", IncidentView.address(address)));
    situation.language().ifPresent(language -> json.put("language", language.tag()));
    situation.canTalk().ifPresent(can -> json.put("canTalk", can));
    situation.phone().ifPresent(phone -> json.put("phone", phone.dialled()));
    return json;
  }

  private static Situation situation(JsonObject json) {
    return new Situation(
        Parts.objects(json, "track").map(StoredPlace::fix).toList(),
        Parts.object(json, "address").map(StoredPlace::address),
        Parts.text(json, "language").map(Language::new),
        Optional.ofNullable(json.getBoolean("canTalk")),
        json.getBoolean("forSomeoneElse"),
        Parts.text(json, "phone").map(PhoneNumber::new),
        Parts.texts(json, "notes"),
        Parts.texts(json, "raw"),
        Parts.texts(json, "degraded"));
  }

  private static JsonObject alarm(RaisedAlarm raised) {
    JsonObject json =
        new JsonObject()
            .put("id", raised.id().value())
            .put("scope", raised.scope())
            .put("source", raised.sourceKind())
            .put("trigger", raised.trigger().wireName())
            .put("fingerprints", array(raised.fingerprints()))
            .put("receivedAt", raised.receivedAt().toString())
            .put("degraded", array(raised.degraded()));
    raised.cancelledAt().ifPresent(at -> json.put("cancelledAt", at.toString()));
    return json;
  }

  private static RaisedAlarm alarm(JsonObject json) {
    return new RaisedAlarm(
        new AlarmId(json.getString("id")),
        json.getString("scope"),
        json.getString("source"),
        Trigger.parse(json.getString("trigger")).orElseThrow(),
        Parts.texts(json, "fingerprints"),
        Instant.parse(json.getString("receivedAt")),
        Parts.time(json, "cancelledAt"),
        Parts.texts(json, "degraded"));
  }

  private static CourtOrder order(JsonObject json) {
    return new CourtOrder(
        json.getString("kind"),
        json.getString("court"),
        LocalDate.parse(json.getString("until")),
        json.getString("status"));
  }
}

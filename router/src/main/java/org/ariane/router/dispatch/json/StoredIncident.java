package org.ariane.router.dispatch.json;

import static org.ariane.router.dispatch.json.IncidentView.array;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import org.ariane.router.access.Affiliation;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.Manner;
import org.ariane.router.dispatch.RaisedAlarm;
import org.ariane.router.order.CourtOrder;
import org.ariane.router.order.OrderId;
import org.ariane.router.order.OrderKind;
import org.ariane.router.order.OrderStatus;

/// An incident as it is stored. Times keep their nanoseconds, so that what was read equals what was
/// written. Readers ignore fields that they don't know; missing ones read as absent.
public final class StoredIncident {
  private StoredIncident() {}

  public static JsonObject write(Incident incident) {
    return new JsonObject()
        .put("format", 1)
        .put("id", incident.id().value())
        .put("exercise", incident.exercise())
        .put("ownership", StoredOwnership.write(incident.ownership()))
        .put("situation", StoredSituation.write(incident.situation()))
        .put("callback", incident.manner().callback().name())
        .put("approach", incident.manner().approach().name())
        .put("features", StoredPriority.features(incident.features()))
        .put("priority", IncidentView.priority(incident.priority()))
        .put("handling", StoredHandling.write(incident.handling()))
        .put("alarms", array(incident.alarms().stream().map(StoredIncident::alarm).toList()))
        .put("orders", array(incident.orders().stream().map(IncidentView::order).toList()))
        .put("assessment", incident.assessment().map(StoredAssessment::write).orElse(null))
        .put("barred", array(incident.barred().stream().map(IncidentView::barred).toList()))
        .put("createdAt", incident.createdAt().toString())
        .put("updatedAt", incident.updatedAt().toString());
  }

  public static Incident read(JsonObject json, long version) {
    return new Incident(
        new IncidentId(json.getString("id")),
        version,
        json.getBoolean("exercise"),
        StoredOwnership.read(json.getJsonObject("ownership")),
        StoredSituation.read(json.getJsonObject("situation")),
        new Manner(
            Manner.Callback.valueOf(json.getString("callback")),
            Manner.Approach.valueOf(json.getString("approach"))),
        StoredPriority.features(json.getJsonObject("features")),
        StoredPriority.priority(json.getJsonObject("priority")),
        StoredHandling.read(json.getJsonObject("handling")),
        Parts.objects(json, "alarms").map(StoredIncident::alarm).toList(),
        Parts.objects(json, "orders").map(StoredIncident::order).toList(),
        Parts.object(json, "assessment").map(StoredAssessment::read),
        Parts.objects(json, "barred").map(StoredIncident::barred).toList(),
        Instant.parse(json.getString("createdAt")),
        Instant.parse(json.getString("updatedAt")));
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
            .put("duress", raised.duress())
            .put("degraded", array(raised.degraded()));
    raised.safeCode().ifPresent(digest -> json.put("safeCode", digest));
    raised.apart().ifPresent(own -> json.put("apart", StoredSituation.write(own)));
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
        json.getBoolean("duress"),
        Parts.text(json, "safeCode"),
        Parts.texts(json, "degraded"),
        Parts.object(json, "apart").map(StoredSituation::read));
  }

  private static CourtOrder order(JsonObject json) {
    return new CourtOrder(
        new OrderId(json.getString("id")),
        OrderKind.parse(json.getString("kind")).orElse(OrderKind.OTHER),
        json.getString("court"),
        LocalDate.parse(json.getString("until")),
        OrderStatus.parse(json.getString("status")).orElse(OrderStatus.CLAIMED),
        json.getBoolean("breached", false));
  }

  private static Affiliation barred(JsonObject json) {
    return new Affiliation(
        Affiliation.Kind.parse(json.getString("kind")).orElseThrow(), json.getString("ref"));
  }
}

package org.ariane.router.dispatch.json;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.priority.PriorityDecision;

/// Decisions on urgency as they are recorded: derived facts, no personal data.
public final class StoredDecision {
  private StoredDecision() {}

  public static JsonObject write(Incident incident, double orderKey) {
    return write(
        new PriorityDecision(
            incident.id(),
            incident.version(),
            incident.updatedAt(),
            incident.createdAt(),
            incident.exercise(),
            incident.features(),
            incident.priority(),
            orderKey));
  }

  public static JsonObject write(PriorityDecision decision) {
    return new JsonObject()
        .put("incident", decision.incident().value())
        .put("version", decision.version())
        .put("at", decision.at().toString())
        .put("arrival", decision.arrival().toString())
        .put("exercise", decision.exercise())
        .put("features", StoredPriority.features(decision.features()))
        .put("priority", IncidentView.priority(decision.priority()))
        .put("orderKey", decision.orderKey());
  }

  public static PriorityDecision read(JsonObject json) {
    return new PriorityDecision(
        new IncidentId(json.getString("incident")),
        json.getLong("version"),
        Instant.parse(json.getString("at")),
        Instant.parse(json.getString("arrival")),
        json.getBoolean("exercise"),
        StoredPriority.features(json.getJsonObject("features")),
        StoredPriority.priority(json.getJsonObject("priority")),
        json.getDouble("orderKey"));
  }
}

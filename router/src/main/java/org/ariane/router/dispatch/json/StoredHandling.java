package org.ariane.router.dispatch.json;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.ariane.directory.place.CentreId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.AlarmStatus;
import org.ariane.router.dispatch.Handling;
import org.ariane.router.dispatch.Handling.Happened;
import org.ariane.router.dispatch.Handling.Outcome;
import org.ariane.router.dispatch.Handling.Rejection;
import org.ariane.router.dispatch.Holder;
import org.ariane.router.dispatch.IncidentState;

/// What humans did, as it is stored.
final class StoredHandling {
  private StoredHandling() {}

  static JsonObject write(Handling handling) {
    JsonObject json =
        new JsonObject()
            .put("state", handling.state().wireName())
            .put("progress", handling.progress().name())
            .put("since", handling.since().toString())
            .put(
                "history",
                IncidentView.array(
                    handling.history().stream().map(StoredHandling::happened).toList()));
    handling.holder().ifPresent(holder -> json.put("holder", holder(holder)));
    handling
        .rejection()
        .ifPresent(asked ->
            json.put(
                "rejection",
                new JsonObject().put("by", holder(asked.by())).put("cause", asked.cause())));
    handling.outcome().ifPresent(outcome -> json.put("outcome", IncidentView.outcome(outcome)));
    if (!handling.acted().isEmpty()) {
      json.put(
          "acted", IncidentView.array(handling.acted().stream().map(PrincipalId::value).toList()));
    }
    return json;
  }

  static Handling read(JsonObject json) {
    return new Handling(
        IncidentState.parse(json.getString("state")).orElseThrow(),
        AlarmStatus.valueOf(json.getString("progress")),
        Instant.parse(json.getString("since")),
        Parts.object(json, "holder").map(StoredHandling::holder),
        Parts.object(json, "rejection")
            .map(asked ->
                new Rejection(holder(asked.getJsonObject("by")), asked.getString("cause"))),
        Parts.object(json, "outcome")
            .map(outcome -> new Outcome(outcome.getString("outcome"), Parts.text(outcome, "note"))),
        Parts.objects(json, "history").map(StoredHandling::happened).toList(),
        Parts.texts(json, "acted").stream().map(PrincipalId::new).toList());
  }

  private static JsonObject holder(Holder holder) {
    JsonObject json =
        new JsonObject()
            .put("principal", holder.principal().value())
            .put("role", holder.role().name())
            .put("centre", holder.centre().value())
            .put("at", holder.at().toString());
    holder.position().ifPresent(position -> json.put("position", position));
    return json;
  }

  private static Holder holder(JsonObject json) {
    return new Holder(
        new PrincipalId(json.getString("principal")),
        Role.valueOf(json.getString("role")),
        new CentreId(json.getString("centre")),
        Parts.text(json, "position"),
        Instant.parse(json.getString("at")));
  }

  private static JsonObject happened(Happened happened) {
    return new JsonObject()
        .put("at", happened.at().toString())
        .put("what", happened.what())
        .put("about", happened.about());
  }

  private static Happened happened(JsonObject json) {
    return new Happened(
        Instant.parse(json.getString("at")), json.getString("what"), json.getString("about"));
  }
}

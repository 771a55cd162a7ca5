package org.ariane.router.dispatch.json;

import static org.ariane.router.dispatch.json.IncidentView.array;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.ExpectedDelay;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.dispatch.Ownership;

/// Who answers for an incident, as it is stored.
final class StoredOwnership {
  private StoredOwnership() {}

  static JsonObject write(Ownership owner) {
    JsonObject json =
        new JsonObject()
            .put("chain", array(owner.chain().stream().map(ChainStep::toString).toList()))
            .put("owner", owner.owner().toString())
            .put("step", owner.step())
            .put("round", owner.round())
            .put("since", owner.since().toString())
            .put("delivered", owner.delivered())
            .put("told", array(owner.told().stream().map(CentreId::value).toList()));
    owner.zone().ifPresent(zone -> json.put("zone", zone.value()));
    owner.expectedDelay().ifPresent(delay -> json.put("expectedDelay", IncidentView.delay(delay)));
    owner.nowIn().ifPresent(zone -> json.put("nowIn", zone.value()));
    owner.deadline().ifPresent(deadline -> json.put("deadline", deadline.toString()));
    return json;
  }

  static Ownership read(JsonObject json) {
    return new Ownership(
        Parts.text(json, "zone").map(ZoneId::new),
        Parts.object(json, "expectedDelay")
            .map(
                delay -> new ExpectedDelay(delay.getInteger("minutes"), delay.getString("source"))),
        Parts.text(json, "nowIn").map(ZoneId::new),
        Parts.texts(json, "chain").stream().map(ChainStep::parse).toList(),
        ChainStep.parse(json.getString("owner")),
        json.getInteger("step"),
        json.getInteger("round"),
        Instant.parse(json.getString("since")),
        json.getBoolean("delivered"),
        Parts.time(json, "deadline"),
        Parts.texts(json, "told").stream().map(CentreId::new).toList());
  }
}

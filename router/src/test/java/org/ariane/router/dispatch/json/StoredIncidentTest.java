package org.ariane.router.dispatch.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.dispatch.Handling;
import org.ariane.router.dispatch.Holder;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.IncidentEvent;
import org.ariane.router.dispatch.Samples;
import org.junit.jupiter.api.Test;

class StoredIncidentTest {
  private static final Instant LATER = Samples.NOW.plusNanos(123_456_789);

  @Test
  void readsWhatWasWrittenAtEachStepOfItsLife() {
    Holder by = Samples.dispatcher("2", LATER);
    Incident incident = Samples.incident(Trigger.SILENT).versioned(7);
    List<IncidentEvent> life =
        List.of(
            new IncidentEvent.Delivered(Samples.FIRST, LATER),
            new IncidentEvent.RejectionAsked(by, "wrong-zone"),
            new IncidentEvent.Cancelled(incident.alarms().getFirst().id(), true, LATER),
            new IncidentEvent.Taken(by),
            new IncidentEvent.OnTheWay(LATER),
            new IncidentEvent.Completed(by, new Handling.Outcome("safe", Optional.of("note"))));
    assertReadAsWritten(incident);
    for (IncidentEvent event : life) {
      incident = Samples.LIFE.apply(incident, event).next();
      assertReadAsWritten(incident);
    }
  }

  private static void assertReadAsWritten(Incident incident) {
    String stored = StoredIncident.write(incident).encode();
    assertThat(StoredIncident.read(new JsonObject(stored), 7)).isEqualTo(incident);
  }

  @Test
  void viewHasTheFieldsOfTheContractAndNoNumber() {
    Incident incident = Samples.incident(Trigger.BUTTON).versioned(1);
    JsonObject view = IncidentView.of(incident);
    assertThat(view.fieldNames())
        .contains(
            "id",
            "state",
            "zone",
            "centre",
            "exercise",
            "priority",
            "orders",
            "alarms",
            "position",
            "address",
            "language",
            "canTalk",
            "callback",
            "approach",
            "doNotSend",
            "holder",
            "degraded",
            "createdAt",
            "updatedAt");
    assertThat(view.encode()).doesNotContain("612345678");
    assertThat(view.getJsonObject("priority").fieldNames())
        .containsExactly("class", "score", "policyVersion", "reasons");
    assertThat(view.containsKey("notDurable")).isFalse();
    assertThat(IncidentView.of(incident.versioned(0)).getBoolean("notDurable")).isTrue();
  }
}

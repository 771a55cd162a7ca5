package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.OPERATOR_1;
import static org.ariane.router.dispatch.lane.People.OPERATOR_2;
import static org.ariane.router.dispatch.lane.People.REGISTRAR_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.contact.ContactId;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.ariane.router.identity.Ulid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OperatorAlarmIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();
  private static final String PATH = "/v1/desk/alarms";
  private static final PhoneNumber PHONE = new PhoneNumber("+33612345678");
  private static final JsonObject TILLEULS =
      new JsonObject().put("text", "12 rue des Tilleuls").put("postcode", "94700");

  private final ContactId contact =
      ContactId.mint(new Ulid(InstantSource.system(), new SecureRandom()));
  private RunningLane running;

  @BeforeEach
  void start() {
    running = RunningLane.start(REDIS.server().uri(), Map.of());
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void theButtonJoinsTheIncidentOfHerTapAndOfHerKeyInAnyOrder() {
    String tapped = taken(alarm(new AlarmSource.Chat(), Optional.empty()));
    assertThat(press(OPERATOR_1, TILLEULS).body().getString("incidentId")).isEqualTo(tapped);

    ContactId other = ContactId.mint(new Ulid(InstantSource.system(), new SecureRandom()));
    String pressed =
        running
            .post(OPERATOR_1, PATH, body(TILLEULS).put("contact", other.value()))
            .body()
            .getString("incidentId");
    Alarm key = alarm(new AlarmSource.Call(), Optional.empty());
    assertThat(pressed).isNotEqualTo(tapped);
    assertThat(taken(key.as(key.source(), other.value()))).isEqualTo(pressed);
  }

  @Test
  void aBetterAddressIsAnUpdateOfTheSameAlarmAlsoAfterATransfer() {
    Answer first = press(OPERATOR_1, new JsonObject().put("postcode", "94700"));
    Answer second = press(OPERATOR_2, TILLEULS);

    assertThat(second.body().getString("alarmId")).isEqualTo(first.body().getString("alarmId"));
    JsonObject incident = incidents().getJsonObject(0);
    assertThat(incidents()).hasSize(1);
    assertThat(incident.getJsonArray("alarms")).hasSize(1);
    assertThat(incident.getJsonObject("address").getString("text"))
        .isEqualTo("12 rue des Tilleuls");
    String alarm = PATH + "/" + first.body().getString("alarmId");
    assertThat(running.get(OPERATOR_2, alarm).body().getString("status")).isEqualTo("received");
    running.post(
        DISPATCHER_1,
        "/v1/incidents/" + incident.getString("id") + "/acknowledgement",
        Bodies.accept());
    assertThat(running.get(OPERATOR_1, alarm).body().getString("status")).isEqualTo("taken");
    assertThat(running.get(APP_1, "/v1/alarms/" + first.body().getString("alarmId")).status())
        .isEqualTo(404);
  }

  @Test
  void thePhoneOfACallerGoesAlongUnseenAndThatOfAWitnessDoesNot() {
    running.calls(contact, PHONE);
    Answer witness =
        running.post(
            OPERATOR_1,
            PATH,
            body(TILLEULS).put("contact", contact.value()).put("forSomeoneElse", true));
    Answer app = running.post(APP_1, "/v1/alarms", Bodies.alarm().put("phone", PHONE.dialled()));
    assertThat(app.body().getString("incidentId"))
        .isNotEqualTo(witness.body().getString("incidentId"));

    ContactId caller = ContactId.mint(new Ulid(InstantSource.system(), new SecureRandom()));
    running.calls(caller, PHONE);
    Answer hers = running.post(OPERATOR_1, PATH, body(TILLEULS).put("contact", caller.value()));
    assertThat(hers.body().getString("incidentId")).isEqualTo(app.body().getString("incidentId"));
    assertThat(hers.raw()).doesNotContain("612345678");
    assertThat(incidents().encode()).doesNotContain("612345678");
  }

  @Test
  void theRedListIsMatchedWithTheAddressThatTheOperatorGives() {
    JsonObject address = TILLEULS.copy().put("city", "Maisons-Alfort").put("country", "FR");
    running.post(
        REGISTRAR_1,
        "/v1/red-list",
        new JsonObject()
            .put("kind", "address")
            .put("address", address)
            .put("seriousness", 4)
            .put("reasonCode", "weapon-threat")
            .put("legalBasis", "convention-94-2026-03")
            .put("zone", "fr-94-maisons-alfort")
            .put("reviewBy", "2030-01-01"));
    Answer plain = running.post(OPERATOR_1, PATH, body(new JsonObject().put("postcode", "94700")));
    Answer known = running.post(OPERATOR_1, PATH, body(address));

    assertThat(known.body().fieldNames()).isEqualTo(plain.body().fieldNames());
    JsonObject incident =
        running.get(DISPATCHER_1, "/v1/incidents/" + known.body().getString("incidentId")).body();
    assertThat(incident.getJsonObject("redList").getInteger("seriousness")).isEqualTo(4);
  }

  @Test
  void anUnusableContactCostsNoAlarm() {
    Answer answer = running.post(OPERATOR_1, PATH, body(TILLEULS).put("contact", "somebody"));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().getJsonArray("degraded")).containsExactly("/contact");
    assertThat(running.post(APP_1, PATH, body(TILLEULS)).status()).isEqualTo(403);
  }

  private Answer press(People who, JsonObject address) {
    return running.post(who, PATH, body(address).put("contact", contact.value()));
  }

  private static JsonObject body(JsonObject address) {
    JsonObject body = Bodies.alarm().put("address", address);
    body.remove("position");
    return body;
  }

  private String taken(Alarm alarm) {
    return ((Receipt.Accepted) running.lane().intake().take(alarm)).incident().value();
  }

  private Alarm alarm(AlarmSource source, Optional<PhoneNumber> phone) {
    Instant now = Instant.now();
    return new Alarm(
        source,
        contact.value(),
        "fingerprint",
        now,
        Optional.of(now),
        Trigger.SILENT,
        phone,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private JsonArray incidents() {
    return running.get(DISPATCHER_1, "/v1/incidents").body().getJsonArray("incidents");
  }
}

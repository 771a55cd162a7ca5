package org.ariane.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An alarm from the app to the dispatcher who takes it, through the program as it is started, also
/// when parts of it are killed on the way.
class AlarmJourneyIT {
  private static final String SECRET =
      "whsec_"
          + Base64.getEncoder()
              .encodeToString("a secret of 24 bytes or so".getBytes(StandardCharsets.UTF_8));
  private static CentreStandIn centre;
  private static RunningAriane ariane;

  @BeforeAll
  static void start() {
    centre = new CentreStandIn();
    ariane =
        RunningAriane.withoutTelephony(
            """
            dispatch:
              centres:
                fr-94-cic: {url: "%s", format: native, secret: "%s"}
            """
                .formatted(centre.url(), SECRET));
  }

  @AfterAll
  static void stop() {
    if (ariane != null) {
      ariane.close();
    }
    centre.close();
  }

  @Test
  void travelsFromTheAppToTheDispatcherAndBack() throws Exception {
    JsonObject accepted = raise(alarm());

    assertThat(accepted.getString("coverage")).isEqualTo("centre");
    assertThat(accepted.getString("emergencyNumber")).isEqualTo("112");
    String incident = accepted.getString("incidentId");
    await().atMost(Duration.ofSeconds(5)).until(() -> !centre.of(incident).isEmpty());
    var delivery = centre.of(incident).getFirst();
    new Webhook(SECRET.substring("whsec_".length()))
        .verify(
            delivery.body(),
            HttpHeaders.of(
                Map.of(
                    "webhook-id", List.of(delivery.id()),
                    "webhook-timestamp", List.of(delivery.timestamp()),
                    "webhook-signature", List.of(delivery.signature())),
                (name, value) -> true));
    await().until(() -> status(accepted).equals("delivered"));

    var taken = acknowledge("dispatcher-1", incident);
    assertThat(taken.status()).isEqualTo(200);
    assertThat(acknowledge("dispatcher-1", incident).status()).isEqualTo(200);
    var late = acknowledge("dispatcher-2", incident);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().getJsonObject("holder").getString("position")).isEqualTo("1");
    assertThat(status(accepted)).isEqualTo("taken");

    ariane
        .as("dispatcher-1")
        .post(
            "/v1/incidents/" + incident + "/progress",
            new JsonObject().put("status", "on-the-way"));
    assertThat(status(accepted)).isEqualTo("on-the-way");
    var closed =
        ariane
            .as("dispatcher-1")
            .post(
                "/v1/incidents/" + incident + "/completion",
                new JsonObject().put("outcome", "patrol-met-her-safe"));
    assertThat(closed.status()).isEqualTo(200);
    assertThat(status(accepted)).isEqualTo("closed");
  }

  @Test
  void isInvisibleToTheCentreOfAnotherPlace() {
    String incident = raise(alarm()).getString("incidentId");

    assertThat(ariane.as("dispatcher-3").get("/v1/incidents/" + incident).status()).isEqualTo(404);
    assertThat(acknowledge("dispatcher-3", incident).status()).isEqualTo(404);
    assertThat(listedTo("dispatcher-3", incident)).isZero();
    assertThat(listedTo("dispatcher-1", incident)).isOne();
  }

  @Test
  void isDeliveredAfterTheServerWasKilledBeforeItCouldBe() {
    centre.answerWith(503);
    JsonObject accepted = raise(alarm());
    String incident = accepted.getString("incidentId");
    await().until(() -> !centre.of(incident).isEmpty());

    ariane.kill("server");
    centre.answerWith(204);

    awaitDeliveredOnceListedOnceTakenOnce(accepted);
  }

  @Test
  void isDeliveredAfterRedisWasKilledBeforeItCouldBe() {
    centre.answerWith(503);
    JsonObject accepted = raise(alarm());
    String incident = accepted.getString("incidentId");
    await().until(() -> !centre.of(incident).isEmpty());

    ariane.kill("redis");
    centre.answerWith(204);

    awaitDeliveredOnceListedOnceTakenOnce(accepted);
  }

  private static void awaitDeliveredOnceListedOnceTakenOnce(JsonObject accepted) {
    String incident = accepted.getString("incidentId");
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> status(accepted).equals("delivered"));
    assertThat(centre.of(incident).stream().map(CentreStandIn.Delivery::id).distinct()).hasSize(1);
    assertThat(listedTo("dispatcher-1", incident)).isOne();
    assertThat(acknowledge("dispatcher-1", incident).status()).isEqualTo(200);
    assertThat(acknowledge("dispatcher-2", incident).status()).isEqualTo(409);
  }

  static JsonObject alarm() {
    return new JsonObject()
        .put("id", UUID.randomUUID().toString())
        .put("raisedAt", OffsetDateTime.now(ZoneOffset.UTC).toString())
        .put("trigger", "button")
        .put(
            "position",
            new JsonObject()
                .put("lat", 48.8065)
                .put("lon", 2.438)
                .put("accuracyM", 18)
                .put("method", "gps")
                .put("at", OffsetDateTime.now(ZoneOffset.UTC).toString()))
        .put("canTalk", false);
  }

  private static JsonObject raise(JsonObject alarm) {
    var answer = ariane.as("app-1").post("/v1/alarms", alarm);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.json();
  }

  private static String status(JsonObject accepted) {
    return ariane
        .as("app-1")
        .get("/v1/alarms/" + accepted.getString("alarmId"))
        .json()
        .getString("status");
  }

  private static Api.Answer acknowledge(String account, String incident) {
    return ariane
        .as(account)
        .post(
            "/v1/incidents/" + incident + "/acknowledgement",
            new JsonObject().put("status", "accepted"));
  }

  private static long listedTo(String account, String incident) {
    JsonArray incidents =
        ariane.as(account).get("/v1/incidents?state=open").json().getJsonArray("incidents");
    return incidents.stream()
        .filter(one -> ((JsonObject) one).getString("id").equals(incident))
        .count();
  }
}

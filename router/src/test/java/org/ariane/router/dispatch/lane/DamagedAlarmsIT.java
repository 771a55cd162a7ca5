package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.ariane.router.alarm.http.MutatedBodies;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DamagedAlarmsIT {
  private static final int BODIES = 3_000;

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private final CentreSystem system = new CentreSystem();
  private RunningLane running;

  @BeforeEach
  void start() {
    running =
        RunningLane.start(
            REDIS.server().uri(), Map.of(SmallDirectory.VAL_DE_MARNE, system.endpoint()));
  }

  @AfterEach
  void stop() {
    running.close();
    system.close();
  }

  @Test
  void contractsExampleIsAnsweredAsTheContractSays() {
    JsonObject body =
        new JsonObject()
            .put("id", "0b1c9c52-6d0e-4b43-9a53-1f6a1d2f7a10")
            .put("raisedAt", "yesterday")
            .put("phone", "06 12")
            .put("position", new JsonObject().put("lat", "north").put("lon", 2.4));
    Answer answer = running.post(APP_1, "/v1/alarms", body);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().getString("coverage")).isEqualTo("centre");
    assertThat(answer.body().getJsonArray("degraded"))
        .isEqualTo(new JsonArray().add("/raisedAt").add("/phone").add("/position/lat"));
  }

  @Test
  void whateverComesIsTakenAndListedOnce() {
    MutatedBodies bodies = new MutatedBodies(new Random(2));
    Set<String> incidents = new HashSet<>();
    for (int i = 0; i < BODIES; i++) {
      byte[] body = bodies.next();
      Answer answer = running.post(APP_1, "/v1/alarms", body);
      assertThat(answer.status()).as("%s", new String(body, StandardCharsets.UTF_8)).isEqualTo(202);
      incidents.add(answer.body().getString("incidentId"));
    }
    Set<String> listed = new HashSet<>();
    running
        .get(DISPATCHER_1, "/v1/incidents")
        .body()
        .getJsonArray("incidents")
        .forEach(one -> listed.add(((JsonObject) one).getString("id")));
    assertThat(incidents).containsAll(listed);
    assertThat(REDIS.server().<Long>with(redis -> redis.scard("{alarm}:live")))
        .isEqualTo(incidents.size());
  }

  @Test
  void bodyThatCannotBeParsedIsKeptRaw() {
    Answer answer = running.post(APP_1, "/v1/alarms", "help me".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(
            running
                .get(DISPATCHER_1, "/v1/incidents/" + answer.body().getString("incidentId"))
                .body()
                .getJsonArray("raw"))
        .containsExactly("help me");
  }

  @Test
  void bodyOfTheGreatestSizeIsTakenAndALargerOneRefused() {
    byte[] most = "x".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
    assertThat(running.post(APP_1, "/v1/alarms", most).status()).isEqualTo(202);
    byte[] more = "x".repeat(64 * 1024 + 1).getBytes(StandardCharsets.UTF_8);
    assertThat(running.post(APP_1, "/v1/alarms", more).status()).isEqualTo(413);
  }
}

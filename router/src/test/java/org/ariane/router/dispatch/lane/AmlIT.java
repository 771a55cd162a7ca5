package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.APP_2;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AmlIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();
  private static final String PATH = "/v1/alarms/aml";
  private static final String PHONE = "+33612345678";
  private static final String IMSI = "208011234567890";

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
  void aTextJoinsTheIncidentOfItsPhoneAndMayBeFollowedUp() {
    Answer app =
        running.post(
            APP_2, "/v1/alarms", Bodies.alarm().put("phone", PHONE).put("trigger", "silent"));
    Answer text = running.post(APP_1, PATH, json(aml()));

    assertThat(text.status()).isEqualTo(202);
    assertThat(text.body().getJsonArray("degraded")).containsExactly("/aml/si");
    assertThat(text.body().getString("incidentId")).isEqualTo(app.body().getString("incidentId"));
    JsonObject incident =
        running.get(DISPATCHER_1, "/v1/incidents/" + app.body().getString("incidentId")).body();
    assertThat(incident.getJsonArray("sources")).containsExactly("app", "aml");
    assertThat(incident.getJsonArray("notes")).containsExactly("AML: confidence 90 %");
    String alarm = "/v1/alarms/" + text.body().getString("alarmId");
    assertThat(running.get(APP_1, alarm).status()).isEqualTo(200);
    assertThat(running.get(APP_2, alarm).status()).isEqualTo(404);
  }

  @Test
  void theSameTextAgainIsTheSameAlarmAndANewerOneJoins() {
    String text = aml();
    Answer first = running.postText(APP_1, PATH, text, PHONE);
    Answer again = running.postText(APP_1, PATH, text, PHONE);
    Answer newer = running.postText(APP_1, PATH, text.replace("2.43800", "2.43900"), PHONE);

    assertThat(again.body().getString("alarmId")).isEqualTo(first.body().getString("alarmId"));
    assertThat(newer.body().getString("alarmId")).isNotEqualTo(first.body().getString("alarmId"));
    assertThat(newer.body().getString("incidentId"))
        .isEqualTo(first.body().getString("incidentId"));
  }

  @Test
  void whatIsNoAmlIsTakenRawAndNoIdentityIsStored() {
    Answer other = running.postText(APP_1, PATH, "au secours si=" + IMSI, "33612345678");
    assertThat(other.status()).isEqualTo(202);
    assertThat(other.body().getJsonArray("degraded")).contains("", "/from");
    JsonObject broken = json(aml());
    Answer unescaped = running.postText(APP_1, PATH, broken.encode().replace("\\\"", "\""), "");
    assertThat(unescaped.status()).isEqualTo(202);
    JsonObject incident =
        running
            .get(DISPATCHER_1, "/v1/incidents/" + unescaped.body().getString("incidentId"))
            .body();
    assertThat(incident.getJsonObject("position").getDouble("lat")).isEqualTo(48.8065);

    String everything =
        REDIS
            .server()
            .with(redis -> {
              StringBuilder all = new StringBuilder();
              for (String key : redis.keys("{alarm}:incident:*")) {
                all.append(redis.hgetall(key));
              }
              return all.toString();
            });
    assertThat(everything).contains("au secours").doesNotContain(IMSI);
  }

  private static JsonObject json(String text) {
    return new JsonObject().put("from", PHONE).put("text", text);
  }

  private static String aml() {
    String now =
        DateTimeFormatter.ofPattern("uuuuMMddHHmmss")
            .withZone(ZoneOffset.UTC)
            .format(Instant.now().minusSeconds(5));
    return "A\"ML=1;lt=+48.80650;lg=+2.43800;rd=18;top=" + now + ";lc=90;pm=G;si=" + IMSI;
  }
}

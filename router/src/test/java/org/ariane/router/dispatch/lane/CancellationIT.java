package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whoever looks at the app must not learn that she called for more help while she called it off.
class CancellationIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();
  private static final int EACH = 300;
  private static final double LOOSE = 1.5;

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
  void underDuressTheAppSeesTheSameBytesInTheSameTime() {
    List<Long> plain = new ArrayList<>();
    List<Long> duress = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      // In turns, so that whatever else this machine does hits both.
      String one = cancelled("4711", plain);
      String other = cancelled("0000", duress);
      assertThat(one).isEqualTo(other);
    }
    double ratio = median(duress) / median(plain);
    assertThat(ratio).isBetween(1 / LOOSE, LOOSE);
    assertThat(running.get(DISPATCHER_1, "/v1/incidents").body().getJsonArray("incidents").stream())
        .filteredOn(it -> ((JsonObject) it).getJsonObject("priority").encode().contains("duress"))
        .hasSize(EACH);
  }

  /// What the app sees of it, all answers together, without what differs for any two alarms.
  private String cancelled(String code, List<Long> times) {
    Answer raised =
        running.post(APP_1, "/v1/alarms", Bodies.alarm().put("cancellationCode", "4711"));
    String alarm = "/v1/alarms/" + raised.body().getString("alarmId");
    JsonObject body = new JsonObject().put("at", "2026-11-21T22:43:00+01:00").put("code", code);
    long began = System.nanoTime();
    Answer answer = running.post(APP_1, alarm + "/cancellation", body);
    Answer seen = running.get(APP_1, alarm);
    times.add(System.nanoTime() - began);
    assertThat(seen.raw()).isEqualTo(answer.raw());
    return answer.status()
        + answer
            .raw()
            .replace(raised.body().getString("alarmId"), "ID")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
  }

  private static double median(List<Long> times) {
    Collections.sort(times);
    return times.get(times.size() / 2);
  }
}

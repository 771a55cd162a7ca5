package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.ariane.router.dispatch.AnswerTimes;
import org.ariane.router.dispatch.LinkPace;
import org.ariane.router.dispatch.lane.CentreSystem.Mood;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkTestIT {
  private static final LinkPace FAST =
      new LinkPace(Duration.ofMillis(200), Duration.ofMillis(600), Duration.ofMillis(200));

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private CentreSystem system;
  private RunningLane running;

  @BeforeEach
  void start() {
    system = new CentreSystem();
    running =
        RunningLane.start(
            REDIS.server().uri(),
            Map.of(SmallDirectory.VAL_DE_MARNE, system.endpoint()),
            AnswerTimes.DEFAULT,
            FAST);
  }

  @AfterEach
  void stop() {
    running.close();
    system.close();
  }

  @Test
  void eachPostedCentreGetsASignedTestThatNamesNobody() {
    await().until(() -> system.linkTests().size() >= 2);
    JsonObject body = system.linkTests().getFirst().body();
    assertThat(body.fieldNames()).containsExactly("type", "sequence", "incident", "at");
    assertThat(body.getString("type")).isEqualTo("link.test");
    assertThat(body.getJsonObject("incident").getString("id")).isEqualTo("link-test");
    assertThat(Instant.parse(body.getString("at"))).isBefore(Instant.now());
    assertThat(system.linkTests().get(0).id()).isNotEqualTo(system.linkTests().get(1).id());
    assertThat(link()).isEqualTo(1.0);
  }

  @Test
  void centreThatDoesNotAnswerIsKnownBeforeAnAlarmNeedsIt() {
    await().until(() -> !system.linkTests().isEmpty());
    system.mood(Mood.FAILS);
    await().until(() -> link() == 0.0);
    assertThat(tests("status-5xx")).isPositive();
    assertThat(coverage()).isEqualTo("none");
    system.mood(Mood.WELL);
    await().until(() -> link() == 1.0);
    assertThat(coverage()).isEqualTo("centre");
  }

  @Test
  void systemThatKnowsNoLinkTestStillGetsItsAlarms() {
    system.mood(Mood.KNOWS_NO_LINK_TEST);
    await().until(() -> tests("status-4xx") >= 2);
    running.post(APP_1, "/v1/alarms", Bodies.alarm());
    await().atMost(Duration.ofSeconds(5)).until(() -> system.received().size() == 1);
  }

  private double link() {
    return running.meters().get("ariane.centre.link").gauge().value();
  }

  private double tests(String outcome) {
    var timer = running.meters().find("ariane.centre.link.tests").tag("outcome", outcome).timer();
    return timer == null ? 0 : timer.count();
  }

  private String coverage() {
    return running.post(APP_1, "/v1/alarms", Bodies.alarm()).body().getString("coverage");
  }
}

package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamIT {
  private static final int MOST_BYTES = 64 << 20;

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private RunningLane running;

  @BeforeEach
  void start() {
    running = RunningLane.start(REDIS.server().uri(), Map.of());
  }

  @AfterEach
  void stop() {
    running.close();
  }

  /// A console and the frames that it got.
  private final class Console {
    private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
    private final WebSocket socket;

    Console(People who, long after) {
      WebSocketClient client =
          running
              .vertx()
              .createWebSocketClient(
                  new WebSocketClientOptions()
                      .setMaxFrameSize(MOST_BYTES)
                      .setMaxMessageSize(MOST_BYTES));
      JsonObject hello = new JsonObject().put("token", who.token());
      if (after > 0) {
        hello.put("after", after);
      }
      socket =
          client
              .connect(
                  new WebSocketConnectOptions()
                      .setHost("127.0.0.1")
                      .setPort(running.port())
                      .setURI("/v1/incidents/stream"))
              .compose(opened -> {
                opened.textMessageHandler(text -> frames.add(new JsonObject(text)));
                return opened.writeTextMessage(hello.encode()).map(opened);
              })
              .await();
    }

    List<String> types() {
      return frames.stream().map(frame -> frame.getString("type")).toList();
    }

    long last() {
      return frames.getLast().getLong("seq");
    }
  }

  /// More than may wait for a screen that is slow: 200 bodies that nobody could read, kept raw.
  /// They have reached the centre's system, so that being shown changes nothing.
  @Test
  void screenIsToldHowThingsStandHoweverMuchThatIs() {
    running.close();
    try (CentreSystem system = new CentreSystem()) {
      running =
          RunningLane.start(
              REDIS.server().uri(), Map.of(SmallDirectory.VAL_DE_MARNE, system.endpoint()));
      IntStream.range(0, 200)
          .parallel()
          .forEach(i -> {
            byte[] body = ("{" + i + "x".repeat(50_000)).getBytes(StandardCharsets.UTF_8);
            assertThat(running.post(APP_1, "/v1/alarms", body).status()).isEqualTo(202);
          });
      await().until(() -> system.received("incident.opened").size() == 200);
      Console console = new Console(DISPATCHER_1, 0);
      await().until(() -> !console.frames.isEmpty());
      JsonObject snapshot = console.frames.getFirst();
      assertThat(snapshot.getJsonArray("incidents")).hasSize(200);
      assertThat(snapshot.encode().length()).isGreaterThan(8 << 20);
      String id = raise();
      await().until(() -> console.types().contains("incident.opened"));
      assertThat(console.frames)
          .anyMatch(frame ->
              frame.getString("type").equals("incident.opened")
                  && frame.getJsonObject("incident").getString("id").equals(id));
    }
  }

  @Test
  void changesComeInOrderWithNumbersWithoutGapsAndOnlyToTheirCentre() {
    Console here = new Console(DISPATCHER_1, 0);
    Console there = new Console(DISPATCHER_3, 0);
    await().until(() -> here.frames.size() == 1 && there.frames.size() == 1);
    assertThat(here.types()).containsExactly("snapshot");
    String id = raise();
    await().until(() -> here.types().contains("incident.opened"));
    running.post(DISPATCHER_1, "/v1/incidents/" + id + "/acknowledgement", Bodies.accept());
    await().until(() -> here.types().contains("incident.taken"));
    JsonObject toNord = new JsonObject().put("to", "fr-59-cic");
    running.post(DISPATCHER_1, "/v1/incidents/" + id + "/handover", toNord);
    await().until(() -> here.types().contains("incident.moved"));
    JsonObject moved = here.frames.getLast();
    assertThat(moved.getJsonObject("incident").fieldNames()).containsExactly("id", "state");
    await().until(() -> there.types().contains("incident.opened"));
    List<Long> numbers = here.frames.stream().map(frame -> frame.getLong("seq")).toList();
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo(numbers.getFirst() + i);
    }
  }

  @Test
  void screenCountsAsCoverageAndDeliveryWhereTheCentreHasNoSystem() {
    assertThat(running.post(APP_1, "/v1/alarms", Bodies.alarm()).body().getString("coverage"))
        .isEqualTo("none");
    Console here = new Console(DISPATCHER_1, 0);
    await().until(() -> !here.frames.isEmpty());
    var accepted = running.post(APP_1, "/v1/alarms", Bodies.alarm());
    assertThat(accepted.body().getString("coverage")).isEqualTo("centre");
    String alarm = "/v1/alarms/" + accepted.body().getString("alarmId");
    await().until(() -> running.get(APP_1, alarm).body().getString("status").equals("delivered"));
    here.socket.close().await();
    await()
        .until(() ->
            running
                .post(APP_1, "/v1/alarms", Bodies.alarm())
                .body()
                .getString("coverage")
                .equals("none"));
  }

  @Test
  void whatWasMissedIsSentAgainThenASnapshot() {
    Console first = new Console(DISPATCHER_1, 0);
    await().until(() -> first.frames.size() == 1);
    long seen = first.last();
    first.socket.close().await();
    raise();
    raise();
    Console again = new Console(DISPATCHER_1, seen);
    await().until(() -> again.types().contains("snapshot"));
    assertThat(again.types().subList(0, 2)).containsExactly("incident.opened", "incident.opened");
    assertThat(again.frames.getFirst().getLong("seq")).isEqualTo(seen + 1);
    JsonObject snapshot =
        again.frames.stream()
            .filter(f -> f.getString("type").equals("snapshot"))
            .findFirst()
            .orElseThrow();
    assertThat(snapshot.getJsonArray("incidents")).hasSize(2);
  }

  @Test
  void numbersGoOnAboveWhatTheClientSawBeforeARestart() {
    raise();
    Console console = new Console(DISPATCHER_1, 1_040);
    await().until(() -> !console.frames.isEmpty());
    assertThat(console.types().getFirst()).isEqualTo("snapshot");
    assertThat(console.frames.getFirst().getLong("seq")).isEqualTo(1_041);
    raise();
    await().until(() -> console.types().contains("incident.opened"));
    assertThat(console.frames.get(1).getLong("seq")).isEqualTo(1_042);
  }

  @Test
  void changesOfAnotherServerAreSeen() {
    Console here = new Console(DISPATCHER_1, 0);
    await().until(() -> here.frames.size() == 1);
    await().until(() -> running.lane().health().boardCurrent());
    try (RunningLane other = RunningLane.start(REDIS.server().uri(), Map.of())) {
      other.post(APP_1, "/v1/alarms", Bodies.alarm());
      await().until(() -> here.types().contains("incident.opened"));
    }
  }

  private String raise() {
    return running.post(APP_1, "/v1/alarms", Bodies.alarm()).body().getString("incidentId");
  }
}

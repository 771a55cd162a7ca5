package org.ariane.ops.faults;

import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.ariane.ops.faults.Story.Message;
import org.ariane.router.dispatch.lane.People;
import org.ariane.router.dispatch.lane.RunningLane;

/// Sends messages in the order in which they arrive, up to four at the same moment, and keeps what
/// was answered. What needs an alarm's id comes after the first answer about that alarm, in the
/// next call if there is none in this one.
final class Playing {
  private static final int MOST_TRIES = 400;

  private final RunningLane lane;
  private final Executor threads;
  private final Map<Integer, Set<String>> alarms = new ConcurrentHashMap<>();
  private final Set<String> incidents = ConcurrentHashMap.newKeySet();

  private final List<Message> left = new ArrayList<>();

  Playing(RunningLane lane, Executor threads) {
    this.lane = lane;
    this.threads = threads;
  }

  Playing play(List<Message> messages, Random random) {
    Deque<Message> waiting = new ArrayDeque<>(left);
    waiting.addAll(messages);
    left.clear();
    while (waiting.stream().anyMatch(this::canGo)) {
      List<CompletableFuture<Void>> now = new ArrayList<>();
      List<Message> early = new ArrayList<>();
      for (int i = 1 + random.nextInt(4); i > 0 && !waiting.isEmpty(); i--) {
        Message message = waiting.removeFirst();
        if (canGo(message)) {
          now.add(CompletableFuture.runAsync(() -> send(message), threads));
        } else {
          early.add(message);
        }
      }
      now.forEach(CompletableFuture::join);
      waiting.addAll(early);
    }
    left.addAll(waiting);
    return this;
  }

  private boolean canGo(Message message) {
    return message.kind() == Story.Kind.RAISE || alarms.containsKey(message.alarm());
  }

  private void send(Message message) {
    String path =
        switch (message.kind()) {
          case RAISE -> "/v1/alarms";
          case LOCATE -> "/v1/alarms/" + known(message) + "/locations";
          case CANCEL -> "/v1/alarms/" + known(message) + "/cancellation";
        };
    JsonObject answer = accepted(path, message.body());
    alarms
        .computeIfAbsent(message.alarm(), id -> ConcurrentHashMap.newKeySet())
        .add(answer.getString("alarmId"));
    if (message.kind() == Story.Kind.RAISE) {
      incidents.add(answer.getString("incidentId"));
    }
  }

  private String known(Message message) {
    return alarms.get(message.alarm()).iterator().next();
  }

  private JsonObject accepted(String path, JsonObject body) {
    for (int i = 0; i < MOST_TRIES; i++) {
      RunningLane.Answer answer = lane.post(People.APP_1, path, body);
      if (answer.status() == 202) {
        return answer.body();
      }
      if (answer.status() != 503 && answer.status() != 429) {
        throw new AssertionError(path + ": " + answer);
      }
      Pause.ofMillis(20);
    }
    throw new AssertionError(path + ": never accepted");
  }

  /// Ids that were told of each alarm.
  Map<Integer, Set<String>> alarms() {
    return alarms;
  }

  /// Incidents that were told of all alarms.
  Set<String> incidents() {
    return incidents;
  }

  /// One of the incidents as its dispatcher sees it.
  JsonObject shown(String incident) {
    return lane.get(People.DISPATCHER_1, "/v1/incidents/" + incident).body();
  }
}

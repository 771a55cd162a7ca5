package org.ariane.ops.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ariane.ops.journey.Api;
import org.ariane.ops.journey.RunningAriane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What clients were promised against what centres received and dispatchers took, while server,
/// Redis and receiver are killed under load. 200 cycles with `-Dariane.soak=true`;
/// `-Dariane.seed=N` repeats the order of kills, `-Dariane.cycles=N` changes their number.
class LedgersIT {
  private static final int DEVICES = 6;
  private static final int MOST_HISTORY = 60;
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(150);

  @TempDir private Path folder;
  private final long seed = Long.getLong("ariane.seed", System.nanoTime());
  private final int cycles =
      Integer.getInteger("ariane.cycles", Boolean.getBoolean("ariane.soak") ? 200 : 6);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private ReceiverProcess receiver;
  private RunningAriane ariane;

  @BeforeEach
  void start() {
    receiver = new ReceiverProcess(folder.resolve("receiver"));
    ariane =
        RunningAriane.withoutTelephony(
            """
            dispatch:
              centres:
                fr-94-cic: {url: "%s", format: native, secret: "a secret of 24 bytes or so"}
                fr-59-cic: {url: "%s", format: native, secret: "a secret of 24 bytes or so"}
            """
                .formatted(receiver.url("fr-94-cic"), receiver.url("fr-59-cic")));
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    if (ariane != null) {
      ariane.close();
    }
    receiver.close();
  }

  @Test
  void whatWasAcknowledgedIsKnownDeliveredAndTakenOnceWhoeverIsKilled() throws Exception {
    System.out.println("ledgers: seed " + seed + ", " + cycles + " cycles");
    Instant began = Instant.now();
    Random random = new Random(seed);
    CountDownLatch stopDevices = new CountDownLatch(1);
    CountDownLatch stopRoom = new CountDownLatch(1);
    Path promisedFile = folder.resolve("promised");
    Path takenFile = folder.resolve("taken");
    try (Ledger promised = new Ledger(promisedFile);
        Ledger taken = new Ledger(takenFile)) {
      Api app = ariane.as("app-1");
      List<CompletableFuture<Void>> devices =
          IntStream.range(0, DEVICES)
              .mapToObj(i -> new Device(app, promised, new Random(seed + i), phone(i), stopDevices))
              .map(device -> CompletableFuture.runAsync(device, threads))
              .toList();
      Room room = new Room(seats(), taken, new Random(seed), threads, stopRoom);
      CompletableFuture<Void> dispatchers = CompletableFuture.runAsync(room, threads);
      Killer killer = new Killer(ariane, receiver, random, promised::written);
      for (int i = 0; i < cycles; i++) {
        killer.cycle();
      }
      stopDevices.countDown();
      devices.forEach(CompletableFuture::join);
      Promises promises = Promises.read(promisedFile);
      await()
          .pollInterval(Duration.ofMillis(500))
          .atMost(SETTLED_WITHIN)
          .ignoreExceptions()
          .until(() -> open() == 0 && delivered(promises));
      stopRoom.countDown();
      dispatchers.join();
    }
    Promises promises = Promises.read(promisedFile);
    Takings takings = Takings.read(takenFile);
    Deliveries deliveries = Deliveries.of(receiver.lines());
    System.out.println(
        "ledgers: %s alarms in %s incidents, lines %s, %s deliveries of %s messages, %s races, %s s"
            .formatted(
                promises.incidentOf().size(),
                new HashSet<>(promises.incidentOf().values()).size(),
                promises.counts(),
                deliveries.attempts(),
                deliveries.messages(),
                takings.rounds(),
                Duration.between(began, Instant.now()).toSeconds()));
    assertThat(promises.faults()).isEmpty();
    assertThat(takings.faults()).isEmpty();
    assertEachAlarmIsInTheIncidentThatWasPromised(promises, takings);
    assertThat(deliveries.faults()).isEmpty();
  }

  private void assertEachAlarmIsInTheIncidentThatWasPromised(Promises promises, Takings takings) {
    Map<String, JsonObject> incidents = incidents();
    promises.incidentOf().values().stream()
        .filter(id -> !incidents.containsKey(id))
        .forEach(id -> found(id).ifPresent(one -> incidents.put(id, one)));
    Map<String, String> holder = new HashMap<>();
    List<String> faults = new ArrayList<>();
    incidents.forEach((id, incident) ->
        incident
            .getJsonArray("alarms")
            .forEach(alarm -> {
              String other = holder.put((String) alarm, id);
              if (other != null) {
                faults.add(alarm + " is in " + other + " and in " + id);
              }
            }));
    promises
        .incidentOf()
        .forEach((alarm, incident) -> {
          if (!incident.equals(holder.get(alarm))) {
            faults.add(alarm + " was promised " + incident + ", is in " + holder.get(alarm));
          }
          Api.Answer known = ariane.as("app-1").get("/v1/alarms/" + alarm);
          boolean called = promises.cancelled().contains(alarm);
          if (known.status() != 200
              || known.text().contains("\"received\"")
              || called != known.text().contains("\"cancelled\"")) {
            faults.add(alarm + " cancelled " + called + ": " + known.text());
          }
        });
    for (String incident : new HashSet<>(promises.incidentOf().values())) {
      JsonObject shown = incidents.getOrDefault(incident, new JsonObject());
      long taken = happened(shown, "taken");
      long possible = 1 + happened(shown, "reopened");
      // Long histories forget their beginning.
      boolean whole = shown.getJsonArray("history", new JsonArray()).size() < MOST_HISTORY;
      if (!whole) {
        continue;
      }
      if (taken != takings.of(incident) || taken < 1 || taken > possible) {
        faults.add("%s taken %s, seen %s".formatted(incident, taken, takings.of(incident)));
      }
    }
    promises
        .fixesOf()
        .forEach((alarm, fixes) -> faults.addAll(lostFixes(incidents, holder, alarm, fixes)));
    assertThat(faults).isEmpty();
  }

  /// A track keeps the latest twenty positions; only where it is shorter must it have all.
  private static List<String> lostFixes(
      Map<String, JsonObject> incidents,
      Map<String, String> holder,
      String alarm,
      Set<String> fixes) {
    JsonObject incident = incidents.getOrDefault(holder.get(alarm), new JsonObject());
    JsonArray track = incident.getJsonArray("track", new JsonArray());
    if (track.size() >= 20) {
      return List.of();
    }
    Set<String> shown = new HashSet<>();
    track.forEach(fix -> shown.add(Double.toString(((JsonObject) fix).getDouble("lat"))));
    return fixes.stream()
        .filter(fix -> !shown.contains(fix))
        .map(fix -> "a position of " + alarm + " is lost")
        .toList();
  }

  /// Whether all that was promised was told to a centre, and nothing is under way any more.
  private boolean delivered(Promises promises) {
    Deliveries deliveries = Deliveries.of(receiver.lines());
    return deliveries.alarms().containsAll(promises.incidentOf().keySet())
        && deliveries.gaps().isEmpty();
  }

  private long open() {
    return List.of("dispatcher-1", "dispatcher-3").stream()
        .flatMap(who -> listed(who, "open").stream())
        .count();
  }

  private Map<String, JsonObject> incidents() {
    Map<String, JsonObject> all = new HashMap<>();
    for (String who : List.of("dispatcher-1", "dispatcher-3")) {
      for (String state : List.of("open", "taken", "closed")) {
        listed(who, state).forEach(one -> all.put(one.getString("id"), one));
      }
    }
    return all;
  }

  /// One that was closed so long ago that it is in no list.
  private Optional<JsonObject> found(String incident) {
    return List.of("dispatcher-1", "dispatcher-3").stream()
        .map(who -> ariane.as(who).get("/v1/incidents/" + incident))
        .filter(answer -> answer.status() == 200)
        .map(Api.Answer::json)
        .findFirst();
  }

  private List<JsonObject> listed(String who, String state) {
    Predicate<JsonObject> stored = one -> !one.getBoolean("notDurable", false);
    return ariane
        .as(who)
        .get("/v1/incidents?state=" + state)
        .json()
        .getJsonArray("incidents")
        .stream()
        .map(JsonObject.class::cast)
        .filter(stored)
        .toList();
  }

  private static long happened(JsonObject incident, String what) {
    return incident.getJsonArray("history", new JsonArray()).stream()
        .filter(one -> what.equals(((JsonObject) one).getString("what")))
        .count();
  }

  private List<Room.Seat> seats() {
    return List.of("dispatcher-1", "dispatcher-2", "dispatcher-3").stream()
        .map(account -> new Room.Seat(account, ariane.as(account)))
        .toList();
  }

  /// Half of them have a number, by which their alarms join.
  private static Optional<String> phone(int device) {
    return device % 2 == 0 ? Optional.empty() : Optional.of("+3361234567" + device);
  }
}

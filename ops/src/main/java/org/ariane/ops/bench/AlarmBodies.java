package org.ariane.ops.bench;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Alarms as an app sends them, all exercises, each of another phone. The numbers are those that
/// the French regulator keeps free for fiction (ARCEP, decision 2018-0881), 60 000 in all; later
/// alarms join the incidents of the first.
final class AlarmBodies {
  private static final List<String> FICTION =
      List.of("+3363998", "+3319900", "+3326191", "+3335301", "+3346571", "+3353649");
  private static final int OF_EACH = 10_000;
  private static final double LAT = 48.8065;
  private static final double LON = 2.438;
  private static final double SPREAD = 0.01;

  /// More than one round of any benchmark needs.
  private static final int PREPARED = 60_000;

  private final AtomicInteger next = new AtomicInteger();
  private final Queue<String> ready = new ConcurrentLinkedQueue<>();

  /// Makes bodies for a round, so that making them is no part of what is measured.
  void prepare() {
    for (int i = ready.size(); i < PREPARED; i++) {
      ready.add(next());
    }
  }

  /// A prepared body, or one made now where none is left.
  String ready() {
    return Optional.ofNullable(ready.poll()).orElseGet(this::next);
  }

  /// Of nobody in particular: never joins another.
  String withoutPhone() {
    return body().encode();
  }

  String next() {
    int number = Math.floorMod(next.getAndIncrement(), FICTION.size() * OF_EACH);
    String phone = FICTION.get(number / OF_EACH) + String.format("%04d", number % OF_EACH);
    return body().put("phone", phone).encode();
  }

  private static JsonObject body() {
    String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    return new JsonObject()
        .put("id", UUID.randomUUID().toString())
        .put("raisedAt", now)
        .put("trigger", "button")
        .put(
            "position",
            new JsonObject()
                .put("lat", near(LAT))
                .put("lon", near(LON))
                .put("accuracyM", 18)
                .put("method", "gps")
                .put("at", now))
        .put("language", "ar")
        .put("canTalk", false)
        .put("exercise", true);
  }

  private static double near(double degrees) {
    double around = degrees + ThreadLocalRandom.current().nextDouble(-SPREAD, SPREAD);
    return Math.round(around * 1e5) / 1e5;
  }
}

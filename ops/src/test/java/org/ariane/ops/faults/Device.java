package org.ariane.ops.faults;

import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ariane.ops.journey.Api;

/// An app on one phone: raises alarms, repeats, completes and cancels them, in an order that its
/// seed decides. Asks again until it is answered for good, and writes each promise to the ledger.
final class Device implements Runnable {
  private static final Duration GIVES_UP_AFTER = Duration.ofSeconds(90);
  private static final int REMEMBERED = 40;

  private final Api api;
  private final Ledger ledger;
  private final Random random;
  private final Optional<String> phone;
  private final CountDownLatch stop;
  private final List<JsonObject> raised = new ArrayList<>();
  private final List<String> acknowledged = new ArrayList<>();
  private int fixes;

  Device(Api api, Ledger ledger, Random random, Optional<String> phone, CountDownLatch stop) {
    this.api = api;
    this.ledger = ledger;
    this.random = random;
    this.phone = phone;
    this.stop = stop;
  }

  @Override
  public void run() {
    try {
      while (!stop.await(80 + random.nextInt(320), TimeUnit.MILLISECONDS)) {
        act();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void act() {
    int choice = random.nextInt(100);
    if (raised.isEmpty() || acknowledged.isEmpty() || choice < 40) {
      raise(remembered(fresh()));
    } else if (choice < 55) {
      raise(one(raised));
    } else if (choice < 68) {
      raise(remembered(one(raised).copy().put("note", "note-" + random.nextInt(1_000_000))));
    } else if (choice < 92) {
      locate(one(acknowledged));
    } else {
      cancel(one(acknowledged));
    }
  }

  private JsonObject fresh() {
    JsonObject body =
        new JsonObject()
            .put("id", new UUID(random.nextLong(), random.nextLong()).toString())
            .put("raisedAt", Instant.now().toString())
            .put("trigger", random.nextBoolean() ? "button" : "silent")
            .put("position", position())
            .put("canTalk", random.nextBoolean());
    phone.ifPresent(number -> body.put("phone", number));
    return body;
  }

  private JsonObject position() {
    return new JsonObject()
        .put("lat", 48.8065 + ++fixes * 1e-6)
        .put("lon", 2.438)
        .put("accuracyM", 18)
        .put("method", "gps")
        .put("at", Instant.now().toString());
  }

  private JsonObject remembered(JsonObject body) {
    raised.add(body);
    if (raised.size() > REMEMBERED) {
      raised.removeFirst();
    }
    return body;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void raise(JsonObject body) {
    promised("/v1/alarms", body)
        .ifPresent(answer -> {
          String alarm = answer.getString("alarmId");
          ledger.write("raised", body.getString("id"), alarm, answer.getString("incidentId"));
          if (!acknowledged.contains(alarm)) {
            acknowledged.add(alarm);
          }
          if (acknowledged.size() > REMEMBERED) {
            acknowledged.removeFirst();
          }
        });
  }

  private void locate(String alarm) {
    JsonObject position = position();
    promised("/v1/alarms/" + alarm + "/locations", new JsonObject().put("position", position))
        .ifPresent(
            answer -> ledger.write("located", alarm, Double.toString(position.getDouble("lat"))));
  }

  private void cancel(String alarm) {
    promised(
            "/v1/alarms/" + alarm + "/cancellation",
            new JsonObject().put("at", Instant.now().toString()))
        .ifPresent(answer -> ledger.write("cancelled", alarm));
  }

  /// The answer of a 202; empty when none came in time. What must never be answered is a fault.
  private Optional<JsonObject> promised(String path, JsonObject body) {
    Instant until = Instant.now().plus(GIVES_UP_AFTER);
    while (Instant.now().isBefore(until)) {
      try {
        Api.Answer answer = api.post(path, body);
        if (answer.status() == 202) {
          return Optional.of(answer.json());
        }
        boolean loud = answer.status() == 503 && answer.json().getInteger("retryAfterS") > 0;
        boolean told = !path.equals("/v1/alarms") || answer.text().contains("\"emergencyNumber\"");
        ledger.write(loud && told ? "refused" : "fault", path, "" + answer.status());
        if (!loud) {
          return Optional.empty();
        }
      } catch (UncheckedIOException e) {
        ledger.write("unanswered", path);
      }
      Pause.ofMillis(150);
    }
    ledger.write("gave-up", path);
    return Optional.empty();
  }
}

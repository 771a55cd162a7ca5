package org.ariane.ops.faults;

import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.ariane.ops.journey.Api;

/// Dispatchers of two centres. The two of the first reach for each incident at the same moment; who
/// wins closes some of them. Each answer to a take goes to the ledger.
final class Room implements Runnable {
  private static final int AT_ONCE = 25;

  private final List<Seat> seats;
  private final Ledger ledger;
  private final Random random;
  private final Executor threads;
  private final CountDownLatch stop;

  /// One dispatcher.
  record Seat(String account, Api api) {}

  Room(List<Seat> seats, Ledger ledger, Random random, Executor threads, CountDownLatch stop) {
    this.seats = List.copyOf(seats);
    this.ledger = ledger;
    this.random = random;
    this.threads = threads;
    this.stop = stop;
  }

  @Override
  public void run() {
    try {
      do {
        open(seats.get(0)).forEach(id -> race(id, seats.subList(0, 2)));
        open(seats.get(2)).forEach(id -> race(id, seats.subList(2, 3)));
      } while (!stop.await(100, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What waits for a human, but for what was never stored: nobody can take that.
  private static List<String> open(Seat seat) {
    try {
      Api.Answer answer = seat.api().get("/v1/incidents?state=open");
      return answer.status() == 200
          ? answer.json().getJsonArray("incidents").stream()
              .map(JsonObject.class::cast)
              .filter(one -> !one.getBoolean("notDurable", false))
              .map(one -> one.getString("id"))
              .limit(AT_ONCE)
              .toList()
          : List.of();
    } catch (UncheckedIOException e) {
      return List.of();
    }
  }

  private void race(String incident, List<Seat> racers) {
    String round = Long.toHexString(random.nextLong());
    boolean closes = random.nextInt(10) < 3;
    List<CompletableFuture<Boolean>> hands =
        racers.stream()
            .map(seat -> CompletableFuture.supplyAsync(() -> takes(incident, round, seat), threads))
            .toList();
    for (int i = 0; i < racers.size(); i++) {
      boolean won = hands.get(i).join();
      if (won && closes) {
        Seat winner = racers.get(i);
        CompletableFuture.allOf(hands.toArray(CompletableFuture[]::new)).join();
        definite(
            winner,
            "/v1/incidents/" + incident + "/completion",
            new JsonObject().put("outcome", "patrol-met-her-safe"));
      }
    }
  }

  private boolean takes(String incident, String round, Seat seat) {
    Api.Answer answer =
        definite(
            seat,
            "/v1/incidents/" + incident + "/acknowledgement",
            new JsonObject().put("status", "accepted"));
    JsonObject holder = answer.json().getJsonObject("holder", new JsonObject());
    ledger.write(
        "take",
        incident,
        round,
        seat.account(),
        "" + answer.status(),
        holder.getString("centre", "-") + "/" + holder.getString("position", "-"),
        holder.getString("at", "-"));
    return answer.status() == 200;
  }

  /// Asks until it is told yes or no.
  private static Api.Answer definite(Seat seat, String path, JsonObject body) {
    for (int i = 0; i < 600; i++) {
      try {
        Api.Answer answer = seat.api().post(path, body);
        if (answer.status() != 503) {
          return answer;
        }
      } catch (UncheckedIOException e) {
        // The server is being killed.
      }
      Pause.ofMillis(150);
    }
    throw new IllegalStateException(seat.account() + " got no answer: " + path);
  }
}

package org.ariane.ops.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.ariane.ops.journey.RunningAriane;

/// `kill -9` of server, Redis and receiver, in an order that its seed decides, each under load: the
/// next one only after all are back and more was promised.
final class Killer {
  private static final Duration BACK_WITHIN = Duration.ofSeconds(60);
  private static final int MORE = 12;

  private final RunningAriane ariane;
  private final ReceiverProcess receiver;
  private final Random random;
  private final LongSupplier promised;

  /// Who dies.
  enum Victim {
    SERVER,
    REDIS,
    RECEIVER,
    SERVER_AND_REDIS,
    REDIS_AND_RECEIVER
  }

  Killer(RunningAriane ariane, ReceiverProcess receiver, Random random, LongSupplier promised) {
    this.ariane = ariane;
    this.receiver = receiver;
    this.random = random;
    this.promised = promised;
  }

  void cycle() {
    long before = promised.getAsLong();
    await().atMost(BACK_WITHIN).until(() -> promised.getAsLong() >= before + MORE);
    Victim victim = pick();
    Pause.ofMillis(random.nextInt(600));
    switch (victim) {
      case SERVER -> killed("server");
      case REDIS -> killed("redis");
      case RECEIVER -> receiverGone();
      case SERVER_AND_REDIS -> killed("server", "redis");
      case REDIS_AND_RECEIVER -> {
        receiver.kill();
        killed("redis");
        receiver.restart();
      }
    }
    await().atMost(BACK_WITHIN).ignoreExceptions().until(this::ready);
  }

  private Victim pick() {
    int choice = random.nextInt(100);
    return choice < 32
        ? Victim.SERVER
        : choice < 67
            ? Victim.REDIS
            : choice < 82
                ? Victim.RECEIVER
                : choice < 92 ? Victim.SERVER_AND_REDIS : Victim.REDIS_AND_RECEIVER;
  }

  private void receiverGone() {
    receiver.kill();
    Pause.ofMillis(random.nextInt(1_500));
    receiver.restart();
  }

  /// Returns when other processes have taken their places.
  private void killed(String... parts) {
    List<ProcessHandle> dead = List.of(parts).stream().map(ariane::handle).toList();
    dead.forEach(ProcessHandle::destroyForcibly);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      long pid = dead.get(i).pid();
      await()
          .atMost(BACK_WITHIN)
          .ignoreExceptions()
          .until(() -> ariane.handle(part).pid() != pid && ariane.handle(part).isAlive());
    }
  }

  private boolean ready() {
    return ariane.asNobody().get("/health/ready").status() == 200;
  }
}

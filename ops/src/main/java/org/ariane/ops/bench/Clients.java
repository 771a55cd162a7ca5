package org.ariane.ops.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/// A closed loop: clients on virtual threads, each beginning anew as soon as it has its answer.
final class Clients {
  private static final double NANOS = 1e9;

  private Clients() {}

  /// What a client does once. A failure ends the benchmark.
  @FunctionalInterface
  interface Work {
    void once() throws Exception;
  }

  /// How often the work was done in a second, by all clients together.
  static double perSecond(int clients, Duration time, Work work) throws Exception {
    LongAdder done = new LongAdder();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(
            threads.submit(() -> {
              while (System.nanoTime() - start < time.toNanos()) {
                work.once();
                done.increment();
              }
              return null;
            }));
      }
      for (Future<?> client : all) {
        client.get();
      }
    }
    return done.sum() * NANOS / (System.nanoTime() - start);
  }
}

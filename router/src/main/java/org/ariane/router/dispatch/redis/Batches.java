package org.ariane.router.dispatch.redis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.ariane.router.dispatch.Shortage;

/// Commits, or looks, that arrive while a batch is under way go out together as the next one: one
/// script, one write to disk, an answer for each. Who comes alone goes at once. What waits is
/// bounded in bytes; more than that is refused and has not happened. A batch that failed as a whole
/// fails for each of its members, which may have happened all the same.
///
/// @param <A> what each is answered
final class Batches<A> {
  private static final double NEARLY = 0.9;
  private static final int AHEAD_S = 2;
  private static final long SAMPLE_NS = 1_000_000_000L;

  private final Limits limits;
  private final Function<List<List<String>>, CompletionStage<List<A>>> send;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Waiting<A>> queue = new ArrayDeque<>();
  private final LongSupplier nanos;
  private long queuedBytes;
  private int underWay;
  private long sampledBytes;
  private long sampledAt;
  private long growth;

  /// How much at a time.
  ///
  /// @param members most in one batch, so that the script does not hold others up
  /// @param batchBytes most in one batch, but for a single one that is larger
  /// @param underWay batches at one time
  /// @param queuedBytes most that may wait
  record Limits(int members, long batchBytes, int underWay, long queuedBytes) {
    static final Limits OF_COMMITS = new Limits(256, 1L << 20, 2, 32L << 20);
    static final Limits OF_LOOKS = new Limits(128, 256L << 10, 2, 16L << 20);
  }

  private record Waiting<A>(List<String> words, long bytes, CompletableFuture<A> verdict) {}

  /// Batches go through `send`, which answers one thing for each member, in order. `nanos` counts
  /// up from anywhere.
  Batches(
      Limits limits,
      Function<List<List<String>>, CompletionStage<List<A>>> send,
      LongSupplier nanos) {
    this.limits = limits;
    this.send = send;
    this.nanos = nanos;
    this.sampledAt = nanos.getAsLong();
  }

  /// Its answer. Throws [RejectedExecutionException] when too much waits.
  CompletableFuture<A> add(List<String> words) {
    long bytes = words.stream().mapToLong(String::length).sum();
    Waiting<A> waiting = new Waiting<>(words, bytes, new CompletableFuture<>());
    lock.lock();
    try {
      if (!queue.isEmpty() && queuedBytes + bytes > limits.queuedBytes()) {
        throw new RejectedExecutionException("too much waits");
      }
      queue.addLast(waiting);
      queuedBytes += bytes;
    } finally {
      lock.unlock();
    }
    pump();
    return waiting.verdict();
  }

  /// Whether what waits is nearly too much, or will be within [#AHEAD_S] seconds as it grows now.
  Optional<Shortage> shortage() {
    lock.lock();
    try {
      sample();
      if (queuedBytes > limits.queuedBytes() * NEARLY) {
        return Optional.of(Shortage.QUEUE);
      }
      return growth > 0 && queuedBytes + AHEAD_S * growth > limits.queuedBytes()
          ? Optional.of(Shortage.QUEUE_GROWTH)
          : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  long queuedBytes() {
    lock.lock();
    try {
      return queuedBytes;
    } finally {
      lock.unlock();
    }
  }

  private void sample() {
    long now = nanos.getAsLong();
    if (now - sampledAt >= SAMPLE_NS) {
      growth = (queuedBytes - sampledBytes) * SAMPLE_NS / (now - sampledAt);
      sampledAt = now;
      sampledBytes = queuedBytes;
    }
  }

  private void pump() {
    for (List<Waiting<A>> batch = next(); !batch.isEmpty(); batch = next()) {
      List<Waiting<A>> sent = batch;
      CompletionStage<List<A>> answer;
      try {
        answer = send.apply(sent.stream().map(Waiting::words).toList());
      } catch (RuntimeException e) {
        answer = CompletableFuture.failedStage(e);
      }
      var _ = answer.whenComplete((verdicts, failure) -> settled(sent, verdicts, failure));
    }
  }

  private List<Waiting<A>> next() {
    List<Waiting<A>> batch = new ArrayList<>();
    lock.lock();
    try {
      if (underWay >= limits.underWay()) {
        return batch;
      }
      long bytes = 0;
      while (!queue.isEmpty()
          && batch.size() < limits.members()
          && (batch.isEmpty() || bytes + queue.getFirst().bytes() <= limits.batchBytes())) {
        Waiting<A> first = queue.removeFirst();
        bytes += first.bytes();
        batch.add(first);
      }
      if (!batch.isEmpty()) {
        queuedBytes -= bytes;
        underWay++;
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void settled(List<Waiting<A>> batch, List<A> verdicts, Throwable failure) {
    lock.lock();
    try {
      underWay--;
    } finally {
      lock.unlock();
    }
    // The next goes out before those of this one are woken.
    pump();
    for (int i = 0; i < batch.size(); i++) {
      if (failure == null && verdicts.size() == batch.size()) {
        batch.get(i).verdict().complete(verdicts.get(i));
      } else {
        batch
            .get(i)
            .verdict()
            .completeExceptionally(
                failure == null ? new IllegalStateException("answers are missing") : failure);
      }
    }
  }
}

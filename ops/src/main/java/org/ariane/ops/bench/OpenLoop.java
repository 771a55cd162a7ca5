package org.ariane.ops.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Requests at fixed times, whether or not those before were answered. A latency counts from the
/// time at which the request should have been sent, so that a stall is not hidden.
final class OpenLoop implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;
  private static final double MILLIS = 1e-6;
  private static final int ACCEPTED = 202;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /// What is posted where.
  record Target(URI uri, String token, Supplier<String> bodies) {
    HttpRequest next() {
      return HttpRequest.newBuilder(uri)
          .timeout(Duration.ofSeconds(10))
          .header("content-type", "application/json")
          .header("authorization", "Bearer " + token)
          .POST(BodyPublishers.ofString(bodies.get()))
          .build();
    }
  }

  /// One 202, or one that was waited for in vain.
  ///
  /// @param dueNs when the request should have been sent
  /// @param atNs when it was answered, or given up after ten seconds, which counts as its latency
  /// @param body empty where it was given up
  record Answer(long dueNs, long atNs, String body) {}

  /// Milliseconds until 202, one for each request. Any other answer ends the benchmark.
  List<Double> run(Target target, int perSecond, Duration time) {
    return answers(target, perSecond, time).stream()
        .map(answer -> (answer.atNs() - answer.dueNs()) * MILLIS)
        .toList();
  }

  List<Answer> answers(Target target, int perSecond, Duration time) {
    long interval = SECOND / perSecond;
    long count = time.toNanos() / interval;
    long start = System.nanoTime();
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      long due = start + i * interval;
      // No spinning: it would take a processor from what is measured.
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      answers.add(
          client
              .sendAsync(target.next(), BodyHandlers.ofString())
              .thenApply(answer -> {
                if (answer.statusCode() != ACCEPTED) {
                  throw new IllegalStateException("answered " + answer.statusCode());
                }
                return new Answer(due, System.nanoTime(), answer.body());
              })
              .exceptionally(e -> {
                if (e instanceof CompletionException
                    && e.getCause() instanceof HttpTimeoutException) {
                  return new Answer(due, System.nanoTime(), "");
                }
                throw new CompletionException(e);
              }));
    }
    return answers.stream().map(CompletableFuture::join).toList();
  }

  @Override
  public void close() {
    client.close();
  }
}

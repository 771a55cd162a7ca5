package org.ariane.router.dispatch.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ariane.router.dispatch.LogUnavailableException;

/// What is known beforehand of alarms. Those that come at the same time share a way to the store,
/// which is the same whether or not anything is known.
public final class Looks {
  private static final Duration PATIENCE = Duration.ofMillis(1_900);
  private static final RedisScript LOOKS = RedisScript.of(Looks.class, "looks.lua");

  private final AlarmRedis redis;
  private final Batches<List<List<String>>> batches;

  public Looks(AlarmRedis redis) {
    this.redis = redis;
    this.batches = new Batches<>(Batches.Limits.OF_LOOKS, this::send, System::nanoTime);
  }

  /// One answer for each question, in order. Throws [LogUnavailableException].
  public List<List<String>> at(List<Question> questions) {
    List<String> words = new ArrayList<>();
    words.add(Integer.toString(questions.size()));
    questions.forEach(question -> question.into(words));
    try {
      return batches.add(words).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
      throw new LogUnavailableException("Redis: " + AlarmRedis.reason(cause), cause);
    } catch (TimeoutException | CancellationException e) {
      throw new LogUnavailableException("Redis: no answer in time", e);
    } catch (RejectedExecutionException e) {
      throw new LogUnavailableException("too many alarms wait for Redis", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("interrupted", e);
    }
  }

  private CompletionStage<List<List<List<String>>>> send(List<List<String>> batch) {
    List<String> args = new ArrayList<>();
    batch.forEach(args::addAll);
    return LOOKS.<List<List<String>>>array(redis.looks(), List.of(Keys.EVENTS), args);
  }
}

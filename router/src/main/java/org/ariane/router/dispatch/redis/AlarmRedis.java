package org.ariane.router.dispatch.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.ariane.router.dispatch.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The alarm lane's own connections to Redis. Comes up without Redis and finds it later; while it
/// is away every call fails at once instead of queueing.
public final class AlarmRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmRedis.class);
  private static final Duration COMMAND = Duration.ofMillis(900);
  private static final Duration CHECK_EVERY = Duration.ofSeconds(1);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final RedisClient client;
  private final Durability durability = new Durability();
  private final Room room = new Room();
  private final Surroundings surroundings = new Surroundings();
  private volatile Optional<Lines> lines = Optional.empty();
  private volatile boolean closed;

  /// Commits have a line of their own, so that no reader waits behind a batch on its way. Both come
  /// and go together: what is known of durability is known of both.
  private record Lines(
      StatefulRedisConnection<String, String> shared,
      StatefulRedisConnection<String, String> commits) {
    boolean open() {
      return shared.isOpen() && commits.isOpen();
    }

    List<StatefulRedisConnection<String, String>> both() {
      return List.of(shared, commits);
    }
  }

  public AlarmRedis(RedisURI uri) {
    RedisURI own = RedisURI.builder(uri).withTimeout(COMMAND).build();
    this.client = RedisClient.create(own);
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(false)
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(20_000)
            .timeoutOptions(TimeoutOptions.enabled())
            .socketOptions(SocketOptions.builder().connectTimeout(COMMAND).keepAlive(true).build())
            .build());
  }

  /// Connects, keeps connecting, and keeps asking whether Redis writes to disk before it answers.
  public void start(Executor virtualThreads) {
    virtualThreads.execute(this::watch);
  }

  public Durability durability() {
    return durability;
  }

  Room room() {
    return room;
  }

  /// Runs commands on the shared connection. Throws [LogUnavailableException] for whatever went
  /// wrong on the way or in Redis.
  public <T> T call(Function<RedisCommands<String, String>, T> commands) {
    try {
      return commands.apply(lines().shared().sync());
    } catch (RedisException | IllegalStateException e) {
      // A broken connection cancels commands under way; a closed client is in an illegal state.
      throw new LogUnavailableException("Redis: " + reason(e), e);
    }
  }

  /// Runs several commands of the shared connection without waiting for each. Answers in order.
  <T> List<T> together(Function<RedisAsyncCommands<String, String>, List<RedisFuture<T>>> many) {
    try {
      List<RedisFuture<T>> coming = many.apply(lines().shared().async());
      if (!LettuceFutures.awaitAll(COMMAND, coming.toArray(RedisFuture[]::new))) {
        throw new LogUnavailableException("Redis: no answer in time");
      }
      return coming.stream().map(one -> one.toCompletableFuture().join()).toList();
    } catch (RedisException | IllegalStateException | CompletionException e) {
      throw new LogUnavailableException("Redis: " + reason(e), e);
    }
  }

  /// The line of commits. Throws [LogUnavailableException] while there is none.
  RedisAsyncCommands<String, String> commits() {
    return lines().commits().async();
  }

  /// The line of looks. Throws [LogUnavailableException] while there is none.
  RedisAsyncCommands<String, String> looks() {
    return lines().shared().async();
  }

  private Lines lines() {
    return lines.orElseThrow(() -> new LogUnavailableException("no connection to Redis"));
  }

  /// A connection of its own for calls that wait; the caller closes it.
  StatefulRedisConnection<String, String> dedicated(Duration timeout) {
    try {
      StatefulRedisConnection<String, String> connection = client.connect();
      connection.setTimeout(timeout);
      return connection;
    } catch (RedisException | IllegalStateException e) {
      throw new LogUnavailableException("Redis: " + reason(e), e);
    }
  }

  private void watch() {
    Duration sinceCheck = CHECK_EVERY;
    while (!closed) {
      try {
        sinceCheck = look(sinceCheck);
      } catch (RuntimeException e) {
        // Whatever it was, the watch must go on.
        LOG.error("the connection to Redis could not be looked after", e);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      sinceCheck = sinceCheck.plus(LOOK_EVERY);
    }
  }

  private Duration look(Duration since) {
    Duration sinceCheck = since;
    if (!lines.map(Lines::open).orElse(false)) {
      durability.unknown();
      reconnect();
      sinceCheck = CHECK_EVERY;
    }
    if (sinceCheck.compareTo(CHECK_EVERY) >= 0 && lines.isPresent()) {
      check();
      return Duration.ZERO;
    }
    return sinceCheck;
  }

  private void reconnect() {
    drop();
    try {
      StatefulRedisConnection<String, String> shared = client.connect();
      try {
        lines = Optional.of(new Lines(shared, client.connect()));
      } catch (RedisException | IllegalStateException e) {
        leave(shared);
        throw e;
      }
      LOG.info("connected to Redis");
    } catch (RedisException | IllegalStateException e) {
      LOG.debug("Redis is away: {}", reason(e));
    }
  }

  private void check() {
    try {
      room.looked(call(surroundings::look));
      Optional<String> wrong = call(Promise::broken);
      if (wrong.isEmpty() && durability.state() != Durability.State.PROMISED) {
        wrong = notProven();
      }
      wrong.ifPresentOrElse(durability::refused, durability::promised);
    } catch (LogUnavailableException e) {
      LOG.warn("durability is not known: {}", e.getMessage());
      durability.unknown();
      drop();
    }
  }

  /// Why Redis does not take a write; empty when it did.
  private Optional<String> notProven() {
    try {
      call(Promise::prove);
      return Optional.empty();
    } catch (LogUnavailableException e) {
      boolean said =
          e.getCause() instanceof RedisCommandExecutionException
              && !(e.getCause() instanceof RedisLoadingException);
      if (said) {
        return Optional.of("Redis takes no write: " + e.getMessage());
      }
      throw e;
    }
  }

  private void drop() {
    Optional<Lines> old = lines;
    lines = Optional.empty();
    old.map(Lines::both).orElse(List.of()).forEach(AlarmRedis::leave);
  }

  private static void leave(StatefulRedisConnection<String, String> connection) {
    connection
        .closeAsync()
        .exceptionally(e -> {
          LOG.debug("a connection to Redis did not close: {}", e.getMessage());
          return null;
        });
  }

  static String reason(Throwable e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
  }

  @Override
  public void close() {
    closed = true;
    lines.map(Lines::both).orElse(List.of()).forEach(StatefulRedisConnection::close);
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }
}

package org.ariane.router.alarm.checkin.redis;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.checkin.CheckIn;
import org.ariane.router.alarm.checkin.CheckInId;
import org.ariane.router.alarm.checkin.CheckIns;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Durability;
import org.ariane.router.dispatch.redis.RedisScript;

/// [CheckIns] in the Redis of alarms, under its hash tag. A set in order of time says which are
/// due. What was ended is forgotten after a day, what was missed with its incident.
public final class RedisCheckIns implements CheckIns {
  private static final String DUE = "{alarm}:checkins";
  private static final String ONE = "{alarm}:checkin:";
  private static final Duration KEEP_ENDED = Duration.ofDays(1);
  private static final Duration KEEP_MISSED = Duration.ofDays(3);
  private static final RedisScript WATCH = RedisScript.of(RedisCheckIns.class, "watch.lua");
  private static final RedisScript END = RedisScript.of(RedisCheckIns.class, "end.lua");
  private static final RedisScript MISSED = RedisScript.of(RedisCheckIns.class, "missed.lua");
  private static final RedisScript RAISED = RedisScript.of(RedisCheckIns.class, "raised.lua");

  private final AlarmRedis redis;

  public RedisCheckIns(AlarmRedis redis) {
    this.redis = redis;
  }

  @Override
  public void watch(CheckIn checkIn) {
    String name = name(checkIn.id());
    String json =
        new JsonObject()
            .put("account", checkIn.id().account())
            .put("name", checkIn.id().name())
            .put("missedAt", checkIn.missedAt().toEpochMilli())
            .put("body", checkIn.body())
            .encode();
    List<String> args = List.of(name, ms(checkIn.missedAt()), json);
    durably(() -> redis.call(commands -> WATCH.number(commands, List.of(ONE + name, DUE), args)));
  }

  @Override
  public Optional<Ended> end(CheckInId id, Wish wish) {
    String name = name(id);
    String state = wish.name().toLowerCase(Locale.ROOT);
    List<String> args = List.of(name, state, Long.toString(KEEP_ENDED.toMillis()));
    List<String> found =
        durably(() -> redis.call(commands -> END.texts(commands, List.of(ONE + name, DUE), args)));
    return switch (found.get(0)) {
      case "" -> Optional.empty();
      case "missed" ->
          Optional.of(
              new Ended.Missed(
                  Optional.of(found.get(1)).filter(AlarmId::isValid).map(AlarmId::new)));
      default -> Optional.of(new Ended.As(Wish.valueOf(found.get(0).toUpperCase(Locale.ROOT))));
    };
  }

  @Override
  public List<CheckIn> missed(Instant now, int most) {
    List<String> args = List.of(ms(now), Integer.toString(most), ONE);
    List<CheckIn> missed = new ArrayList<>();
    for (String text :
        redis.<List<String>>call(commands -> MISSED.texts(commands, List.of(DUE), args))) {
      JsonObject json = new JsonObject(text);
      missed.add(
          new CheckIn(
              new CheckInId(json.getString("account"), json.getString("name")),
              Instant.ofEpochMilli(json.getLong("missedAt")),
              json.getString("body")));
    }
    return missed;
  }

  @Override
  public void raised(CheckIn checkIn, AlarmId alarm) {
    String name = name(checkIn.id());
    List<String> args =
        List.of(name, ms(checkIn.missedAt()), alarm.value(), Long.toString(KEEP_MISSED.toMillis()));
    redis.<Long>call(commands -> RAISED.number(commands, List.of(ONE + name, DUE), args));
  }

  /// A promise counts only while Redis writes to disk before it answers.
  private <T> T durably(Supplier<T> write) {
    promised();
    T answer = write.get();
    promised();
    return answer;
  }

  private void promised() {
    if (redis.durability().state() != Durability.State.PROMISED) {
      throw new LogUnavailableException("Redis does not promise durability now");
    }
  }

  private static String ms(Instant at) {
    return Long.toString(at.toEpochMilli());
  }

  /// Names of apps may hold anything, keys nothing personal.
  private static String name(CheckInId id) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(id.account().getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      sha.update(id.name().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
